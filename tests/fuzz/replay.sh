#!/bin/sh
# replay.sh BUILD: every fuzz target on its corpus, on what ever ended one of them, on the samples and cases of
# the project, and on the inputs that broke other readers, without a fuzzing engine. One line that is larger
# than what is held of any log goes through the program.
set -u
build=$1
inputs=$build/check/inputs
passed=0 failed=0
rm -rf "$inputs"
python3 tests/fuzz/hostile.py "$inputs/hostile" &&
    python3 tests/fuzz/seeds.py "$build/bench/generate" "$inputs" || exit 2

replay() { # TARGET
    target=$build/check/fuzz_$1
    find "tests/fuzz/$1" "$inputs/$1" "$inputs/hostile" -type f | sort > "$build/check/$1.inputs"
    count=$(wc -l < "$build/check/$1.inputs")
    if xargs "$target" < "$build/check/$1.inputs" > "$build/check/$1.replayed" 2>&1; then
        passed=$((passed + count))
        return
    fi
    # Something ended it: one at a time, to name what.
    while IFS= read -r input; do
        if "$target" "$input" > "$build/check/$1.replayed" 2>&1; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "failed: $target $input"
            head -n 20 "$build/check/$1.replayed"
        fi
    done < "$build/check/$1.inputs"
}

for source in tests/fuzz/fuzz_*.c; do
    name=${source#tests/fuzz/fuzz_}
    mkdir -p "tests/fuzz/${name%.c}" "$inputs/${name%.c}"
    replay "${name%.c}"
done

wanted=$("$build/bench/generate" long-line 200000000 2>&1 >/dev/null)
got=$("$build/bench/generate" long-line 200000000 2>/dev/null | "$build/check/marsift" -q -f json |
    jq -r '"lines \(.books.lines) failures \(.events) files \(.files)"')
if [ "$wanted" = "$got" ]; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    echo "failed: a line of 200 MB: expected $wanted, got $got"
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
