#!/bin/sh
# check_layers.sh [BUILD [ROOMS]]: proves that src/ keeps to tools/rooms.txt, by what files include and, where
# BUILD (default: build) has objects, by what the linker sees; and that no files and no folders form a circle.
# Exit status 1 and one line for each offence when that does not hold.
set -eu
cd "$(dirname "$0")/.."
build=${1:-build} rooms=${2:-tools/rooms.txt}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Lines of `uses`: KIND FROM TO NAME, where files are paths below src/ without their suffix.
find src -name '*.[ch]' | sort | while read -r file; do
    from=${file#src/}
    sed -n 's/^[[:blank:]]*#[[:blank:]]*include[[:blank:]]*["<]\([^">]*\)\.h[">].*/\1/p' "$file" | while read -r to; do
        case $to in
        *./*) echo "relative ${from%.*} $to $to.h" ;;
        *) [ ! -e "src/$to.h" ] && [ ! -e "include/$to.h" ] || echo "include ${from%.*} $to $to.h" ;;
        esac
    done
done >"$work/uses"
if [ -d "$build/obj" ]; then
    find "$build/obj" -name '*.o' ! -name 'embedded_files.o' | sort | while read -r object; do
        module=${object#"$build/obj/"}
        [ -e "src/${module%.o}.c" ] || continue # left over from before a move
        nm -P "$object" | awk -v module="${module%.o}" '$2 ~ /^[Uwv]$/ { print "use", module, $1 } $2 ~ /^[TDRBCWV]$/ { print "define", module, $1 }'
    done | awk '
        $1 == "define" { home[$3] = $2; next }
        { from[++count] = $2; name[count] = $3 }
        END {
            for (i = 1; i <= count; i++)
                if (name[i] in home && home[name[i]] != from[i]) print "call", from[i], home[name[i]], name[i]
        }' >>"$work/uses"
fi

status=0
awk -v rooms="$rooms" -v work="$work" '
function folder(file) { sub(/\/[^\/]*$/, "", file); return file }
function room(file) { file = folder(file); sub(/\/(posix|linux|windows)$/, "", file); return file }
# The row of a folder: its own, or else that of all subfolders.
function row(path) { return path in is_room ? path : folder(path) "/*" }
# Notes the functions that a header declares: whoever may include it may call them, whichever file has them.
function lend(to, header,    line, name) {
    while ((getline line < header) > 0)
        while (match(line, /[a-z_0-9]+\(/)) {
            name = substr(line, RSTART, RLENGTH - 1)
            lent[to, name] = 1
            line = substr(line, RSTART + RLENGTH)
        }
    close(header)
}
BEGIN {
    while ((getline line < rooms) > 0) {
        if (line ~ /^ *(#|$)/) continue
        n = split(line, words, " ")
        is_room[words[1]] = 1
        for (i = 2; i <= n; i++) {
            may[words[1], words[i]] = 1
            lend(words[1], "src/" words[i] ".h")
        }
    }
}
$1 == "relative" { print $2 ": includes " $4 " by a relative path"; bad = 1; next }
{
    kind = $1; from = $2; to = $3; name = $4
    a = room(from); b = room(to); user = row(a); used = row(b)
    if (!(user in is_room)) { print from ": its folder is not in the table of rooms"; bad = 1 }
    else if (a != b && !((user, used) in may)) {
        if (kind == "call" && !((user, name) in lent)) { print from ": may not call " name " of " to; bad = 1 }
        if (kind == "include" && !((user, to) in may)) { print from ": may not include " name; bad = 1 }
    }
    if (from != to) print from, to > (work "/files")
    if (a != b) print a, b > (work "/folders")
}
END { exit bad }' "$work/uses" || status=1

# A circle of files may go through includes at one place and through calls at another.
for edges in files folders; do
    tsort "$work/$edges" >/dev/null 2>"$work/circle" || status=1
    [ ! -s "$work/circle" ] || { echo "$edges form a circle:"; sed '/input contains a loop/d; s/^tsort: /  /' "$work/circle"; status=1; }
done
exit $status
