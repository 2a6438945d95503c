#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/count_of.h"
#include "text/stated_year.h"

static int first_year(const char *line)
{
    size_t at = 0;
    return stated_year_next(span_of(line), &at).year;
}

Test(text_stated_year, a_date_on_the_lines_own_day_has_the_year)
{
    static const char *const lines[] = {
        "0AB0\t0974\t07/21\t01:02:03.004\tBackup started at 2023-07-21T01:02:00Z",
        "0AB0\t0974\t07/21\t01:02:03.004\tBackup started at 7/21/2023 1:02:00 AM",
        "0AB0\t0974\t07/21\t23:02:03.004\tUTC 2023-07-22 03:02:00",
        "first\n0AB0\t0974\t07/21\t01:02:03.004\t<Time>2023-07-21</Time>\nlast",
    };
    for (size_t i = 0; i < COUNT_OF(lines); i++)
        cr_expect(eq(int, first_year(lines[i]), 2023), "%s", lines[i]);
}

Test(text_stated_year, other_dates_and_numbers_have_none)
{
    static const char *const lines[] = {
        "",
        "2023-07-21",
        "0AB0\t0974\t07/21\t01:02:03.004\tinstalled on 2023-03-01",
        "0AB0\t0974\t07/21\t01:02:03.004\tkept until 2025-07-21 by its retention",
        "0AB0\t0974\t07/21\t01:02:03.004\tbuild 2.0.2023.07-21",
        "0AB0\t0974\t07/21\t01:02:03.004\tid 2023-07-219 A2023-07-21",
        "2024-07-21\t0974\tno year is missing: 2023-07-21",
    };
    for (size_t i = 0; i < COUNT_OF(lines); i++)
        cr_expect(eq(int, first_year(lines[i]), 0), "%s", lines[i]);
}

Test(text_stated_year, each_call_goes_on_behind_the_date_before)
{
    size_t at = 0;
    struct span text = span_of("1\t07/21\t01:02:03.004\tfrom 2023-07-21 to 2024-07-21\n");
    cr_assert(eq(int, stated_year_next(text, &at).year, 2023));
    cr_assert(eq(int, stated_year_next(text, &at).year, 2024));
    cr_assert(eq(int, stated_year_next(text, &at).year, 0));
}
