#!/bin/sh
# check_layers.sh [BUILD [ROOMS]]: proves that src/ keeps to tools/rooms.txt, by what files include and, where
# BUILD (default: build) has objects, by what the linker sees; and that no files and no folders form a circle.
# Exit status 1 and one line for each offence when that does not hold.
set -eu
cd "$(dirname "$0")/.."
build=${1:-build} rooms=${2:-tools/rooms.txt}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# use KIND FROM-FILE TO-FILE NAME: files are paths below src/ without their suffix.
find src -name '*.[ch]' | sort | while read -r file; do
    from=${file#src/}
    sed -n 's/^#include "\([a-z0-9_/]*\)\.h".*/\1/p' "$file" | while read -r to; do
        # The public header is in nobody's room.
        [ ! -e "src/$to.h" ] || echo "include ${from%.*} $to $to.h"
    done
done >"$work/uses"
if [ -d "$build/obj" ]; then
    find "$build/obj" -name '*.o' ! -name 'embedded_files.o' | sort | while read -r object; do
        module=${object#"$build/obj/"}
        [ -e "src/${module%.o}.c" ] || continue # left over from before a move
        nm -P "$object" | awk -v module="${module%.o}" '$2 == "U" { print "use", module, $1 } $2 ~ /^[TDRBC]$/ { print "define", module, $1 }'
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
BEGIN {
    while ((getline line < rooms) > 0) {
        if (line ~ /^ *(#|$)/) continue
        n = split(line, words, " ")
        is_room[words[1]] = 1
        for (i = 2; i <= n; i++) may[words[1], words[i]] = 1
    }
}
{
    kind = $1; from = $2; to = $3; name = $4
    a = room(from); b = room(to); user = row(a); used = row(b)
    if (!(user in is_room)) { print from ": its folder is not in the table of rooms"; bad = 1 }
    else if (a != b && !((user, used) in may)) {
        # A header that is allowed by name lends its functions with it, whichever file has them.
        if (kind == "call") { if (!((from, to) in lent) && !any_lent(user, b)) { print from ": may not call " name " of " to; bad = 1 } }
        else if ((user, to) in may) lent[from, to] = 1
        else { print from ": may not include " name; bad = 1 }
    }
    if (kind == "include" ? from != to : 1) print from, to > (work "/" kind "s")
    if (folder(from) != folder(to) && a != b) print a, b > (work "/folders")
}
function any_lent(a, b,    pair, parts) {
    for (pair in may) { split(pair, parts, SUBSEP); if (parts[1] == a && index(parts[2], b "/") == 1) return 1 }
    return 0
}
END { exit bad }' "$work/uses" || status=1

for edges in includes calls folders; do
    [ -e "$work/$edges" ] || continue
    tsort "$work/$edges" >/dev/null 2>"$work/circle" || status=1
    [ ! -s "$work/circle" ] || { echo "$edges form a circle:"; sed '/input contains a loop/d; s/^tsort: /  /' "$work/circle"; status=1; }
done
exit $status
