#!/bin/sh
# analyze.sh BUILD FLAGS...: runs gcc -fanalyzer, clang-tidy (.clang-tidy) and cppcheck on every C file and prints the
# findings. FLAGS are the compiler's. To keep a finding, give the reason on its line: NOLINT(check): why, or
# cppcheck-suppress check ; why, or, for gcc, a #pragma next to a comment. Exit status 1 if there is a finding.
set -u
cd "$(dirname "$0")/.." || exit 2
if [ "$1" = --one ]; then # --one BUILD TOOL FILE FLAGS...: writes the findings of one check to a file; none: no file
    build=$2 tool=$3 file=$4
    shift 4
    found=$build/findings/$(echo "$file" | tr / _).$tool
    case $tool in
    gcc) gcc -O2 -fanalyzer -DANALYZE -Wall -Wextra "$@" -c -o "$build/$(echo "$file" | tr / _).o" "$file" ;;
    clang-tidy) clang-tidy --quiet --warnings-as-errors='*' "$file" -- -DANALYZE "$@" 2>&1 | grep -v '^[0-9]* warnings\{0,1\} ' ;;
    cppcheck)
        cppcheck --quiet --std=c11 --library=posix --enable=warning,style,performance,portability --inline-suppr \
            --suppressions-list=tools/cppcheck-suppressions.txt --template=gcc -DANALYZE -Isrc -Itests "$file"
        ;;
    esac >"$found" 2>&1
    [ -s "$found" ] || rm "$found"
    exit 0
fi

build=$1
shift
rm -rf "$build"
mkdir -p "$build/findings"
# Without tests/*/test_*.c: none of the three tools knows that Criterion's assertions end a test.
for file in $(find src -name '*.c' | sort) tests/support/*.c tools/*.c bench/*.c; do
    for tool in gcc clang-tidy cppcheck; do echo "$tool $file"; done
done >"$build/checks"
while read -r tool file; do printf '%s\0%s\0' "$tool" "$file"; done <"$build/checks" |
    xargs -0 -n 2 -P 2 sh -c 'build=$1 flags=$2; shift 2; sh tools/analyze.sh --one "$build" "$1" "$2" $flags' - "$build" "$*"

cat "$build"/findings/* 2>/dev/null
failed=$(ls "$build/findings" | wc -l)
echo "$(($(wc -l <"$build/checks") - failed)) passed, $failed failed"
[ "$failed" -eq 0 ]
