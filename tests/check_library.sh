#!/bin/sh
# check_library.sh BUILD: checks the library as other programs use it, from an installed tree. BUILD holds what `make`
# builds. Exit status 1 if a check fails.
set -u
cd "$(dirname "$0")/.." || exit 2
build=$1
marsift=$PWD/$build/marsift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
check() { # WHAT COMMAND...
    what=$1
    shift
    if "$@" >"$work/log" 2>&1; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "failed: $what"
        head -n 20 "$work/log"
    fi
}
same() { diff -u "$work/$1" "$work/$2"; }

prefix=$work/usr
make -s install PREFIX="$prefix" BUILD="$build" || exit 1
export PKG_CONFIG_PATH="$prefix/lib/pkgconfig" LD_LIBRARY_PATH="$prefix/lib"
cc=${CC:-cc}
shared=$(pkg-config --cflags --libs marsift) || exit 1
# Links libmarsift.a statically, and the libraries that it uses dynamically.
archive="$(pkg-config --cflags marsift) $prefix/lib/libmarsift.a $(pkg-config --libs $(pkg-config --print-requires-private marsift)) -lcsv -lm"
strict="-std=c11 -D_POSIX_C_SOURCE=200809L -Wall -Wextra -Wpedantic -Werror -pthread"

# The exported symbols are exactly the functions that the header declares.
sed -n 's/.*\(marsift_[a-z_]*\)(.*/\1/p' "$prefix/include/marsift/marsift.h" | grep -v '^marsift_\(status\|options\)$' |
    while read -r name; do grep -q "MARSIFT_API.*$name(\|^$name(" "$prefix/include/marsift/marsift.h" && echo "$name"; done | sort -u >"$work/declared"
nm -D --defined-only "$prefix/lib/libmarsift.so.0" | awk '{ print $3 }' | sort >"$work/shared-symbols"
nm -g --defined-only "$prefix/lib/libmarsift.a" | awk 'NF == 3 { print $3 }' | sort >"$work/archive-symbols"
check "the shared library exports only the header's functions" same declared shared-symbols
check "the archive exports only the header's functions" same declared archive-symbols
readelf -d "$prefix/lib/libmarsift.so.0" >"$work/dynamic"
check "the shared library's name has its version" grep -q 'SONAME.*\[libmarsift.so.0\]' "$work/dynamic"
check "the library's version is the program's" sh -c "[ \"marsift \$(pkg-config --modversion marsift)\" = \"\$($marsift --version | head -n 1)\" ]"

echo '#include <marsift/marsift.h>' >"$work/alone.c"
for standard in c99 c11 c17; do
    check "the header compiles alone as $standard" $cc -std=$standard -Wall -Wextra -Wpedantic -Werror -I"$prefix/include" -c -o "$work/alone.o" "$work/alone.c"
done
if command -v g++ >/dev/null; then
    check "the header compiles alone as C++" g++ -Wall -Wextra -Wpedantic -Werror -I"$prefix/include" -x c++ -c -o "$work/alone.o" "$work/alone.c"
fi

# Build the samples of README.md against the installed tree, with the shared library and with the archive.
python3 - "$work/expected" <<'END' || exit 1
import json, subprocess, sys
report = json.loads(subprocess.run(["build/marsift", "--format", "json", "--lang", "en", "samples/bundle.zip"], stdout=subprocess.PIPE).stdout)
with open(sys.argv[1], "w") as out:
    for reason in report["reasons"][:3]:
        print(f"{reason['rank']}. {reason['title']}: {reason['files']} files ({reason['share']:.1f} %)", file=out)
with open(sys.argv[1] + "-hosts", "w") as out:
    for host in report["hosts"]:
        print(f"{host['name']}: {host['files']} failed files, {host['findings']} agent errors", file=out)
END
for kind in shared archive; do
    eval "flags=\$$kind"
    check "top_reasons builds with the $kind library" $cc $strict -o "$work/top_reasons-$kind" samples/library/top_reasons.c $flags
    "$work/top_reasons-$kind" samples/bundle.zip | grep '^[0-9]*\.' >"$work/reasons-$kind"
    check "top_reasons agrees with the program, $kind" same expected "reasons-$kind"
    check "use_library builds with the $kind library" $cc $strict -o "$work/use_library-$kind" tests/library/use_library.c $flags
    check "misuse_library builds with the $kind library" $cc $strict -o "$work/misuse_library-$kind" tests/library/misuse_library.c $flags
    check "misuse is an error with a sentence, $kind" "$work/misuse_library-$kind" samples/bundle.zip
    for input in samples/bundle.zip samples/CBEngineCurr.errlog samples/LastBackup*.txt; do
        check "every function works as documented on ${input##*/}, $kind" "$work/use_library-$kind" "$input"
    done
done
python3 samples/library/failed_hosts.py samples/bundle.zip >"$work/hosts"
check "failed_hosts agrees with the program" same expected-hosts hosts

# The library's JSON is byte for byte the program's.
for input in samples/bundle.zip samples/CBEngineCurr.errlog; do
    "$marsift" --lang en --format json "$input" >"$work/program.json" 2>/dev/null
    python3 - "$input" >"$work/library.json" <<'END'
import ctypes, sys
library = ctypes.CDLL("libmarsift.so.0")
library.marsift_report_json.restype = ctypes.c_char_p
run = ctypes.c_void_p()
assert library.marsift_open(None, ctypes.byref(run)) == 0
assert library.marsift_add_path(run, sys.argv[1].encode()) == 0 and library.marsift_run(run) == 0
sys.stdout.buffer.write(library.marsift_report_json(run, None))
library.marsift_close(run)
END
    check "the JSON of ${input##*/} equals the program's" same program.json library.json
done

# valgrind cannot check the code that PCRE2 generates, so patterns are interpreted.
$cc -shared -fPIC $(pkg-config --cflags libpcre2-8) -o "$work/no_jit.so" tests/preloaded/no_jit.c || exit 2
for program in "$work/use_library-shared samples/bundle.zip" "$work/misuse_library-shared samples/bundle.zip" "$work/top_reasons-shared samples"; do
    check "${program##*/} leaks no memory and reads none uninitialised" env LD_PRELOAD="$work/no_jit.so" valgrind -q --error-exitcode=98 \
        --leak-check=full --show-leak-kinds=definite,indirect,possible --errors-for-leak-kinds=definite,indirect,possible $program
done
# Some interpreters have reports of their own; none may have the library in its stack.
python=$(python3 -c 'import sys; print(sys.executable)')
LD_PRELOAD="$work/no_jit.so" PYTHONMALLOC=malloc valgrind --num-callers=100 --log-file="$work/python-log" "$python" samples/library/failed_hosts.py \
    samples/bundle.zip >"$work/hosts" 2>/dev/null
check "failed_hosts says the same under valgrind" same expected-hosts hosts
check "valgrind saw failed_hosts to its end" grep -q 'ERROR SUMMARY' "$work/python-log"
check "failed_hosts makes no report about the library" sh -c "! grep -v 'Command:\|Parent' '$work/python-log' | grep marsift"
make -s uninstall PREFIX="$prefix" BUILD="$build"
check "uninstall leaves no file" sh -c "[ -z \"\$(find '$prefix' -type f -o -type l)\" ]"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
