#!/bin/sh
# check_recipes.sh BUILD [RECIPE...]: proves what CONTRIBUTING.md promises ("one row"). Each tests/recipes/NAME.sh
# makes one such addition to a copy of the tree and checks that everything else follows.
#
# A recipe is sourced in its copy, which is built, and may use:
#   build TARGET...            builds them; quiet if it succeeds
#   build_with_probe TARGET... builds them and build/probe, a program of probe.c and the program's objects
#   put_before FILE TEXT       inserts its standard input before the only line of FILE that contains TEXT
#   manual_has PART            true if check_manual.sh reports no mismatch whose name contains PART
#   offers WORDS LINE          true if bash completes LINE with WORDS
#   holds NAME COMMAND...      the command must succeed
#   fails NAME COMMAND...      the command must fail
set -u
[ $# -ge 1 ] || { echo "usage: $0 BUILD [RECIPE...]" >&2; exit 2; }
build=$(cd "$1" && pwd)
shift
cd "$(dirname "$0")/.." || exit 2
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

build() {
    make -s -k SETTINGS=recipe "$@" >"$work/log" 2>&1 || { cat "$work/log"; return 1; }
}
build_with_probe() { # TARGET...
    printf 'include Makefile\nbuild/probe: probe.c $(OBJECTS)\n\t$(CC) $(DIALECT) -o $@ $^ $(LIBRARIES)\n' >probe.mk
    build -f probe.mk build/probe "$@"
}
put_before() { # FILE TEXT
    cat >"$work/text"
    [ "$(grep -cF -- "$2" "$1")" = 1 ] || { echo "$1 has not one line with: $2"; return 1; }
    awk -v text="$work/text" -v mark="$2" \
        'index($0, mark) { while ((getline line < text) > 0) print line } { print }' "$1" >"$work/new" && cp "$work/new" "$1"
}
manual_has() { # PART
    sh tests/check_manual.sh build >"$work/manual" 2>&1
    grep -q '^documents: ' "$work/manual" && ! grep "^check_manual: .*$1" "$work/manual"
}
offers() { # WORDS LINE
    [ "$(bash tests/completions/complete.bash build/completions "$2" | paste -s -d' ' -)" = "$1" ]
}
verdict() { # NAME STATUS
    if [ "$2" -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "check_recipes: $recipe: $1"
        cat "$work/output"
    fi
}
holds() { # NAME COMMAND...
    name=$1
    shift
    "$@" >"$work/output" 2>&1
    verdict "$name: does not hold" $?
}
fails() { # NAME COMMAND...
    name=$1
    shift
    "$@" >"$work/output" 2>&1
    [ $? -ne 0 ]
    verdict "$name: holds" $?
}

# Copies the tree and the objects of the build with their times, so that only what changes is built again. `build`
# overrides SETTINGS, because a new source must not build everything again.
copy_tree() {
    mkdir -p "$1/build/check"
    for entry in *; do
        [ "$entry" = build ] || cp -Rp "$entry" "$1/"
    done
    for entry in obj embed embedded_files.c print_lists marsift; do
        cp -Rp "$build/$entry" "$1/build/"
    done
    echo recipe >"$1/build/settings"
    touch -r Makefile "$1/build/settings"
    ln -s ../marsift "$1/build/check/marsift"
}

[ $# -gt 0 ] || set -- $(cd tests/recipes && ls *.sh | sed 's/\.sh$//')
for recipe in "$@"; do
    copy_tree "$work/$recipe"
    cd "$work/$recipe" || exit 2
    holds "the copy builds" build build/marsift build/print_lists
    . "$root/tests/recipes/$recipe.sh"
    cd "$root" || exit 2
    rm -rf "${work:?}/$recipe"
done
echo "recipes: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
