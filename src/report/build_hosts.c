#include "report/build_hosts.h"

#include <stdlib.h>
#include <string.h>

#include "report/build_host_logs.h"
#include "report/builder.h"
#include "report/host_state.h"
#include "report/kind_files.h"
#include "report/rollup.h"
#include "tally/finding_counts.h"
#include "tally/source_counts.h"
#include "tally/text_budget.h"

/* Orders hosts by what they lost: by state, of which a certain stop is worse than a possible one,
 * then by nights without a backup, then by files. */
static int compare_hosts(const void *left, const void *right)
{
    const struct report_host *a = left;
    const struct report_host *b = right;
    enum host_state worst = a->kinds[0].state;
    enum host_state other = b->kinds[0].state;
    int order = (worst > other) - (worst < other);
    if (order == 0)
        order = builder_more_first(report_host_is_lacking(a), report_host_is_lacking(b));
    if (order == 0)
        order = builder_more_first(a->kinds[0].nights_without, b->kinds[0].nights_without);
    if (order == 0)
        order = builder_more_first(a->files, b->files);
    return order ? order : span_compare(a->name, b->name);
}

/* The host of that name, added if new. There may be as many hosts as lines. NULL with the fault
 * set. */
static struct report_host *find_host(const struct builder *builder, struct hash_array *hosts,
                                     struct span name)
{
    bool is_new = false;
    struct report_host *host = hash_array_add(
        hosts, text_budget_host_key(&builder->tally->text_budget, name), &is_new, builder->fault);
    if (host != NULL && is_new)
        *host = (struct report_host){
            .name = name, .kinds[0] = {.state = HOST_UNKNOWN, .cause = "", .cause_title = ""}};
    return host;
}

static bool collect_failing_hosts(const struct builder *builder, struct hash_array *hosts)
{
    const struct hash_array *failing_hosts = &builder->tally->finding_counts.failing_hosts;
    for (size_t i = 0; i < failing_hosts->count; i++) {
        const struct failing_host *failing = hash_array_at(failing_hosts, i);
        struct report_host *host = find_host(builder, hosts, builder_host(builder, failing->host));
        if (host == NULL)
            return false;
        host->other_failures += failing->events;
    }
    return true;
}

/* Collects the hosts that logs come from and that lines name. False with the fault set. */
static bool collect_hosts(const struct builder *builder, struct hash_array *hosts)
{
    const struct tally *tally = builder->tally;
    for (size_t i = 0; i < tally->source_counts.log_count; i++) {
        const struct report_log *log = &tally->source_counts.logs[i]->shown;
        if (log->names_hosts)
            continue;
        struct report_host *host = find_host(builder, hosts, log->host);
        if (host == NULL)
            return false;
        host->logs++;
    }
    for (size_t i = 0; i < builder->rollup->rows.count; i++) {
        const struct row_sum *row = hash_array_at(&builder->rollup->rows, i);
        struct report_host *host = find_host(builder, hosts, builder_host(builder, row->host));
        if (host == NULL)
            return false;
        host->files += row->files;
    }
    for (size_t i = 0; i < tally->finding_counts.findings.count; i++) {
        const struct tally_finding *finding = hash_array_at(&tally->finding_counts.findings, i);
        struct report_host *host = find_host(builder, hosts, builder_host(builder, finding->host));
        if (host == NULL)
            return false;
        host->findings += finding->events;
    }
    return collect_failing_hosts(builder, hosts);
}

/* Sets the first and the last time in the host's logs, and whether the newest one is cut. */
static void find_period(const struct builder *builder, struct span host,
                        struct host_evidence *evidence)
{
    struct host_logs logs = host_logs_of(builder, host);
    for (size_t i = 0; i < logs.count; i++) {
        struct datetime first = logs.logs[i]->shown.first_seen;
        struct datetime last = logs.logs[i]->shown.last_seen;
        if (datetime_is_set(first) && (!datetime_is_set(evidence->first_record) ||
                                       datetime_is_later(evidence->first_record, first)))
            evidence->first_record = first;
        bool is_cut = logs.logs[i]->shown.problem.length > 0 && !logs.logs[i]->is_list;
        if (datetime_is_later(last, evidence->last_record)) {
            evidence->last_record = last;
            evidence->is_cut = is_cut;
        } else if (is_cut && !datetime_is_later(evidence->last_record, last)) {
            evidence->is_cut = datetime_is_set(last);
        }
    }
}

/* Adds what is known of host number `number`, whether or not a log comes from it. */
static bool add_state(const struct builder *builder, struct hash_array *hosts, uint32_t number)
{
    const struct rollup *rollup = builder->rollup;
    struct span name = builder_host(builder, number);
    bool has_backup = false;
    for (int kind = 0; kind < BACKUP_KIND_COUNT; kind++)
        has_backup = has_backup || builder->backups->rows[number][kind].count > 0;
    uint64_t read_since = rollup->read_since_of_host ? rollup->read_since_of_host[number] : 0;
    uint32_t known = 0;
    uint64_t key = text_budget_host_key(&builder->tally->text_budget, name);
    if (!has_backup && read_since == 0 && !hash_table_find(&hosts->numbers, key, &known))
        return true;
    struct report_host *host = find_host(builder, hosts, name);
    if (host == NULL)
        return false;
    host->files_read_since = read_since;
    struct host_evidence evidence = {.host = number,
                                     .newest = builder->report->newest,
                                     .has_unprotected_files = host->files > 0};
    find_period(builder, name, &evidence);
    return host_state_of(builder, &evidence, host);
}

