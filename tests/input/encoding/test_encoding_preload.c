#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "input/encoding/encoding_preload.h"

Test(input_encoding_preload, loads_what_is_named_and_what_can_be_detected)
{
    struct encoding_preload preload = {0};
    struct fault fault = {0};
    cr_assert(encoding_preload_open(&preload, NULL, &fault));
    cr_assert(preload.forced == NULL);
    cr_assert(eq(sz, preload.count, ENCODING_PRELOAD_MAX - 1));
    cr_assert(preload.locale != (locale_t)0);
    encoding_preload_close(&preload);

    cr_assert(encoding_preload_open(&preload, "euc-jp", &fault));
    cr_assert(eq(str, (char *)preload.forced->name, "EUC-JP"));
    cr_assert(eq(sz, preload.count, ENCODING_PRELOAD_MAX));
    encoding_preload_close(&preload);

    cr_assert(not(encoding_preload_open(&preload, "klingon", &fault)));
    cr_assert(fault.kind == FAULT_OPTION);
    encoding_preload_close(&preload);
    encoding_preload_close(&preload);
}
