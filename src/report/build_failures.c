#include "report/build_failures.h"

#include <stdlib.h>
#include <string.h>

#include "report/build_actions.h"
#include "report/build_hosts.h"
#include "report/builder.h"
#include "report/recovered.h"

#include "tally/finding_counts.h"
#include "tally/job_counts.h"
#include "tally/text_budget.h"

/* Where the next host of a failure is written. */
struct host_list {
    struct span *all;
    struct span *open;
};

static int compare_examples(const struct report_example *a, const struct report_example *b)
{
    if (source_place_is_before(a->place, b->place))
        return -1;
    return source_place_is_before(b->place, a->place) ? 1 : span_compare(a->path, b->path);
}

/* Orders failures: recovered ones last, then more frequent ones first, then by code and name, then
 * by time and place. */
static int compare_failures(const void *left, const void *right)
{
    const struct report_other_failure *a = left;
    const struct report_other_failure *b = right;
    if (a->is_recovered != b->is_recovered)
        return a->is_recovered ? 1 : -1;
    int order = builder_more_first(a->code.events, b->code.events);
    if (order == 0)
        order = strcmp(a->code.text, b->code.text);
    if (order == 0)
        order = span_compare(a->symbol, b->symbol);
    if (order == 0)
        order = datetime_compare(a->first_seen, b->first_seen);
    return order ? order : compare_examples(&a->example, &b->example);
}

/* The category of the failure. A call that the system refuses says nothing of a kind of file where
 * no file failed. */
static const struct catalog_category *category_of(const struct builder *builder,
                                                  const struct tally_failure *failure)
{
    const struct catalog *catalog = builder->catalog;
    const struct catalog_category *category = catalog_category_at(catalog, failure->category);
    bool is_of_files = !failure->is_restore && strcmp(category->name, "unsupported_type") == 0;
    return is_of_files ? catalog_category_at(catalog, catalog_category_unknown(catalog)) : category;
}

/* The code decides on risk and transience where there is one, else the category; that of a file
 * that was not restored is no risk to what is protected. */
static bool build_failure(const struct builder *builder, const struct tally_failure *failure,
                          struct report_other_failure *shown)
{
    enum language language = builder->options->language;
    const struct catalog_category *category = category_of(builder, failure);
    struct code_meaning meaning = catalog_code_meaning(builder->catalog, failure->code);
    bool is_of_code = failure->has_code && !failure->is_restore;
    *shown = (struct report_other_failure){
        .symbol = failure->symbol,
        .category = category->name,
        .example = failure->example,
        .first_seen = failure->first,
        .last_seen = failure->last,
        .title = category->title[language],
        .severity = category->severity,
        .loses_data = is_of_code ? meaning.at_risk : category->at_risk,
        .transient = is_of_code ? meaning.transient : category->transient,
        .is_restore = failure->is_restore,
        .reference = is_of_code ? meaning.reference : category->reference};
    if (!builder_code(builder, failure->has_code, failure->code, &shown->code) ||
        !builder_code(builder, failure->has_detail, failure->detail, &shown->detail))
        return false;
    shown->code.events = failure->events;
    bool has_row = is_of_code && meaning.category == failure->category;
    return build_failure_actions(builder, category, has_row ? &meaning : NULL, shown);
}

/* True if the records of the failure on the host are of backups that failed in a row, and that an
 * agent error says more of. */
static bool is_told(const struct builder *builder, const struct failing_host *failing)
{
    const struct report_host *host =
        build_hosts_find(builder, builder_host(builder, failing->host));
    for (size_t i = 0; host != NULL && i < host->kind_count; i++) {
        const struct report_host_kind *kind = &host->kinds[i];
        bool is_of_code = strncmp(kind->cause, "0x", 2) == 0;
        if (kind->state == HOST_FAILED && !is_of_code && datetime_is_set(kind->since) &&
            datetime_is_set(failing->first) && !datetime_is_later(kind->since, failing->first) &&
            !datetime_is_later(failing->last, kind->newest_end))
            return true;
    }
    return false;
}

/* Counts the hosts of every failure. */
static void count_hosts(const struct builder *builder, struct report_other_failure *list)
{
    const struct hash_array *failing_hosts = &builder->tally->finding_counts.failing_hosts;
    for (size_t i = 0; i < failing_hosts->count; i++) {
        const struct failing_host *failing = hash_array_at(failing_hosts, i);
        struct report_other_failure *shown = &list[failing->failure];
        shown->host_count++;
        if (recovered_since(builder, failing->host, failing->last))
            continue;
        shown->is_told =
            is_told(builder, failing) && (shown->is_told || shown->open_host_count == 0);
        shown->open_host_count++;
        shown->open_events += failing->events;
    }
}

