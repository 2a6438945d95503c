#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "support/random.h"
#include "tally/event_precedence.h"

enum { DAY = 24 * 60 * 60, FIRST = 1720000000 };

/* Few values of each field, so that ties are common; every field is missing at times. */
static struct event_precedence random_event(uint64_t *random)
{
    static const uint32_t times[] = {0,           FIRST,           FIRST + 1,       FIRST + DAY - 1,
                                     FIRST + DAY, FIRST + DAY + 1, FIRST + 2 * DAY, FIRST - DAY};
    return (struct event_precedence){.has_code = random_below(random, 2) == 0,
                                     .is_list = random_below(random, 2) == 0,
                                     .time = times[random_below(random, 8)],
                                     .millisecond = (uint16_t)(random_below(random, 3) * 499),
                                     .content = random_below(random, 3)};
}

static bool is_equal(struct event_precedence a, struct event_precedence b)
{
    bool have_time = a.time != 0;
    return a.has_code == b.has_code && a.is_list == b.is_list && a.time == b.time &&
           (!have_time || a.millisecond == b.millisecond) && a.content == b.content;
}

Test(tally_event_precedence, is_a_total_order)
{
    uint64_t random = 7;
    for (int i = 0; i < 200000; i++) {
        struct event_precedence a = random_event(&random);
        struct event_precedence b = random_event(&random);
        struct event_precedence c = random_event(&random);
        bool a_over_b = event_precedence_supersedes(a, b);
        bool b_over_a = event_precedence_supersedes(b, a);
        bool is_both = a_over_b && b_over_a;
        cr_assert(is_both == false, "antisymmetric");
        cr_assert(a_over_b || b_over_a || is_equal(a, b), "total");
        if (a_over_b && event_precedence_supersedes(b, c))
            cr_assert(event_precedence_supersedes(a, c), "transitive");
    }
}

Test(tally_event_precedence, decides_by_code_then_time_then_kind_then_content)
{
    static const struct {
        const char *what;
        struct event_precedence loses, wins;
    } rows[] = {
        {"a code", {.time = FIRST + DAY}, {.has_code = true, .time = FIRST}},
        {"milliseconds",
         {.time = FIRST, .millisecond = 0, .content = 9},
         {.time = FIRST, .millisecond = 999, .content = 1}},
        {"any time", {.time = 0, .content = 9}, {.time = 1}},
        {"a log, a day before a list", {.is_list = true, .time = FIRST + DAY}, {.time = FIRST}},
        {"a list, more than a day later",
         {.time = FIRST},
         {.is_list = true, .time = FIRST + DAY, .millisecond = 1}},
        {"content", {.time = FIRST, .content = 1}, {.time = FIRST, .content = 2}},
        {"January after December, without years", {.time = 360 * DAY}, {.time = 2 * DAY}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        cr_assert(event_precedence_supersedes(rows[i].wins, rows[i].loses), "%s", rows[i].what);
        cr_assert(event_precedence_supersedes(rows[i].loses, rows[i].wins) == false, "%s",
                  rows[i].what);
    }
}
