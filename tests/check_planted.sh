#!/bin/sh
# check_planted.sh BUILD: the checks of rooms and style find what is planted into a copy of the tree, and nothing else.
set -u
cd "$(dirname "$0")/.." || exit 2
build=$PWD/$1
cc=${CC:-cc}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
tree=$work/tree
fresh() { # a copy of what the layer check reads; the objects are links, so only new ones may be written
    rm -rf "$tree"
    mkdir -p "$tree/build"
    cp -R src tools include "$tree"
    cp -Rl "$build/obj" "$tree/build/obj"
}
small() { # a tree of two files that keep to the style
    rm -rf "$tree"
    mkdir -p "$tree/src/base" "$tree/src/text" "$tree/tools"
    cp .clang-format "$tree"
    cp tools/check_style.py "$tree/tools"
    cp src/base/arena.[ch] "$tree/src/base"
}
verdict() { # WHAT WANTED-STATUS WANTED-WORDS: of the last check
    if [ "$status" = "$2" ] && { [ -z "$3" ] || grep -q -e "$3" "$work/out"; }; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "failed: $1: status $status, and without the words: $3"
        head -n 10 "$work/out"
    fi
}
layers() { # WHAT WANTED-STATUS WANTED-WORDS
    status=0
    (cd "$tree" && sh tools/check_layers.sh build) >"$work/out" 2>&1 || status=$?
    verdict "$@"
}
style() {
    status=0
    python3 "$tree/tools/check_style.py" "$tree" >"$work/out" 2>&1 || status=$?
    verdict "$@"
}
plant() { # FILE: standard input becomes src/FILE, and its object when it is a source
    cat >"$tree/src/$1"
    case $1 in *.c) (cd "$tree" && $cc -Isrc -Iinclude -c -o "build/obj/${1%.c}.o" "src/$1") || exit 2 ;; esac
}

fresh
layers "the tree as it is keeps to its rooms" 0 ''
printf '#include "report/report.h"\n' >>"$tree/src/base/arena.h"
layers "an include of a room above" 1 'base/arena: may not include report/report.h'
fresh
printf '#include "tally/tally.h"\n' >>"$tree/src/output/json/json_writer_private.h"
layers "a header of a room that lends only its type headers" 1 'may not include tally/tally.h'
fresh
plant base/planted.c <<'END'
_Bool report_build(void);
_Bool base_planted(void);
_Bool base_planted(void) { return report_build(); }
END
layers "a call of a room above, declared by hand" 1 'base/planted: may not call report_build of report/report_build'
fresh
plant text/planted_one.c <<'END'
int text_planted_two(void);
int text_planted_one(void);
int text_planted_one(void) { return text_planted_two(); }
END
plant text/planted_two.c <<'END'
int text_planted_one(void);
int text_planted_two(void);
int text_planted_two(void) { return text_planted_one(); }
END
layers "a circle of calls inside a room" 1 'files form a circle'
fresh
printf '#include "text/planted_b.h"\n' >"$tree/src/text/planted_a.h"
printf '#include "text/planted_a.h"\n' >"$tree/src/text/planted_b.h"
layers "a circle of includes" 1 'files form a circle'
fresh
printf '#include "text/planted_two.h"\n' >"$tree/src/text/planted_one.h"
plant text/planted_two.c <<'END'
int text_planted_one(void);
int text_planted_two(void);
int text_planted_two(void) { return text_planted_one(); }
END
plant text/planted_one.c <<'END'
int text_planted_one(void);
int text_planted_one(void) { return 1; }
END
printf '\n' >"$tree/src/text/planted_two.h"
layers "a circle of an include and a call" 1 'files form a circle'
fresh
printf '#include "../report/report.h"\n' >>"$tree/src/tally/tally.h"
layers "an include by a relative path" 1 'tally/tally: includes ../report/report.h by a relative path'
fresh
printf '#  include <cli/options.h>\n' >>"$tree/src/engine/analysis.h"
layers "an include with blanks and angle brackets" 1 'engine/analysis: may not include cli/options.h'
fresh
printf '#include "marsift/marsift.h"\n' >>"$tree/src/base/span.h"
layers "the public header below the api" 1 'base/span: may not include marsift/marsift.h'
fresh
plant verdict/planted.c <<'END'
_Bool dialect_set_add(void);
_Bool verdict_planted(void);
_Bool verdict_planted(void) { return dialect_set_add(); }
END
layers "a call of a function that no lent header declares" 1 'verdict/planted: may not call dialect_set_add'
fresh
plant base/planted.c <<'END'
extern int report_build(void) __attribute__((weak));
int base_planted(void);
int base_planted(void) { return report_build != 0; }
END
layers "a weak reference to a room above" 1 'base/planted: may not call report_build'
fresh
mkdir "$tree/src/attic"
printf '\n' >"$tree/src/attic/old.h"
printf '#include "attic/old.h"\n' >"$tree/src/attic/older.h"
layers "a folder that is no room" 1 'is not in the table of rooms'

small
style "a small tree keeps to its style" 0 ' 0 offences'
printf 'int  spaced (void);\n' >>"$tree/src/base/arena.h"
style "a line that is not clang-format's" 1 'arena.h:.*clang-format'
small
{ printf 'void base_long(void);\nvoid base_long(void)\n{\n'; yes '    base_long();' | head -n 41; printf '}\n'; } >"$tree/src/base/planted.c"
style "a function of 44 lines" 1 'base_long has 44 lines, not 40'
small
yes '/* A line. */' | head -n 301 >"$tree/src/base/planted.h"
style "a file of 301 lines" 1 'planted.h:1: 301 lines, not 300'
small
cp "$tree/src/base/arena.h" "$tree/src/text/arena.h"
style "two files of one name" 1 'arena.h is the name of 2 files'
small
printf 'struct arena {\n    int twice;\n};\n' >"$tree/src/text/planted.h"
style "a tag that is taken" 1 'arena is the tag of 2 things'
small
printf '\nbool nothing_known(void);\n' >>"$tree/src/base/arena.h"
style "a public function without the noun of its file" 1 'nothing_known begins with no noun'
small
printf '\nbool arena_elsewhere(void);\n' >>"$tree/src/base/arena.h"
printf '#include "base/arena.h"\n\nbool arena_elsewhere(void)\n{\n    return true;\n}\n' >"$tree/src/base/planted.c"
style "a function that is defined elsewhere" 1 'arena_elsewhere is defined in planted'
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
