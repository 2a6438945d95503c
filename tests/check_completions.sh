#!/bin/bash
# check_completions.sh BUILD: checks that every installed shell completes commands, options and values, and that
# `make install` puts the completion files where the shells look for them. Exit status 1 if a check fails.
set -u
cd "$(dirname "$0")/.." || exit 2
build=$(cd "$1" && pwd)
tests=$PWD/tests/completions
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0
verdict() { # NAME STATUS
    if [ "$2" -eq 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "check_completions: $1"; fi
}

mkdir "$work/there" "$work/home"
touch "$work/there/b.log" "$work/there/my file.log"
complete() { # SHELL LINE: prints the words that it offers, sorted, in one line
    (cd "$work/there" && HOME=$work/home XDG_CONFIG_HOME=$work/home XDG_DATA_HOME=$work/home timeout 60 "$1" \
        "${startup[$1]}" "$tests/complete.$1" "$build/completions" "$2" 2>&1 | LC_ALL=C sort -u | paste -s -d, -)
}
expect() { # LINE WORDS [WORDS-OF-BASH]: every shell must offer WORDS at the end of LINE
    local shell wanted got
    for shell in $shells; do
        wanted=$2
        [ "$shell" != bash ] || wanted=${3-$2}
        got=$(complete "$shell" "$1")
        [ "$got" = "$wanted" ]
        verdict "$shell: \"$1\" is completed by \"$got\", not \"$wanted\"" $?
    done
}

declare -A startup=([bash]=--norc [zsh]=-f [fish]=--no-config) file=([bash]=marsift [zsh]=_marsift [fish]=marsift.fish)
shells=
for shell in bash zsh fish; do
    command -v $shell >/dev/null || { echo "skipped: $shell is not installed"; continue; }
    $shell -n "$build/completions/${file[$shell]}"
    verdict "$shell rejects ${file[$shell]}" $?
    if [ $shell = zsh ] && ! zsh -f -c 'zmodload zsh/zpty && zpty probe true' 2>/dev/null; then
        echo "skipped: zsh completes on a pseudo terminal only, and this system gives none"
        continue
    fi
    shells="$shells $shell"
done

expect 'marsift ' "annotate,b.log,check,explain,files,help,my file.log,report,version"
expect 'marsift fi' files
expect 'marsift b' b.log '(files)'
expect 'marsift files m' 'my file.log' '(files)'
expect 'marsift -- m' 'my file.log' '(files)'
expect 'marsift -- rep' '' '(files)'
expect 'marsift explain ' ''
expect 'marsift version ' ''
expect 'marsift help ' annotate,check,explain,files,help,report,version
expect 'marsift help f' files
expect 'marsift --fo' --format
expect 'marsift --format ' csv,json,ndjson,text
expect 'marsift -f ' csv,json,ndjson,text
expect 'marsift report x --by ' code,folder,host,job,reason
expect 'marsift --lang ' en,ja
expect 'marsift --color a' always,auto
expect 'marsift --progress ' auto,never
expect 'marsift --top ' ''
expect 'marsift --output b' b.log '(files)'
expect 'marsift --grammar files --b' --by
expect 'marsift explain --c' --catalog,--color,--csv-bom,--csv-safe
[ "$(complete bash 'marsift --format=c')" = csv ]
verdict "bash: --format=c" $?

# Each command offers exactly its own options.
echo @options | "$build/print_lists" >"$work/options"
for command in Report Files Explain Annotate Check Help Version; do
    words=$(sed -n "s/^\([^ ]*\) . .*${command:0:1}.*/--\1/p" "$work/options" | LC_ALL=C sort | paste -s -d, -)
    expect "marsift ${command,,} --" "$words"
done

make -s BUILD="$build" DESTDIR="$work/root" PREFIX=/usr install >/dev/null
(cd "$work/root" && find . -type f | sort) >"$work/found"
cat >"$work/expected" <<'END'
./usr/bin/marsift
./usr/include/marsift/marsift.h
./usr/lib/libmarsift.a
./usr/lib/libmarsift.so.0
./usr/lib/pkgconfig/marsift.pc
./usr/share/bash-completion/completions/marsift
./usr/share/fish/vendor_completions.d/marsift.fish
./usr/share/man/man1/marsift.1
./usr/share/zsh/site-functions/_marsift
END
diff "$work/expected" "$work/found"
verdict "make install: < expected, > actual" $?
make -s BUILD="$build" DESTDIR="$work/root" PREFIX=/usr uninstall
[ -z "$(find "$work/root" -type f)" ]
verdict "make uninstall leaves files" $?

echo "completions in$shells: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
