#!/bin/sh
# check_memory.sh MARSIFT GENERATE FOLDER [quick]: runs every command and format under valgrind's memcheck, on all
# samples and on the small inputs of the cases; "quick" runs a part of that. Allows no error, no leak and no
# suppression; patterns are interpreted, see preloaded/no_jit.c. gcc's sanitizers do not detect reads of uninitialised
# memory. Exit status: 0, 1 if a run fails, 2 if something is missing.
set -u
marsift=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
generate=$2
work=$3
quick=${4-}
leaks=definite,indirect,possible # without `reachable`: libarchive never frees the text of its version
formats=$(sh tests/support/formats.sh "$marsift") || exit 2
passed=0 failed=0
rm -rf "$work" && mkdir -p "$work/files" || exit 2
work=$(cd "$work" && pwd)
command -v valgrind > /dev/null || { echo "valgrind is not installed: run sh tools/setup.sh --for-tests" >&2; exit 2; }
${CC:-cc} -shared -fPIC $(pkg-config --cflags libpcre2-8) -o "$work/no_jit.so" tests/preloaded/no_jit.c || exit 2

stdin=/dev/null
checked() { # STATUS ARGUMENTS...: runs marsift under memcheck; its output does not matter, its status does
    wanted=$1
    shift
    LD_PRELOAD=$work/no_jit.so valgrind -q --leak-check=full --show-leak-kinds=$leaks --errors-for-leak-kinds=$leaks \
        --error-exitcode=98 --log-file="$work/log" "$marsift" "$@" > "$work/out" 2> "$work/err" < "$stdin"
    got=$?
    # Findings begin with ==; lines with -- warn of system calls of the sandbox that valgrind does not know.
    if [ "$got" = "$wanted" ] && [ -f "$work/log" ] && ! grep -q '^==' "$work/log"; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "failed: status $got, not $wanted: marsift $*" | cut -c 1-200
        grep '^==' "$work/log" | head -n 40
        head -n 5 "$work/err"
    fi
    rm -f "$work/log"
}

checked 0 --year 2024 --format json samples
checked 0 explain 0x80070005 onedrive 100050
stdin=samples/CBEngineCurr.errlog
checked 0 annotate
if [ -z "$quick" ]; then
    "$generate" files "$work/files" 30 2> /dev/null
    "$generate" engine 4000 > "$work/CBEngineCurr.errlog" 2> /dev/null
    for format in $formats; do
        checked 0 --year 2024 --all --format $format samples
        checked 0 files --year 2024 --format $format samples
        checked 0 explain --format $format cannot connect to azure backup
    done
    checked 0 --all --lang ja --by host --rank risk samples/bundle.zip
    checked 0 -j1 --no-prefilter samples
    checked 0 -j4 "$work/files" "$work/CBEngineCurr.errlog"
    checked 0 -o "$work/report.csv" --format csv --csv-safe samples
    checked 3 --fail-on 'files>0' samples
    checked 0
    stdin=samples/bundle.zip
    checked 0
    stdin=/dev/null
    checked 0 annotate samples/CBEngineCurr.errlog
    checked 0 check
    checked 0 --version
    checked 0 --help
    checked 2 --no-such-option
    for cut in 400 1500 3000; do
        head -c $cut samples/bundle.zip > "$work/cut.zip"
        gzip -c samples/CBEngineCurr.errlog | head -c $cut > "$work/cut.errlog.gz"
        xz -c samples/CBEngineCurr.errlog | head -c $cut > "$work/cut.errlog.xz"
        checked 4 "$work/cut.zip" "$work/cut.errlog.gz" "$work/cut.errlog.xz" "$work/missing.errlog"
    done
    for input in tests/cases/*/input; do
        [ "$(du -sk "$input" | cut -f1)" -gt 64 ] || small="${small-} $input"
    done
    checked 0 --year 2024 --format json $small
    checked 0 files --year 2024 --format csv $small
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
