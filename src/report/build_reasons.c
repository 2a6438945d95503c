#include "report/build_reasons.h"

#include <stdlib.h>
#include <string.h>

#include "report/build_actions.h"
#include "report/build_contexts.h"
#include "report/build_folders.h"
#include "report/build_since.h"
#include "report/builder.h"
#include "report/overflow_files.h"
#include "report/rollup.h"

#include "tally/file_counts.h"
#include "tally/period.h"
#include "tally/source_records.h"

enum { LASTING_BACKUPS = 3 }; /* in a row: what made them fail does not pass by itself */

/* Prefers an example that is the row's own, then the one that comes first in the input. */
static void choose_example(struct report_example *best, bool *is_own, const struct row_sum *row)
{
    bool is_first = best->path.bytes == NULL;
    bool is_better = row->is_own_example != *is_own
                         ? row->is_own_example
                         : source_place_is_before(row->example.place, best->place);
    if (is_first || is_better) {
        *best = row->example;
        *is_own = row->is_own_example;
    }
}

static int compare_codes(const void *left, const void *right)
{
    const struct report_code *a = left;
    const struct report_code *b = right;
    int order = builder_more_first(a->files, b->files);
    if (order == 0)
        order = builder_more_first(a->events, b->events);
    if (order == 0)
        order = a->has_value != b->has_value ? (a->has_value ? -1 : 1) : 0;
    return order ? order : (a->value > b->value) - (a->value < b->value);
}

static int compare_values(const void *left, const void *right)
{
    const struct report_code *a = left;
    const struct report_code *b = right;
    if (a->has_value != b->has_value)
        return a->has_value ? -1 : 1;
    return (a->value > b->value) - (a->value < b->value);
}

/* Merges the codes of all hosts into one entry for each code. A list may name as many codes as
 * files, so they are sorted rather than searched. */
static bool merge_codes(const struct builder *builder, struct report_reason *reason,
                        struct report_code *codes, size_t count)
{
    qsort(codes, count, sizeof *codes, compare_values);
    for (size_t i = 0; i < count; i++) {
        size_t last = reason->code_count;
        if (last == 0 || compare_values(&codes[last - 1], &codes[i]) != 0) {
            codes[reason->code_count++] = codes[i];
            continue;
        }
        codes[last - 1].files += codes[i].files;
        codes[last - 1].events += codes[i].events;
    }
    for (size_t i = 0; i < reason->code_count; i++) {
        struct report_code sum = codes[i];
        if (!builder_code(builder, sum.has_value, sum.value, &codes[i]))
            return false;
        codes[i].files = sum.files;
        codes[i].events = sum.events;
    }
    qsort(codes, reason->code_count, sizeof *codes, compare_codes);
    reason->codes = codes;
    return true;
}

static size_t count_rows(const struct hash_array *rows, size_t category)
{
    size_t count = 0;
    for (size_t i = 0; i < rows->count; i++)
        count += ((const struct row_sum *)hash_array_at(rows, i))->category == category;
    return count;
}

/* Sums the rows of one category into its reason. */
static bool sum_rows(struct builder *builder, struct report_reason *reason, size_t category)
{
    const struct hash_array *rows = &builder->rollup->rows;
    size_t most = count_rows(rows, category);
    struct report_code *codes = arena_allocate(builder->arena, most, sizeof *codes, builder->fault);
    struct span *hosts = arena_allocate(builder->arena, most, sizeof *hosts, builder->fault);
    if (codes == NULL || hosts == NULL)
        return false;
    bool is_own_example = false;
    size_t count = 0;
    for (size_t i = 0; i < rows->count; i++) {
        const struct row_sum *row = hash_array_at(rows, i);
        if (row->category != category)
            continue;
        reason->files += row->files;
        reason->events += row->events;
        period_join(&reason->first_seen, &reason->last_seen, row->first, row->last);
        choose_example(&reason->example, &is_own_example, row);
        hosts[count] = builder_host(builder, row->host);
        codes[count++] = (struct report_code){.has_value = row->has_code,
                                              .value = row->has_code ? row->code : 0,
                                              .files = row->files,
                                              .events = row->events};
    }
    reason->host_count = span_sort_unique(hosts, count);
    reason->hosts = hosts;
    return merge_codes(builder, reason, codes, count);
}

