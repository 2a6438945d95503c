#include "report/build_findings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "report/build_actions.h"
#include "report/build_bare_failures.h"
#include "report/build_finding_codes.h"
#include "report/build_limit_actions.h"
#include "report/build_places.h"
#include "report/build_shares.h"
#include "report/builder.h"
#include "report/inference.h"
#include "report/recovered.h"
#include "report/rows_at_risk.h"
#include "tally/finding_counts.h"
#include "tally/period.h"

static bool write_number(const struct builder *builder, uint32_t id, struct report_finding *finding)
{
    char decimal[16];
    char hexadecimal[16];
    finding->id = finding->hex = "";
    if (id == 0)
        return true;
    snprintf(decimal, sizeof decimal, "%u", id);
    snprintf(hexadecimal, sizeof hexadecimal, "0x%X", id);
    finding->id = arena_copy(builder->arena, span_of(decimal), builder->fault).bytes;
    finding->hex = arena_copy(builder->arena, span_of(hexadecimal), builder->fault).bytes;
    return finding->id != NULL && finding->hex != NULL;
}

/* True for a mere status, and for a wrapper around an unknown code. */
static bool is_generic(const struct builder *builder, const struct agent_error *error)
{
    return error->is_wrapper || error->category == catalog_category_unknown(builder->catalog);
}

static bool build_finding(const struct builder *builder, const struct tally_finding *counted,
                          struct report_finding *finding)
{
    const struct agent_error *error = catalog_error_at(builder->catalog, counted->error);
    const struct catalog_category *category =
        catalog_category_at(builder->catalog, error->category);
    enum language language = builder->options->language;
    bool is_recovered = recovered_finding(builder, counted);
    *finding = (struct report_finding){.host = builder_host(builder, counted->host),
                                       .symbol = error->symbol,
                                       .title = error->title[language],
                                       .category = category->name,
                                       .category_title = category->title[language],
                                       .severity = error->severity,
                                       .events = counted->events,
                                       .open_events = is_recovered ? 0 : counted->events,
                                       .first_seen = counted->first,
                                       .last_seen = counted->last,
                                       .cause = error->cause[language],
                                       .answered_actions = error->answered_by_files,
                                       .reference = error->reference,
                                       .is_generic = is_generic(builder, error),
                                       .at_risk = error->at_risk && !is_recovered,
                                       .is_recovered = is_recovered,
                                       .example = counted->example,
                                       .files = counted->files,
                                       .is_inferred = counted->is_inferred,
                                       .details = counted->details,
                                       .detail_count = counted->detail_count,
                                       .context = "",
                                       .advice = ""};
    if (counted->has_context) {
        const struct catalog_context *rule = catalog_context_at(builder->catalog, counted->context);
        finding->context = rule->name;
        finding->advice = rule->advice[language];
    }
    return write_number(builder, error->id, finding);
}

/* Orders findings: recovered ones last, unless one is mere information; by severity; specific ones
 * before generic ones; more frequent ones first; by number and name, time and place. */
static int compare_findings(const void *left, const void *right)
{
    const struct report_finding *a = left;
    const struct report_finding *b = right;
    if (a->is_recovered != b->is_recovered && a->severity != SEVERITY_INFORMATION &&
        b->severity != SEVERITY_INFORMATION)
        return a->is_recovered ? 1 : -1;
    if (a->severity != b->severity)
        return a->severity > b->severity ? -1 : 1;
    if (a->is_generic != b->is_generic)
        return a->is_generic ? 1 : -1;
    int order = builder_more_first(a->events, b->events);
    if (order == 0)
        order = strcmp(a->id, b->id);
    if (order == 0)
        order = strcmp(a->symbol, b->symbol);
    if (order == 0)
        order = datetime_compare(a->first_seen, b->first_seen);
    if (order == 0)
        order = (a->example.place.log > b->example.place.log) -
                (a->example.place.log < b->example.place.log);
    return order ? order
                 : (a->example.place.line > b->example.place.line) -
                       (a->example.place.line < b->example.place.line);
}

static int compare_finding_rows(const void *left, const void *right)
{
    const struct report_finding *a = left;
    const struct report_finding *b = right;
    int order = span_compare(a->host, b->host);
    return order ? order : compare_findings(left, right);
}

/* The number of hosts with the agent error number `error`. */
static size_t count_hosts(const struct hash_array *counted, size_t error)
{
    size_t count = 0;
    for (size_t i = 0; i < counted->count; i++)
        count += ((const struct tally_finding *)hash_array_at(counted, i))->error == error;
    return count;
}

/* Lists the hosts with the agent error number `error`, sorted, and those that have not recovered.
 * False with the fault set. */
static bool list_hosts(const struct builder *builder, size_t error, struct report_finding *finding)
{
    const struct hash_array *counted = builder->findings;
    size_t most = count_hosts(counted, error);
    struct span *hosts = arena_allocate(builder->arena, 2 * most, sizeof *hosts, builder->fault);
    if (hosts == NULL)
        return false;
    struct span *open = hosts + most;
    for (size_t i = 0; i < counted->count; i++) {
        const struct tally_finding *one = hash_array_at(counted, i);
        if (one->error != error)
            continue;
        hosts[finding->host_count++] = builder_host(builder, one->host);
        if (!recovered_finding(builder, one))
            open[finding->open_host_count++] = builder_host(builder, one->host);
    }
    /* A host may have a record of it and infer it from another job. */
    finding->host_count = span_sort_unique(hosts, finding->host_count);
    finding->open_host_count = span_sort_unique(open, finding->open_host_count);
    finding->hosts = hosts;
    finding->open_hosts = open;
    return true;
}

