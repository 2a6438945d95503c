#!/bin/sh
# check_bench.sh BUILD: the generator of the measurements makes the same bytes every time, and marsift finds in
# them what the generator says that it wrote.
set -u
build=$1
work=$build/bench-check
passed=0 failed=0
rm -rf "$work" && mkdir -p "$work" || exit 2

check() { # WHAT EXPECTED GOT
    if [ "$2" = "$3" ]; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "failed: $1: expected $2, got $3"
    fi
}

counts_of() { "$build/marsift" -q -f json "$@" | jq -r '"lines \(.books.lines) failures \(.events) files \(.files)"'; }

for log in "engine 20000" "list 20000" "long-line 300000"; do
    name=$work/$(echo "$log" | tr ' ' '-').log
    "$build/bench/generate" $log > "$name" 2> "$name.truth"
    "$build/bench/generate" $log 2> "$name.again" | cmp -s - "$name"
    check "$log twice" "0 $(cat "$name.truth")" "$? $(cat "$name.again")"
    check "$log" "$(cat "$name.truth")" "$(counts_of "$name")"
done
"$build/bench/generate" servers "$work/servers" 3 2> "$work/servers.truth"
check "servers" "$(cat "$work/servers.truth")" "$(counts_of "$work/servers")"
(cd "$work" && zip -qr servers.zip servers)
check "servers in a zip" "$(cat "$work/servers.truth")" "$(counts_of "$work/servers.zip")"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