static bool build_reason(struct builder *builder, struct report_reason *reason, size_t category)
{
    const struct catalog_category *entry = catalog_category_at(builder->catalog, category);
    enum language language = builder->options->language;
    *reason = (struct report_reason){.category = entry->name,
                                     .title = entry->title[language],
                                     .meaning = entry->meaning[language],
                                     .severity = entry->severity,
                                     .at_risk = entry->at_risk,
                                     .transient = entry->transient,
                                     .exclusion = entry->exclusion[language],
                                     .reference = entry->reference};
    if (!sum_rows(builder, reason, category))
        return false;
    if (builder->tally->file_counts.overflow != NULL) {
        reason->files += overflow_files_of(builder, category);
        reason->events += builder->tally->file_counts.overflow[category].events;
    }
    reason->share_percent = builder_share(builder, reason->files);
    if (!build_folders(builder, reason, category) || !build_since(builder, reason, category) ||
        !build_contexts(builder, reason, category))
        return false;
    if (reason->files > 0 && reason->files == reason->harmless_files)
        reason->at_risk = false;
    reason->may_pass = reason->transient && reason->backups < LASTING_BACKUPS;
    if (!build_reason_actions(builder, category, reason))
        return false;
    if (category == catalog_category_unknown(builder->catalog))
        build_no_code_actions(builder, reason);
    return true;
}

static int compare_reasons(const struct report_reason *a, const struct report_reason *b)
{
    int order = builder_more_first(a->files, b->files);
    if (order == 0)
        order = (b->severity > a->severity) - (b->severity < a->severity);
    if (order == 0)
        order = builder_more_first(a->events, b->events);
    return order ? order : strcmp(a->category, b->category);
}

static int by_files(const void *left, const void *right)
{
    return compare_reasons(left, right);
}

/* Orders data loss first: at risk, then by severity, then by files. */
static int by_risk(const void *left, const void *right)
{
    const struct report_reason *a = left;
    const struct report_reason *b = right;
    if (a->at_risk != b->at_risk)
        return a->at_risk ? -1 : 1;
    if (a->severity != b->severity)
        return a->severity > b->severity ? -1 : 1;
    return compare_reasons(a, b);
}

bool build_reasons(struct builder *builder)
{
    size_t category_count = catalog_category_count(builder->catalog);
    struct report_reason *reasons =
        arena_allocate(builder->arena, category_count, sizeof *reasons, builder->fault);
    bool *is_used = arena_allocate(builder->arena, category_count, sizeof *is_used, builder->fault);
    if (reasons == NULL || is_used == NULL)
        return false;
    for (size_t i = 0; i < builder->rollup->rows.count; i++)
        is_used[((const struct row_sum *)hash_array_at(&builder->rollup->rows, i))->category] =
            true;
    for (size_t i = 0; builder->tally->file_counts.overflow != NULL && i < category_count; i++)
        is_used[i] = is_used[i] || builder->tally->file_counts.overflow[i].events > 0;
    size_t count = 0;
    for (size_t category = 0; category < category_count; category++)
        if (is_used[category] && !build_reason(builder, &reasons[count++], category))
            return false;
    qsort(reasons, count, sizeof *reasons, builder->options->by_risk ? by_risk : by_files);
    for (size_t i = 0; i < count; i++)
        reasons[i].rank = i + 1;
    for (size_t i = 0; i < count; i++)
        builder->report->harmless_files += reasons[i].harmless_files;
    builder->reasons = reasons;
    builder->report->reasons = reasons;
    builder->report->reason_count = count;
    return true;
}