/* Lists the hosts of every failure, sorted, in the order in which failures were counted, and finds
 * those that have recovered on all of them. */
static bool list_hosts(const struct builder *builder, struct report_other_failure *list)
{
    const struct hash_array *failing_hosts = &builder->tally->finding_counts.failing_hosts;
    size_t failures = builder->tally->finding_counts.failures.count;
    struct span *all =
        arena_allocate(builder->arena, failing_hosts->count, sizeof *all, builder->fault);
    struct span *open =
        arena_allocate(builder->arena, failing_hosts->count, sizeof *open, builder->fault);
    struct host_list *next = arena_allocate(builder->arena, failures, sizeof *next, builder->fault);
    if (all == NULL || open == NULL || next == NULL)
        return false;
    count_hosts(builder, list);
    for (size_t i = 0; i < failures; i++) {
        list[i].hosts = next[i].all = all;
        list[i].open_hosts = next[i].open = open;
        all += list[i].host_count;
        open += list[i].open_host_count;
    }
    for (size_t i = 0; i < failing_hosts->count; i++) {
        const struct failing_host *failing = hash_array_at(failing_hosts, i);
        struct span host = builder_host(builder, failing->host);
        *next[failing->failure].all++ = host;
        if (!recovered_since(builder, failing->host, failing->last))
            *next[failing->failure].open++ = host;
    }
    for (size_t i = 0; i < failures; i++) {
        span_sort(next[i].all - list[i].host_count, list[i].host_count);
        span_sort(next[i].open - list[i].open_host_count, list[i].open_host_count);
        list[i].is_recovered = list[i].host_count > 0 && list[i].open_host_count == 0;
        list[i].at_risk = list[i].loses_data && !list[i].is_recovered;
    }
    return true;
}

static int compare_rows(const void *left, const void *right)
{
    const struct report_other_failure *a = left;
    const struct report_other_failure *b = right;
    int order = span_compare(a->host, b->host);
    return order ? order : compare_failures(left, right);
}

/* Splits the failures, which are in the order in which they were counted, by host. An example is
 * that of the first record alone, which only a single host is sure to have. */
static bool build_rows_by_host(const struct builder *builder,
                               const struct report_other_failure *list)
{
    const struct hash_array *failing_hosts = &builder->tally->finding_counts.failing_hosts;
    struct report_other_failure *rows =
        arena_allocate(builder->arena, failing_hosts->count, sizeof *rows, builder->fault);
    if (rows == NULL)
        return false;
    for (size_t i = 0; i < failing_hosts->count; i++) {
        const struct failing_host *failing = hash_array_at(failing_hosts, i);
        rows[i] = list[failing->failure];
        rows[i].host = builder_host(builder, failing->host);
        rows[i].code.events = failing->events;
        rows[i].first_seen = failing->first;
        rows[i].last_seen = failing->last;
        rows[i].is_recovered = recovered_since(builder, failing->host, failing->last);
        rows[i].at_risk = rows[i].loses_data && !rows[i].is_recovered;
        if (rows[i].host_count > 1)
            rows[i].example = (struct report_example){0};
    }
    if (failing_hosts->count > 0)
        qsort(rows, failing_hosts->count, sizeof *rows, compare_rows);
    builder->report->other_failure_rows = rows;
    builder->report->other_failure_row_count = failing_hosts->count;
    return true;
}

bool build_failures(struct builder *builder)
{
    const struct hash_array *counted = &builder->tally->finding_counts.failures;
    struct report *report = builder->report;
    struct report_other_failure *list =
        arena_allocate(builder->arena, counted->count, sizeof *list, builder->fault);
    if (list == NULL)
        return false;
    for (size_t i = 0; i < counted->count; i++)
        report->other_failures += ((const struct tally_failure *)hash_array_at(counted, i))->events;
    for (size_t i = 0; i < counted->count; i++)
        if (!build_failure(builder, hash_array_at(counted, i), &list[i]))
            return false;
    if (!list_hosts(builder, list) || !build_rows_by_host(builder, list))
        return false;
    qsort(list, counted->count, sizeof *list, compare_failures);
    report->other_failure_list = list;
    report->other_failure_count = counted->count;
    return true;
}