/* Collects the details of each of `findings` from all hosts; their numbers are summed already. */
static bool collect_details(const struct builder *builder, const size_t *entry_of_error,
                            struct report_finding *findings, size_t count)
{
    struct span **details = arena_allocate(builder->arena, count, sizeof *details, builder->fault);
    if (details == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        details[i] = arena_allocate(builder->arena, findings[i].detail_count, sizeof **details,
                                    builder->fault);
        if (details[i] == NULL)
            return false;
        findings[i].details = details[i];
    }
    for (size_t i = 0; i < builder->findings->count; i++) {
        const struct tally_finding *one = hash_array_at(builder->findings, i);
        struct span **next = &details[entry_of_error[one->error] - 1];
        for (size_t detail = 0; detail < one->detail_count; detail++)
            *(*next)++ = one->details[detail];
    }
    return true;
}

/* Merges the findings of all hosts into one entry for each error. False with the fault set. */
static bool merge_hosts(struct builder *builder, struct report_finding *findings, size_t *count)
{
    const struct hash_array *counted = builder->findings;
    size_t *entry_of_error = arena_allocate(builder->arena, catalog_error_count(builder->catalog),
                                            sizeof *entry_of_error, builder->fault);
    if (entry_of_error == NULL)
        return false;
    for (size_t i = 0; i < counted->count; i++) {
        const struct tally_finding *one = hash_array_at(counted, i);
        size_t *entry = &entry_of_error[one->error];
        if (*entry == 0) {
            if (!build_finding(builder, one, &findings[*count]) ||
                !list_hosts(builder, one->error, &findings[*count]) ||
                !build_finding_actions(builder, one->error, NULL, &findings[*count]))
                return false;
            findings[*count].host = (struct span){0};
            if (!build_limit_actions(builder, NULL, &findings[*count]))
                return false;
            *entry = ++*count;
            continue;
        }
        struct report_finding *sum = &findings[*entry - 1];
        bool is_recovered = recovered_finding(builder, one);
        sum->is_recovered = sum->is_recovered && is_recovered;
        sum->open_events += is_recovered ? 0 : one->events;
        sum->at_risk =
            catalog_error_at(builder->catalog, one->error)->at_risk && !sum->is_recovered;
        sum->events += one->events;
        sum->files += one->files;
        sum->detail_count += one->detail_count;
        period_join(&sum->first_seen, &sum->last_seen, one->first, one->last);
    }
    return collect_details(builder, entry_of_error, findings, *count) &&
           build_places(builder, entry_of_error, findings) &&
           build_finding_codes(builder, entry_of_error, findings, *count);
}

/* Identifies an agent error in a report. */
static uint64_t key_of(const struct builder *builder, const struct report_finding *finding)
{
    uint64_t seed = builder->tally->options.seed;
    return hash_mix(hash_span(span_of(finding->title), seed),
                    hash_span(span_of(finding->id), seed));
}

/* Numbers the entries, and gives the rows of each agent error the rank of its entry. */
static bool number_rows(const struct builder *builder, struct report_finding *list, size_t count,
                        struct report_finding *rows, size_t row_count)
{
    struct hash_table ranks = {0};
    bool is_new = false;
    bool done = true;
    uint32_t *rank = NULL;
    for (size_t i = 0; done && i < count; i++) {
        list[i].rank = i + 1;
        done = hash_table_add(&ranks, key_of(builder, &list[i]), 0, &rank, &is_new, builder->fault);
        if (done)
            *rank = (uint32_t)i + 1;
    }
    for (size_t i = 0; done && i < row_count; i++) {
        done = hash_table_add(&ranks, key_of(builder, &rows[i]), 0, &rank, &is_new, builder->fault);
        if (done)
            rows[i].rank = *rank;
    }
    hash_table_release(&ranks);
    return done;
}

static bool build_all_findings(struct builder *builder)
{
    const struct hash_array *counted = builder->findings;
    struct report_finding *list =
        arena_allocate(builder->arena, counted->count, sizeof *list, builder->fault);
    struct report_finding *rows =
        arena_allocate(builder->arena, counted->count, sizeof *rows, builder->fault);
    size_t count = 0;
    if (list == NULL || rows == NULL || !merge_hosts(builder, list, &count))
        return false;
    for (size_t i = 0; i < counted->count; i++) {
        const struct tally_finding *one = hash_array_at(counted, i);
        if (!build_finding(builder, one, &rows[i]) ||
            !build_finding_actions(builder, one->error, one, &rows[i]) ||
            !build_limit_actions(builder, one, &rows[i]))
            return false;
        rows_note_at_risk(builder, one, &rows[i]);
    }
    qsort(list, count, sizeof *list, compare_findings);
    qsort(rows, counted->count, sizeof *rows, compare_finding_rows);
    builder->report->finding_list = list;
    builder->report->finding_count = count;
    builder->report->finding_rows = rows;
    builder->report->finding_row_count = counted->count;
    return number_rows(builder, list, count, rows, counted->count);
}

bool build_findings(struct builder *builder)
{
    struct hash_array all = {.item_bytes = sizeof(struct tally_finding)};
    const struct hash_array *counted = &builder->tally->finding_counts.findings;
    bool done = true;
    for (size_t i = 0; done && i < counted->count; i++) {
        const struct tally_finding *finding = hash_array_at(counted, i);
        struct tally_finding *copy = hash_array_append(&all, builder->fault);
        done = copy != NULL;
        if (done) {
            *copy = *finding;
            builder->report->findings += finding->events;
        }
    }
    builder->findings = &all;
    done = done && build_bare_failures(builder, &all) && build_shares(builder, &all) &&
           inference_list(builder, &all) && build_all_findings(builder);
    hash_array_release(&all);
    builder->findings = NULL;
    return done;
}
