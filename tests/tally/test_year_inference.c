#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tally/year_inference.h"

static int year_of(struct year_inference *years, int month, int day)
{
    struct datetime datetime = {.month = (uint8_t)month, .day = (uint8_t)day, .has_time = true};
    return year_inference_resolve(years, datetime).year;
}

Test(tally_year_inference, counts_back_from_the_files_date_or_on_from_the_first_year)
{
    struct datetime modified = {.year = 2021, .month = 1, .day = 5, .has_time = true};
    struct datetime named = {.year = 2019, .month = 6, .day = 1};
    struct year_inference by_file = year_inference_start((struct datetime){0}, modified, 0);
    cr_assert(eq(int, year_of(&by_file, 12, 30), 2020));
    cr_assert(eq(int, year_of(&by_file, 1, 4), 2021));
    cr_assert(eq(int, year_of(&by_file, 1, 6), 2021)); /* zones: a day later is still this year */
    cr_assert(eq(int, year_of(&by_file, 1, 7), 2020));
    cr_assert(eq(int, year_of(&by_file, 2, 29), 2020));
    struct datetime new_years_eve = {
        .year = 2023, .month = 12, .day = 31, .hour = 15, .has_time = true};
    struct year_inference by_new_years_eve =
        year_inference_start((struct datetime){0}, new_years_eve, 0);
    cr_assert(eq(int, year_of(&by_new_years_eve, 12, 31), 2023));
    cr_assert(
        eq(int, year_of(&by_new_years_eve, 1, 1), 2024)); /* a zone ahead of the file's time */
    cr_assert(eq(int, year_of(&by_new_years_eve, 1, 2), 2023));
    struct datetime odd = {.year = 2022, .month = 3, .day = 5};
    struct year_inference by_odd_file = year_inference_start((struct datetime){0}, odd, 0);
    cr_assert(eq(int, year_of(&by_odd_file, 2, 29), 0));
    struct year_inference by_name = year_inference_start(named, modified, 0);
    cr_assert(eq(int, year_of(&by_name, 5, 31), 2019));
    struct year_inference by_user = year_inference_start(named, modified, 2015);
    cr_assert(eq(int, year_of(&by_user, 11, 30), 2015));
    cr_assert(eq(int, year_of(&by_user, 12, 31), 2015));
    cr_assert(eq(int, year_of(&by_user, 1, 1), 2016));
    cr_assert(eq(int, year_of(&by_user, 12, 31), 2015)); /* threads write a little out of order */
    cr_assert(eq(int, year_of(&by_user, 1, 1), 2016));
    struct year_inference unknown =
        year_inference_start((struct datetime){0}, (struct datetime){0}, 0);
    cr_assert(eq(int, year_of(&unknown, 8, 4), 0));
}
