#!/bin/sh
# check_hardening.sh BUILD: checks that the program is built so that a bug in it is hard to exploit. Exit status 1 if
# a check fails.
set -u
build=$1
program=$build/marsift
passed=0
failed=0
check() { # NAME: judged by the status of the previous command
    if [ $? -eq 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "check_hardening: does not hold: $1"; fi
}
has() { # PATTERN OPTION...: `readelf OPTION...` of the program must match
    pattern=$1
    shift
    readelf -W "$@" "$program" | grep -Eq -e "$pattern"
}
lacks() { ! has "$@"; }
# Succeeds if all objects have the note NAME. embedded_files.o holds only data.
objects=$(find "$build/obj" -name '*.o' ! -name embedded_files.o)
count=$(echo "$objects" | wc -l)
all_have_note() { [ "$(readelf -nW $objects | grep -c "$1")" -eq "$count" ]; }

has 'Type:.*DYN' -h && has 'FLAGS_1.*PIE' -d; check "position-independent"
has 'GNU_RELRO' -l; check "relocations are read-only"
has 'FLAGS .*BIND_NOW|FLAGS_1.*NOW' -d; check "relocations are done before the program starts"
has 'GNU_STACK' -l && has 'GNU_STACK.* RW +0x' -l; check "the stack cannot be executed"
lacks 'LOAD.* RWE ' -l; check "no memory is both writable and executable"
lacks 'TEXTREL|RPATH|RUNPATH' -d; check "no code is relocated, no library path is built in"
has ' __stack_chk_fail' --dyn-syms; check "the stack is guarded"
[ "$(readelf -W --dyn-syms "$program" | grep -c '_chk@')" -ge 3 ]; check "the C library checks lengths (_FORTIFY_SOURCE)"
case $(readelf -h "$program" | sed -n 's/^ *Machine: *//p') in
*X86-64*)
    all_have_note 'IBT, SHSTK'; check "every object checks jumps and returns (CET)"
    has 'x86 feature:.*SHSTK' -n; check "the program supports a shadow stack"
    objdump -d "$program" | grep -q 'sub  *\$0x1000,%rsp'; check "large stack frames are probed page by page"
    ;;
AArch64)
    all_have_note 'BTI, PAC'; check "every object checks jumps and returns (BTI, PAC)"
    ;;
esac
echo "hardening: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
