#!/bin/sh
# run.sh BUILD: every test of the project, in one run. The last lines name each step with its verdict.
set -u
cd "$(dirname "$0")/.." || exit 2
build=$1
passed=0
failed=0
summary=
step() { # NAME COMMAND...
    name=$1
    shift
    echo "==> $name"
    if "$@"; then
        passed=$((passed + 1))
        summary="$summary  passed  $name
"
    else
        failed=$((failed + 1))
        summary="$summary  FAILED  $name: $*
"
    fi
}
step "rooms stay closed" sh tools/check_layers.sh "$build"
step "layout, lengths and names keep to the style" python3 tools/check_style.py
step "what is planted is found" sh tests/check_planted.sh "$build"
step "units" "$build/check/units"
step "grammars and catalog prove themselves" "$build/check/marsift" check
step "cases" sh tests/run_cases.sh "$build/check/marsift"
step "cases in the sandbox" sh tests/run_cases.sh "$build/marsift"
step "sandbox forbids what it must" sh tests/check_sandbox.sh "$build"
step "others can use the library" sh tests/check_library.sh "$build"
step "program is hardened" sh tests/check_hardening.sh "$build"
step "fuzz targets on their corpora" sh tests/fuzz/replay.sh "$build"
step "faults end as documented" python3 tests/faults/check.py "$build"
step "names that attack the reader are inert" python3 tests/check_names.py "$build"
step "papers say what the program does" sh tests/check_manual.sh "$build"
step "shells complete commands, options and values" bash tests/check_completions.sh "$build"
step "recipes are true" sh tests/check_recipes.sh "$build"
step "measurements find what was generated" sh tests/check_bench.sh "$build"
step "a small soak loses nothing" python3 tests/soak.py "$build/marsift" "$build/bench/generate" "$build/soak-check" 0.05 500
step "threads share nothing they must not" sh tests/check_threads.sh "$build/tsan/marsift" "$build/bench/generate" \
    "$build/tsan/work" quick
step "memory is written before it is read" sh tests/check_memory.sh "$build/valgrind/marsift" "$build/bench/generate" \
    "$build/valgrind/work" quick
step "work grows with the input, not with its square" python3 tests/check_growth.py "$build/marsift" "$build/growth"
step "low limits are no trouble" python3 tests/check_low_limits.py "$build/marsift" "$build/bench/generate" "$build/low-limits"
printf '==> all steps\n%s%d passed, %d failed\n' "$summary" "$passed" "$failed"
[ "$failed" -eq 0 ]
