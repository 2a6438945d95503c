#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/fault.h"

Test(base_fault, keeps_the_first_one)
{
    struct fault fault = {0};
    cr_assert(not(fault_set(&fault, FAULT_READ, "cannot read %s", "a")));
    fault_set(&fault, FAULT_WRITE, "later");
    cr_assert(eq(str, fault.text, "cannot read a"));
    cr_assert(eq(int, fault.kind, FAULT_READ));
}
