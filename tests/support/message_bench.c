#include "support/message_bench.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "input/encoding/line_index.h"

enum { MAX_LOGGED_FAILURES = 4000 };

static const char record_start[] = "0AB0\t0974\t08/04\t13:16:29.206\t71\tbackupasync.cpp(99)\t"
                                   "[0000000053582120]\t11111111-2222-3333-4444-555555555555\t\t"
                                   "WARNING\t";

/* The places in which an agent's message may occur. */
static const struct placement {
    const char *dialect;
    const char *prefix;
} placements[] = {
    [IN_ENGINE_RECORD] = {"cbengine", record_start},
    [IN_CONSOLE_LINE] = {"messages", ""},
    [IN_ANY_TEXT] = {"text", "noted by the night shift: "},
};

void message_bench_open(struct message_bench *bench)
{
    struct fault fault = {0};
    *bench = (struct message_bench){.limits = limits_default()};
    cr_assert(ruleset_open(&bench->ruleset, NULL, 0, NULL, 0, &bench->limits, &fault), "%s",
              fault.text);
    for (size_t i = 0; i < PLACEMENT_COUNT; i++) {
        for (size_t d = 0; d < bench->ruleset.dialects.count; d++) {
            if (strcmp(bench->ruleset.dialects.dialects[d]->name, placements[i].dialect) != 0)
                continue;
            const struct rule_index *rule_index = ruleset_rule_index(&bench->ruleset, d, &fault);
            cr_assert(rule_index != NULL, "%s", fault.text);
            bench->matchers[i] = matcher_open(rule_index, &bench->limits, NULL, &fault);
        }
        cr_assert(bench->matchers[i] != NULL, "no dialect %s", placements[i].dialect);
    }
}

static void close_bench(struct message_bench *bench)
{
    for (size_t i = 0; i < PLACEMENT_COUNT; i++)
        matcher_close(bench->matchers[i]);
    ruleset_close(&bench->ruleset);
}

static bool keep_verdict(void *context, const struct event *event)
{
    struct message_bench *bench = context;
    if (!verdict_classify(bench->ruleset.catalog, event, /* scratch= */ NULL, &bench->verdict,
                          NULL))
        return false;
    bench->events++;
    return true;
}

struct verdict message_bench_classify(struct message_bench *bench, size_t placement,
                                      const char *text)
{
    char whole[TEXT_BYTES];
    struct fault fault = {0};
    struct line *lines = NULL;
    size_t capacity = 0;
    struct line_index list = {.lines = &lines, .capacity = &capacity};
    snprintf(whole, sizeof whole, "%s%s", placements[placement].prefix, text);
    cr_assert(line_index_find(span_of(whole), bench->limits.max_line_bytes, &list, &fault));
    struct block block = {.text = span_of(whole), .lines = lines, .line_count = list.count};
    bench->events = 0;
    cr_assert(matcher_match(bench->matchers[placement], &block, /* is_first= */ true,
                            /* may_merge= */ false, keep_verdict, bench, &fault));
    memory_free(lines);
    cr_assert(eq(sz, bench->events, 1), "%s", whole);
    return bench->verdict;
}

void message_bench_log(struct message_bench *bench, size_t placement, const char *text,
                       struct verdict verdict)
{
    const struct catalog *catalog = bench->ruleset.catalog;
    const struct agent_error *found =
        verdict.has_error ? catalog_error_at(catalog, verdict.error) : NULL;
    if (++bench->failures > MAX_LOGGED_FAILURES)
        return;
    cr_log_error("%s: '%s' is class %d, error %u %s %s", placements[placement].dialect, text,
                 (int)verdict.class, found ? found->id : 0, found ? found->symbol : "",
                 found ? found->title[0] : "");
}

/* True if the verdict is a finding of that row, or the failure code that the row stands for. */
static bool is_expected(const struct message_bench *bench, size_t row, struct verdict verdict)
{
    const struct agent_error *error = catalog_error_at(bench->ruleset.catalog, row);
    if (error->code != 0)
        return verdict.class == VERDICT_OTHER_FAILURE && verdict.code == error->code;
    return verdict.class == VERDICT_FINDING && verdict.has_error && verdict.error == row;
}

void message_bench_expect(struct message_bench *bench, size_t row, const char *text)
{
    for (size_t placement = 0; placement < PLACEMENT_COUNT; placement++) {
        struct verdict verdict = message_bench_classify(bench, placement, text);
        bench->text_count++;
        if (!is_expected(bench, row, verdict))
            message_bench_log(bench, placement, text, verdict);
    }
}

void message_bench_finish(struct message_bench *bench)
{
    close_bench(bench);
    cr_assert(gt(sz, bench->text_count, 0));
    cr_assert(eq(sz, bench->failures, 0), "%zu of %zu", bench->failures, bench->text_count);
}
