#!/bin/sh
# run_cases.sh BINARY [NAME...]: runs the cases in tests/cases (default: all), one folder per behaviour. Exit status
# 1 if a case fails, 2 on wrong usage.
#
# A folder holds:
#   args     one argument a line; {samples} is the path of the samples      } one of the two
#   run      an sh script; it starts the program as "$MARSIFT"              }
#   stdin    the standard input (default: empty)
#   input/   files that the arguments name
#   stdout   the expected output, byte for byte (default: empty)
#   stderr   the expected messages, byte for byte (default: empty)
#   status   the expected exit status (default: 0)
# A case runs in a copy of its folder, whose files are dated 2024-07-22 00:00 UTC, in a nearly empty environment.
# A run script that needs what this machine lacks exits with status 77 and says why on standard error: "not run".
# A name that ends with .b is a known bug: the case runs, and is reported when it passes.
# UPDATE=1 overwrites the expected results with the actual ones: review them before you commit.
set -u
[ $# -ge 1 ] || { echo "usage: $0 BINARY [NAME...]" >&2; exit 2; }
binary=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
shift
cd "$(dirname "$0")/.." || exit 2
root=$PWD
work=$root/build/cases
workers=2
rm -rf "$work"
mkdir -p "$work/verdicts"

set_times() { # FOLDER: a log's year comes from its file's time, which must not be today
    find "$1" -exec touch -h -d 2024-07-22T00:00:00Z {} +
}
[ ! -d samples ] || cp -R samples "$work/samples"
[ ! -d samples ] || set_times "$work/samples"

in_empty_environment() {
    env -i PATH="$PATH" HOME="$work" LC_ALL=C.UTF-8 TZ=UTC TERM=dumb MARSIFT="$binary" \
        SAMPLES=../samples SUPPORT="$root/tests/support" ASAN_OPTIONS=exitcode=99 UBSAN_OPTIONS=print_stacktrace=1 "$@"
}

start_case() { # runs the program, in the copy of the folder
    if [ -f run ]; then
        in_empty_environment sh ./run
        return
    fi
    set --
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
        *'{samples}'*) line=${line%%'{samples}'*}../samples${line#*'{samples}'} ;;
        esac
        set -- "$@" "$line"
    done < args
    in_empty_environment "$binary" "$@"
}

save_expected() { # FILE ACTUAL: empty output has no file
    if [ -s "$2" ]; then cp "$2" "$1"; else rm -f "$1"; fi
}

update_case() {
    folder=tests/cases/$1
    save_expected "$folder/stdout" "$work/$1.stdout"
    save_expected "$folder/stderr" "$work/$1.stderr"
    if [ "$2" = 0 ]; then rm -f "$folder/status"; else echo "$2" > "$folder/status"; fi
}

differ() { # NAME STREAM: succeeds if the output differs from the expected one, and prints how
    wanted=tests/cases/$1/$2
    [ -f "$wanted" ] || wanted=/dev/null
    cmp -s "$wanted" "$work/$1.$2" && return 1
    diff -a -u --label "$1/$2" --label "actual" "$wanted" "$work/$1.$2" | head -60
    return 0
}

run_case() {
    name=$1
    copy=$work/$name
    [ -f "tests/cases/$name/run" ] || [ -f "tests/cases/$name/args" ] || {
        echo "no such case" > "$work/$name.difference"
        return
    }
    cp -R "tests/cases/$name" "$copy"
    rm -f "$copy/stdout" "$copy/stderr" "$copy/status"
    set_times "$copy"
    stdin=/dev/null
    [ ! -f "$copy/stdin" ] || stdin=$copy/stdin
    (cd "$copy" && start_case) < "$stdin" > "$work/$name.stdout" 2> "$work/$name.stderr"
    status=$?
    if [ "$status" = 77 ] && [ -f "tests/cases/$name/run" ]; then
        echo skipped > "$work/verdicts/$name"
        return
    fi
    [ "${UPDATE:-0}" = 0 ] || update_case "$name" "$status"
    wanted_status=0
    [ ! -f "tests/cases/$name/status" ] || read -r wanted_status < "tests/cases/$name/status"
    failed=0
    {
        differ "$name" stdout && failed=1
        differ "$name" stderr && failed=1
        [ "$status" = "$wanted_status" ] || { echo "status $status, not $wanted_status"; failed=1; }
    } > "$work/$name.difference"
    case $name.$failed in
    *.b.1) echo known > "$work/verdicts/$name" ;;
    *.b.0) echo gone > "$work/verdicts/$name" ;;
    *.1) echo failed > "$work/verdicts/$name" ;;
    *) echo passed > "$work/verdicts/$name" ;;
    esac
    [ "$failed" = 1 ] || rm -rf "$copy"
}

[ $# -gt 0 ] || set -- $(cd tests/cases && ls)
worker=0
while [ $worker -lt $workers ]; do
    (
        number=0
        for name in "$@"; do
            [ $((number % workers)) -ne $worker ] || run_case "$name"
            number=$((number + 1))
        done
    ) &
    worker=$((worker + 1))
done
wait

passed=0
failed=0
for name in "$@"; do
    case $(cat "$work/verdicts/$name" 2>&1) in
    passed) passed=$((passed + 1)) ;;
    known) echo "known bug: $name" ;;
    skipped) echo "not run: $name: $(cat "$work/$name.stderr")" ;;
    gone)
        echo "fixed bug, remove .b from its name: $name"
        passed=$((passed + 1))
        ;;
    *)
        echo "failed: $name"
        cat "$work/$name.difference"
        failed=$((failed + 1))
        ;;
    esac
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
