#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "input/structured/record_sign.h"

static struct record_title titles[] = {
    {.name = {"JobState", 8}, .cell = 0},
    {.name = {"JobType", 7}, .cell = 1},
};

static bool has_sign(const char *text)
{
    struct record_titles dialect = {
        .dialect = span_of("jobs"), .titles = titles, .title_count = 2, .cell_count = 2};
    const struct record_titles *dialects[] = {&dialect};
    struct title_index index = {0};
    struct fault fault = {0};
    cr_assert(title_index_build(&index, dialects, 1, &fault));
    bool found = record_sign_is_in_line(&index, span_of(text));
    title_index_release(&index);
    return found;
}

Test(input_record_sign, what_may_begin_a_record_is_one)
{
    static const char *const signs[] = {"JobState : Failed",
                                        "  JobState: Failed",
                                        "JobState = Failed",
                                        "----- ----- --",
                                        "|---|---|",
                                        "Vault,JobType,JobState",
                                        "\"Vault\";JobType;Size",
                                        "{\"a\":1}",
                                        "<Events>",
                                        "[{"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        cr_expect(has_sign(signs[i]), "%s", signs[i]);
}

Test(input_record_sign, lines_of_traces_lists_and_prose_are_none)
{
    static const char *const others[] = {
        "0AB0\t0974\t08/14\t13:16:00.206\t18\tx.cpp(1)\t\tJobState: Failed",
        "FAB0\t0974\t08/14\t13:16:00.206\tJobState",
        "0x80070020, E:\\JobState",
        "E:\\JobState, 0x80070020",
        "------------------------",
        "JobState",
        "The JobState, it failed",
        ""};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        cr_expect_not(has_sign(others[i]), "%s", others[i]);
}
