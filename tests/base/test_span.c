#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/span.h"

Test(base_span, finds_trims_and_compares_with_nul_as_any_byte)
{
    struct span text = {.bytes = " \ta\0b\r\n", .length = 7};
    struct span trimmed = span_trim(text);
    cr_assert(eq(sz, trimmed.length, 3));
    cr_assert(eq(sz, span_find_byte(trimmed, '\0'), 1));
    cr_assert(eq(sz, span_find(trimmed, (struct span){.bytes = "\0b", .length = 2}), 1));
    cr_assert(eq(sz, span_find(span_of("abc"), span_of("bd")), 3));
    cr_assert(lt(int, span_compare(span_of("ab"), span_of("abc")), 0));
    cr_assert(lt(int, span_compare_ignoring_case(span_of("SRV-A"), span_of("srv-b")), 0));
    cr_assert(gt(int, span_compare_ignoring_case(span_of("srv-a2"), span_of("SRV-A")), 0));
    cr_assert(eq(int, span_compare_ignoring_case(span_of("srv-\xE9"), span_of("SRV-\xE9")), 0));
    cr_assert(span_equals_ignoring_case(span_of("WARNing"), span_of("warnING")));
    cr_assert(not(span_equals_ignoring_case(span_of("[x]"), span_of("{x}"))));
    cr_assert(span_ends_with_ignoring_case(span_of("A.ZIP"), span_of(".zip")));
    cr_assert(not(span_starts_with_ignoring_case(span_of("A"), span_of("AB"))));
    cr_assert(span_equals((struct span){0}, span_of("")));
}

Test(base_span, sorts_and_drops_duplicates)
{
    struct span spans[] = {span_of("b"), span_of("ab"), span_of("b"), span_of("a"), span_of("ab")};
    cr_assert(eq(sz, span_sort_unique(spans, 5), 3));
    cr_assert(span_equals(spans[0], span_of("a")));
    cr_assert(span_equals(spans[1], span_of("ab")));
    cr_assert(span_equals(spans[2], span_of("b")));
}
