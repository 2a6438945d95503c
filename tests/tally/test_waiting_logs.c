#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "tally/tally.h"
#include "tally/tally_parts.h"

static struct tally *tally_with(const struct catalog *catalog, const struct limits *limits)
{
    return tally_open(&(struct tally_options){.catalog = catalog, .limits = limits, .seed = 11},
                      NULL);
}

static struct tally_log *log_of(struct tally *tally, const char *name)
{
    struct log_facts facts = {.source = name,
                              .member = "",
                              .name = name,
                              .host = "N1",
                              .kind = LOG_KIND_EVENTS,
                              .kind_name = "events",
                              .grammar = "g"};
    return tally_begin_log(tally, &facts, NULL);
}

/* Adds a block of one line that nobody understands, with a date, and spoils its text. */
static void add(struct tally *tally, struct tally_log *log, struct datetime time)
{
    char text[] = "columns and a message";
    struct classified_record item = {.verdict = {.class = VERDICT_UNPARSED,
                                                 .text = span_of(text),
                                                 .time = time,
                                                 .line_count = 1,
                                                 .record_count = 1}};
    item.verdict.body = span_slice(item.verdict.text, 8, item.verdict.text.length);
    struct classified_block block = {.items = &item, .item_count = 1, .lines = 1};
    date_evidence_note(&block.dates, time);
    cr_assert(tally_add_block(tally, log, &block, NULL));
    memset(text, 'x', sizeof text - 1);
}

static const struct datetime open_date = {
    .year = 2024, .month = 7, .day = 4, .order = DATETIME_ORDER_OPEN};
static const struct datetime day_first = {
    .year = 2024, .month = 5, .day = 21, .order = DATETIME_ORDER_DAY_FIRST};

Test(tally_waiting_logs, are_counted_when_a_later_block_or_log_shows_the_order)
{
    struct limits limits = limits_default();
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    for (int is_other = 0; is_other < 2; is_other++) {
        struct tally *tally = tally_with(catalog, &limits);
        struct tally_log *log = log_of(tally, "a");
        add(tally, log, open_date);
        cr_assert(eq(u64, log->shown.books.lines, 0));
        add(tally, is_other ? log_of(tally, "b") : log, day_first);
        cr_assert(tally_finish(tally, NULL));
        cr_assert(eq(int, log->shown.first_seen.month, 4));
        cr_assert(not(log->shown.dates.is_order_assumed));
        const struct report_unparsed *unparsed =
            hash_array_at(&tally->source_counts.unparsed, (size_t)is_other);
        cr_assert(span_equals(unparsed->text, span_of("columns and a message")));
        cr_assert(span_equals(unparsed->message, span_of("and a message")));
        tally_close(tally);
    }
    catalog_close(catalog);
}

Test(tally_waiting_logs, are_counted_at_the_limit_with_an_assumption)
{
    struct limits limits = limits_default();
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    limits.max_waiting_bytes = 1;
    struct tally *tally = tally_with(catalog, &limits);
    struct tally_log *log = log_of(tally, "a");
    add(tally, log, open_date);
    cr_assert(eq(u64, log->shown.books.lines, 1));
    add(tally, log, day_first);
    cr_assert(tally_finish(tally, NULL));
    cr_assert(eq(int, log->shown.last_seen.month, 7));
    cr_assert(log->shown.dates.is_order_assumed);
    cr_assert(eq(u64, tally->source_counts.limits_hit[LIMIT_max_waiting_bytes].times, 1));
    tally_close(tally);
    catalog_close(catalog);
}
