#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "input/encoding/encoding_preload.h"

Test(input_conversions, holds_what_is_named_and_what_can_be_detected)
{
    struct conversions conversions = {0};
    struct fault fault = {0};
    cr_assert(conversions_open(&conversions, NULL, &fault));
    cr_assert(conversions.forced == NULL);
    cr_assert(eq(sz, conversions.count, CONVERSIONS_MOST - 1));
    cr_assert(conversions.locale != (locale_t)0);
    conversions_close(&conversions);

    cr_assert(conversions_open(&conversions, "euc-jp", &fault));
    cr_assert(eq(str, (char *)conversions.forced->name, "EUC-JP"));
    cr_assert(eq(sz, conversions.count, CONVERSIONS_MOST));
    conversions_close(&conversions);

    cr_assert(not(conversions_open(&conversions, "klingon", &fault)));
    cr_assert(fault.kind == FAULT_OPTION);
    conversions_close(&conversions);
    conversions_close(&conversions);
}
