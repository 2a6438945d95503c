#!/bin/sh
# check_sandbox.sh BUILD: checks that the sandbox refuses what it must, and that reports are the same on systems that
# lack a part of it. Exit status 1 if a check fails.
set -u
build=$(cd "$1" && pwd)
cd "$(dirname "$0")/.." || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
wrong() { echo "check_sandbox: $*"; failed=1; }

"$build/sandbox-probe" || failed=1

# Every command is in the sandbox before it reads its first byte, or, without input, writes it.
mkfifo "$work/pipe"
is_inside() { # NAME: checks the last background process, which waits for the pipe
    tries=0
    until grep -q '^Seccomp:[[:space:]]*2' "/proc/$!/status" || [ $tries -eq 100 ]; do
        tries=$((tries + 1))
        sleep 0.1
    done
    grep -q '^Seccomp:[[:space:]]*2' "/proc/$!/status" || wrong "$1 runs outside the sandbox"
    kill "$!"
    wait "$!" 2>/dev/null
}
case $("$build/marsift" --version) in
*'sandbox: seccomp'*)
    exec 3<>"$work/pipe"
    for command in report files annotate check; do
        "$build/marsift" $command "$work/pipe" >"$work/output" 2>&1 &
        is_inside "$command"
    done
    "$build/marsift" explain $(seq 1 200) >"$work/pipe" 2>/dev/null &
    is_inside explain
    exec 3>&-
    ;;
*) echo "skipped: this system has no seccomp" ;;
esac

report() { # COMMAND...: runs the program as COMMAND with every kind of access
    "$@" samples samples/bundle.zip - <samples/CBEngineCurr.errlog
    "$@" --format json -o "$work/report" samples
    cat "$work/report"
    "$@" annotate samples/CBEngineCurr.errlog
}
report "$build/marsift" --no-sandbox >"$work/expected"
[ -s "$work/expected" ] || wrong "the report is empty"
for missing in landlock seccomp both; do
    without="$build/sandbox-probe --without $missing $build/marsift"
    $without --version >"$work/version"
    if [ $? -eq 77 ]; then
        echo "skipped: this system cannot hide $missing"
        continue
    fi
    case $missing.$(tail -n 1 "$work/version") in
    landlock."sandbox: "*"no Landlock" | seccomp."sandbox: no seccomp, "* | both."sandbox: no seccomp, no Landlock") ;;
    *) wrong "without $missing, --version prints: $(tail -n 1 "$work/version")" ;;
    esac
    report $without >"$work/found"
    cmp "$work/expected" "$work/found" || wrong "the report differs without $missing"
done
"$build/marsift" --no-sandbox --version | grep -qx 'sandbox: none (--no-sandbox)' || wrong "--version does not mention --no-sandbox"
[ "$failed" -eq 0 ] && echo "sandbox: $("$build/marsift" --version | sed -n 's/^sandbox: //p')"
exit "$failed"
