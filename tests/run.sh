#!/bin/sh
# run.sh BUILD: every test of the project, in one run. The last line is the verdict.
set -u
cd "$(dirname "$0")/.."
build=$1
failed=0
step() {
    echo "==> $1"
    shift
    "$@" || { failed=1; echo "==> failed: $*"; }
}
step "rooms stay closed" sh tools/check_layers.sh
step "units" "$build/check/units"
step "grammars and catalog prove themselves" "$build/check/marsift" check
step "cases" sh tests/run_cases.sh "$build/check/marsift"
exit $failed
