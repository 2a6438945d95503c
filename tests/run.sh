#!/bin/sh
# run.sh BUILD: runs every test of the project. The last lines list each step as passed or failed. Exit status 1
# if any step failed.
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
step "rooms use only what tools/rooms.txt allows" sh tools/check_layers.sh "$build"
step "layout, lengths and names follow the style" python3 tools/check_style.py
step "checks of rooms and style find planted faults" sh tests/check_planted.sh "$build"
step "units pass" "$build/check/units"
step "grammars and catalog pass their own samples" "$build/check/marsift" check
step "cases pass" sh tests/run_cases.sh "$build/check/marsift"
step "cases pass in the sandbox" sh tests/run_cases.sh "$build/marsift"
step "sandbox refuses what it must" sh tests/check_sandbox.sh "$build"
step "library works for other programs" sh tests/check_library.sh "$build"
step "program is hardened" sh tests/check_hardening.sh "$build"
step "fuzz targets survive their corpora" sh tests/fuzz/replay.sh "$build"
step "faults end a run as documented" python3 tests/faults/check.py "$build"
step "hostile names are inert" python3 tests/check_names.py "$build"
step "logs read the same through whatever wraps them" python3 tests/check_wrappers.py "$build/marsift"
step "texts read the same wherever they lie" python3 tests/check_places.py "$build/marsift"
step "servers and files are judged as the model judges them" python3 tests/check_nights.py "$build/marsift" --seeds 40
step "the order of reading changes nothing" python3 tests/check_order.py "$build/marsift"
step "documents match the program" sh tests/check_manual.sh "$build"
step "shells complete commands, options and values" bash tests/check_completions.sh "$build"
step "recipes of CONTRIBUTING.md work" sh tests/check_recipes.sh "$build"
step "measurements count what was generated" sh tests/check_bench.sh "$build"
step "a short soak loses nothing" python3 tests/soak.py "$build/marsift" "$build/bench/generate" "$build/soak-check" 0.05 500
step "threads do not race" sh tests/check_threads.sh "$build/tsan/marsift" "$build/bench/generate" \
    "$build/tsan/work" quick
step "memory is written before it is read" sh tests/check_memory.sh "$build/valgrind/marsift" "$build/bench/generate" \
    "$build/valgrind/work" quick
step "work grows linearly with the input" python3 tests/check_growth.py "$build/marsift" "$build/growth"
step "low limits are enough, or reported" python3 tests/check_low_limits.py "$build/marsift" "$build/bench/generate" "$build/low-limits"
printf '==> all steps\n%s%d passed, %d failed\n' "$summary" "$passed" "$failed"
[ "$failed" -eq 0 ]
