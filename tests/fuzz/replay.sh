#!/bin/sh
# replay.sh BUILD: runs every fuzz target, without a fuzzing engine, on its corpus (with every input that ever
# ended it), on seeds from the samples and cases (seeds.py) and on hostile inputs (hostile.py). Also pipes a line
# of 200 MB, more than is held in memory of any log, through the program. Exit status: 0, 1 if an input ended its
# target or the counts are wrong, 2 if the inputs cannot be made.
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
    # An input ended the target: run them one at a time to find it.
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