/* Counts logs whose records name their hosts for the host of their place, if that is one at all. */
static void count_naming_logs(const struct builder *builder, struct hash_array *hosts)
{
    const struct source_counts *sources = &builder->tally->source_counts;
    for (size_t i = 0; i < sources->log_count; i++) {
        const struct report_log *log = &sources->logs[i]->shown;
        uint32_t number = 0;
        uint64_t key = text_budget_host_key(&builder->tally->text_budget, log->host);
        if (log->names_hosts && hash_table_find(&hosts->numbers, key, &number))
            ((struct report_host *)hash_array_at(hosts, number))->logs++;
    }
}

static bool collect_states(const struct builder *builder, struct hash_array *hosts)
{
    size_t count = builder->tally->text_budget.hosts.count;
    for (uint32_t number = 0; number < count; number++)
        if (!add_state(builder, hosts, number))
            return false;
    count_naming_logs(builder, hosts);
    return true;
}

bool build_hosts(struct builder *builder)
{
    struct hash_array hosts = {.item_bytes = sizeof(struct report_host)};
    struct report_host *list = NULL;
    struct report *report = builder->report;
    report->files = builder->rollup->files;
    report->files_ever = builder->rollup->files_ever;
    report->files_read_since = builder->rollup->files_read_since;
    bool done = collect_hosts(builder, &hosts) && collect_states(builder, &hosts);
    if (done)
        list = arena_allocate(builder->arena, hosts.count, sizeof *list, builder->fault);
    for (size_t i = 0; list != NULL && i < hosts.count; i++) {
        list[i] = *(const struct report_host *)hash_array_at(&hosts, i);
        report->hosts_by_state[list[i].kinds[0].state]++;
    }
    builder->hosts = list;
    report->hosts = list;
    report->host_count = list != NULL ? hosts.count : 0;
    hash_array_release(&hosts);
    return list != NULL;
}

static int compare_names(const void *left, const void *right)
{
    const struct report_host *a = *(struct report_host *const *)left;
    const struct report_host *b = *(struct report_host *const *)right;
    return span_compare(a->name, b->name);
}

/* Gives the host the reason of most of the files in its rows, of which those of a reason are
 * together. */
static void choose_reason(struct report_host *host, const struct report_row *rows, size_t count)
{
    uint64_t most = 0;
    size_t end = 0;
    for (size_t start = 0; start < count; start = end) {
        uint64_t files = 0;
        for (end = start; end < count && rows[end].reason == rows[start].reason; end++)
            files += rows[end].code.files;
        if (files <= most)
            continue;
        most = files;
        host->kinds[0].cause = rows[start].reason->category;
        host->kinds[0].cause_title = rows[start].reason->title;
    }
}

/* Shows which files its kinds of backups lack. `rows` are those of the host. */
static void show_files(const struct builder *builder, struct report_host *host,
                       const struct report_row *rows, size_t count)
{
    if (host->kind_count == HOST_KINDS) {
        kind_files_show(builder, host);
        return;
    }
    host->kinds[0].files = host->files;
    if (host->kinds[0].cause[0] == '\0')
        choose_reason(host, rows, count);
}

/* Makes the hosts findable by name. False with the fault set. */
static bool index_by_name(struct builder *builder)
{
    size_t count = builder->report->host_count;
    struct report_host **hosts =
        arena_allocate(builder->arena, count, sizeof(void *), builder->fault);
    for (size_t i = 0; hosts != NULL && i < count; i++)
        hosts[i] = &builder->hosts[i];
    if (hosts != NULL && count > 0)
        qsort(hosts, count, sizeof *hosts, compare_names);
    builder->hosts_by_name = hosts;
    return hosts != NULL;
}

bool build_host_reasons(struct builder *builder)
{
    const struct report *report = builder->report;
    if (!index_by_name(builder))
        return false;
    struct report_host **hosts = builder->hosts_by_name;
    size_t row = 0;
    for (size_t i = 0; i < report->host_count; i++) {
        size_t start = row;
        while (row < report->row_count && span_equals(report->rows[row].host, hosts[i]->name))
            row++;
        show_files(builder, hosts[i], &report->rows[start], row - start);
    }
    return true;
}

bool build_host_ranks(struct builder *builder)
{
    size_t count = builder->report->host_count;
    if (count > 0)
        qsort(builder->hosts, count, sizeof *builder->hosts, compare_hosts);
    for (size_t i = 0; i < count; i++)
        builder->hosts[i].rank = i + 1;
    return index_by_name(builder);
}

struct report_host *build_hosts_find(const struct builder *builder, struct span name)
{
    size_t first = 0;
    size_t end = builder->hosts_by_name != NULL ? builder->report->host_count : 0;
    while (first < end) {
        size_t middle = first + (end - first) / 2;
        int order = span_compare(builder->hosts_by_name[middle]->name, name);
        if (order == 0)
            return builder->hosts_by_name[middle];
        if (order < 0)
            first = middle + 1;
        else
            end = middle;
    }
    return NULL;
}
