#!/bin/sh
# check_hardening.sh BUILD: the program is built so that a fault in it is hard to use.
set -u
build=$1
program=$build/marsift
passed=0
failed=0
check() { # NAME: by the status of the command before it
    if [ $? -eq 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "check_hardening: not so: $1"; fi
}
has() { # PATTERN, then what readelf shows of the program
    pattern=$1
    shift
    readelf -W "$@" "$program" | grep -Eq -e "$pattern"
}
lacks() { ! has "$@"; }
# How many of our objects have it, and how many there are. What was generated is mere data.
objects=$(find "$build/obj" -name '*.o' ! -name embedded_files.o)
count=$(echo "$objects" | wc -l)
all_have_note() { [ "$(readelf -nW $objects | grep -c "$1")" -eq "$count" ]; }

has 'Type:.*DYN' -h && has 'FLAGS_1.*PIE' -d; check "position-independent"
has 'GNU_RELRO' -l; check "relocations are read-only"
has 'FLAGS .*BIND_NOW|FLAGS_1.*NOW' -d; check "all of them, before the program starts"
has 'GNU_STACK' -l && has 'GNU_STACK.* RW +0x' -l; check "the stack cannot be executed"
lacks 'LOAD.* RWE ' -l; check "no memory is both written and executed"
lacks 'TEXTREL|RPATH|RUNPATH' -d; check "no code is relocated, no library comes from elsewhere"
has ' __stack_chk_fail' --dyn-syms; check "the stack is guarded"
[ "$(readelf -W --dyn-syms "$program" | grep -c '_chk@')" -ge 3 ]; check "the C library checks lengths (_FORTIFY_SOURCE)"
case $(readelf -h "$program" | sed -n 's/^ *Machine: *//p') in
*X86-64*)
    all_have_note 'IBT, SHSTK'; check "every object checks jumps and returns (CET)"
    has 'x86 feature:.*SHSTK' -n; check "the program takes a shadow stack"
    objdump -d "$program" | grep -q 'sub  *\$0x1000,%rsp'; check "large frames touch their pages one by one"
    ;;
AArch64)
    all_have_note 'BTI, PAC'; check "every object checks jumps and returns (BTI, PAC)"
    ;;
esac
echo "hardening: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
