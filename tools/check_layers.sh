#!/bin/sh
# check_layers.sh: proves that the rooms are closed. A room includes base/ and the type header of the
# room to its left; only app/ sees every room; no module of a room is part of a circle.
# Exit status 1 and one line per offence when that does not hold.
set -eu
cd "$(dirname "$0")/.."
{
    for file in include/*/*.h src/*/*.c; do
        room=$(basename "$(dirname "$file")")
        module=$room/$(basename "$file" | sed 's/\.[ch]$//')
        sed -n 's/^#include "\([a-z]*\)\/\([a-z_0-9]*\)\.h".*/\1 \2/p' "$file" |
            while read -r to_room to_name; do echo "$file $room $module $to_room $to_room/$to_name"; done
    done
} | awk '
BEGIN {
    left["input"] = ""; left["grammar"] = "input/log"; left["diagnosis"] = "grammar/event"
    left["output"] = "diagnosis/report"
}
{
    file = $1; room = $2; from = $3; to_room = $4; to = $5
    if (room != "app" && to_room != room && to_room != "base" && to != left[room]) {
        printf "%s: %s may not include %s\n", file, room, to; bad = 1
    }
    if (from != to && !((from, to) in edge)) { edge[from, to] = 1; out[from] = out[from] " " to; node[from] = node[to] = 1 }
}
# A module is in a circle when it can reach itself.
function reaches(start,    queue, seen, head, tail, i, n, next_) {
    head = 1; tail = 0; n = split(out[start], next_, " ")
    for (i = 1; i <= n; i++) queue[++tail] = next_[i]
    while (head <= tail) {
        if (queue[head] == start) return 1
        if (!(queue[head] in seen)) {
            seen[queue[head]] = 1; n = split(out[queue[head]], next_, " ")
            for (i = 1; i <= n; i++) queue[++tail] = next_[i]
        }
        head++
    }
    return 0
}
END {
    for (module in node) if (reaches(module)) { printf "%s: part of a circle\n", module; bad = 1 }
    exit bad
}'
