#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "input/encoding/encoding_preload.h"

Test(input_encoding_preload, holds_what_is_named_and_what_can_be_detected)
{
    struct encoding_preload conversions = {0};
    struct fault fault = {0};
    cr_assert(encoding_preload_open(&conversions, NULL, &fault));
    cr_assert(conversions.forced == NULL);
    cr_assert(eq(sz, conversions.count, ENCODING_PRELOAD_MOST - 1));
    cr_assert(conversions.locale != (locale_t)0);
    encoding_preload_close(&conversions);

    cr_assert(encoding_preload_open(&conversions, "euc-jp", &fault));
    cr_assert(eq(str, (char *)conversions.forced->name, "EUC-JP"));
    cr_assert(eq(sz, conversions.count, ENCODING_PRELOAD_MOST));
    encoding_preload_close(&conversions);

    cr_assert(not(encoding_preload_open(&conversions, "klingon", &fault)));
    cr_assert(fault.kind == FAULT_OPTION);
    encoding_preload_close(&conversions);
    encoding_preload_close(&conversions);
}
