#!/bin/sh
# check_bench.sh BUILD: checks that bench/generate writes the same bytes every time, that marsift counts in them what
# the generator reports, and that bench/measure.py names peers that are missing, fail or count wrong. Exit status 1 if
# a check fails.
set -u
build=$1
work=$build/bench-check
python=$(python3 -c 'import sys; print(sys.executable)')
passed=0 failed=0
rm -rf "$work" && mkdir -p "$work" || exit 2

check() { # WHAT EXPECTED ACTUAL
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
reasons_of_files=$("$python" - <<'END'
import csv
codes = {row["category"] for row in csv.DictReader(open("catalog/hresults.csv"))}
rows = csv.DictReader(open("catalog/categories.csv"))
# Names of the generated list that begin with ~$ or end in .tmp are vanished ones by their path.
print(*sorted({row["name"] for row in rows if row["level"] == "file" and row["name"] in codes} | {"vanished"}))
END
)
check "reasons of a list" "$reasons_of_files" \
    "$("$build/marsift" -q -f json "$work/list-20000.log" | jq -r '[.reasons[].category] | sort | join(" ")')"
"$build/bench/generate" servers "$work/servers" 3 2> "$work/servers.truth"
check "servers" "$(cat "$work/servers.truth")" "$(counts_of "$work/servers")"
(cd "$work" && zip -qr servers.zip servers)
check "servers in a zip" "$(cat "$work/servers.truth")" "$(counts_of "$work/servers.zip")"

# Run the measurements on small inputs, with only the programs in `peers`. rg, lnav and mawk need not be installed:
# grep and awk replace them.
peers=$work/peers
mkdir "$peers"

script() { # FILE COMMAND
    rm -f "$1"
    printf '#!/bin/sh\n%s\n' "$2" > "$1"
    chmod +x "$1"
}

set_peers() {
    rm -f "$peers"/*
    for program in wc sort grep uniq gzip zcat; do ln -s "$(command -v $program)" "$peers/$program"; done
    ln -s "$(command -v mawk || command -v awk)" "$peers/mawk"
    ln -s "$(command -v grep)" "$peers/rg"
    script "$peers/lnav" 'for name; do :; done; exec grep "Failed: Hr: = \[0x" "$name"'
}

print_7() { # PEER...
    for peer in "$@"; do script "$peers/$peer" 'echo 7'; done
}

# Prints the status of the measurements and the number of messages that match WHAT.
measure() { # WHAT [MARSIFT]
    PATH=$peers "$python" bench/measure.py "$work/inputs" "${2:-$build/marsift}" 1 > "$work/table" 2> "$work/wrong"
    echo "$? $(grep -c "$1" "$work/wrong")"
}

MAKEFLAGS='' make -s BENCH="$work/inputs" BENCH_LINES=3000 BENCH_LONG_LINE=300000 BENCH_SERVERS=3 bench-inputs > "$work/make" ||
    check "inputs are built" "status 0" "$(cat "$work/make")"
set_peers
check "all peers count right" "0 0" "$(measure '')"
check "all peers are installed" "0" "$(grep -c 'not installed' "$work/table")"

rm "$peers/rg" "$peers/lnav"
check "without rg and lnav" "0 0" "$(measure '')"
check "rows without rg" "2" "$(grep -c 'rg -c failures (not installed: rg) ' "$work/table")"
check "rows without lnav" "1" "$(grep -c 'lnav.* (not installed: lnav) ' "$work/table")"
set_peers
rm "$peers/wc"
check "without wc" "0 0" "$(measure '')"
check "rows without wc" "4" "$(grep -c 'wc -l (not installed: wc) ' "$work/table")"

set_peers
print_7 wc mawk rg uniq grep
check "wrong counts of peers" "1 11" "$(measure 'instead of')"
set_peers
print_7 zcat lnav sort
check "wrong counts in a pipeline" "1 5" "$(measure 'instead of')"
script "$peers/mawk" 'echo seven'
check "a peer that prints no number" "1 3" "$(measure 'None instead of')"

set_peers
for peer in "$peers"/*; do
    mv "$peer" "$work/real-${peer##*/}"
    script "$peer" "$(readlink -f "$work/real-${peer##*/}") \"\$@\"; exit 3"
done
check "right counts, but failed programs" "1 0" "$(measure 'instead of')"
check "names of failed programs" "grep lnav mawk rg sort uniq wc zcat" \
    "$(sed -n 's/^wrong: status 3 of \([a-z]*\):.*/\1/p' "$work/wrong" | sort -u | paste -sd ' ')"

set_peers
script "$work/marsift" "$(readlink -f "$build/marsift") \"\$@\" | $(command -v sed) 's/\"events\": [0-9]*/\"events\": 7/'"
check "marsift counts wrong" "1 16" "$(measure 'failures: 7 instead of' "$work/marsift")"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
