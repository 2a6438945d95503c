/* What was read: logs, hosts, books, period, and what was passed over or could not be read. */
#include <stdlib.h>
#include <string.h>

#include "report/builder.h"
#include "tally/count_record.h"

static void add_books(struct books *sum, const struct books *books)
{
    sum->lines += books->lines;
    sum->outside_period += books->outside_period;
    for (int class = 0; class < VERDICT_CLASS_COUNT; class ++)
        sum->by_class[class] += books->by_class[class];
}

static void add_period(struct report *report, const struct report_log *log)
{
    if (!datetime_is_set(log->first_seen))
        return;
    count_widen(&report->period_first, &report->period_last, &log->first_seen);
    count_widen(&report->period_first, &report->period_last, &log->last_seen);
    report->has_period = true;
}

static bool draft_logs(struct draft *draft)
{
    const struct tally *tally = draft->tally;
    struct report *report = draft->report;
    struct report_log *logs =
        arena_allocate(draft->arena, tally->log_count, sizeof *logs, draft->fault);
    if (logs == NULL)
        return false;
    for (size_t i = 0; i < tally->log_count; i++) {
        logs[i] = tally->logs[i]->shown;
        add_books(&report->books, &logs[i].books);
        add_period(report, &logs[i]);
        report->incomplete = report->incomplete || !logs[i].complete;
    }
    report->logs = logs;
    report->log_count = tally->log_count;
    return true;
}

static int compare_hosts(const void *left, const void *right)
{
    const struct report_host *a = left;
    const struct report_host *b = right;
    int order = drafting_more_first(a->files, b->files);
    return order ? order : span_compare(a->name, b->name);
}

/* The host of that name, added when it is new. Hosts may be as many as logs, or as lines. NULL with
 * the fault set. */
static struct report_host *find_host(const struct draft *draft, struct hash_array *hosts,
                                     struct span name)
{
    bool is_new = false;
    struct report_host *host =
        hash_array_add(hosts, tally_host_key(draft->tally, name), &is_new, draft->fault);
    if (host != NULL && is_new)
        host->name = name;
    return host;
}

/* Hosts that logs come from and hosts that lines name. */
static bool collect_hosts(const struct draft *draft, struct hash_array *hosts)
{
    const struct tally *tally = draft->tally;
    for (size_t i = 0; i < tally->log_count; i++) {
        struct report_host *host = find_host(draft, hosts, tally->logs[i]->shown.host);
        if (host == NULL)
            return false;
        host->logs++;
    }
    for (size_t i = 0; i < draft->summary->rows.count; i++) {
        const struct row_sum *row = hash_array_at(&draft->summary->rows, i);
        struct report_host *host = find_host(draft, hosts, drafting_host(draft, row->host));
        if (host == NULL)
            return false;
        host->files += row->files;
    }
    for (size_t i = 0; i < tally->findings.count; i++) {
        const struct tally_finding *finding = hash_array_at(&tally->findings, i);
        struct report_host *host = find_host(draft, hosts, drafting_host(draft, finding->host));
        if (host == NULL)
            return false;
        host->findings += finding->events;
    }
    return true;
}

static bool draft_hosts(struct draft *draft)
{
    struct hash_array hosts = {.item_bytes = sizeof(struct report_host)};
    struct report_host *list = NULL;
    bool done = collect_hosts(draft, &hosts);
    if (done)
        list = arena_allocate(draft->arena, hosts.count, sizeof *list, draft->fault);
    if (list != NULL) {
        for (size_t i = 0; i < hosts.count; i++)
            list[i] = *(const struct report_host *)hash_array_at(&hosts, i);
        qsort(list, hosts.count, sizeof *list, compare_hosts);
        draft->report->hosts = list;
        draft->report->host_count = hosts.count;
    }
    hash_array_release(&hosts);
    return list != NULL;
}

static bool draft_limits(struct draft *draft)
{
    const struct hash_array *undecided = &draft->tally->undecided;
    struct report_limit *limits =
        arena_allocate(draft->arena, LIMIT_COUNT + undecided->count, sizeof *limits, draft->fault);
    if (limits == NULL)
        return false;
    size_t count = 0;
    for (int id = 0; id < LIMIT_COUNT; id++)
        if (draft->tally->limits_hit[id].times > 0)
            limits[count++] = draft->tally->limits_hit[id];
    for (size_t i = 0; i < undecided->count; i++)
        limits[count++] = *(const struct report_limit *)hash_array_at(undecided, i);
    draft->report->limits = limits;
    draft->report->limit_count = count;
    return true;
}

/* Every kind of log that is worth having: one of which there is none is told as well. */
static bool draft_evidence(struct draft *draft)
{
    static const char *const kinds[] = {"engine-log",       "failed-files-list", "events",
                                        "backup-error-log", "messages",          "text"};
    enum { KIND_COUNT = sizeof kinds / sizeof *kinds };
    struct report_evidence *evidence =
        arena_allocate(draft->arena, KIND_COUNT, sizeof *evidence, draft->fault);
    if (evidence == NULL)
        return false;
    for (size_t kind = 0; kind < KIND_COUNT; kind++) {
        evidence[kind].kind = kinds[kind];
        for (size_t i = 0; i < draft->report->log_count; i++) {
            const struct report_log *log = &draft->report->logs[i];
            evidence[kind].logs += log->books.lines > 0 && strcmp(log->kind, kinds[kind]) == 0;
        }
    }
    draft->report->evidence = evidence;
    draft->report->evidence_count = KIND_COUNT;
    return true;
}

bool drafting_reading(struct draft *draft)
{
    const struct tally *tally = draft->tally;
    struct report *report = draft->report;
    if (!draft_logs(draft) || !draft_hosts(draft) || !draft_limits(draft) || !draft_evidence(draft))
        return false;
    report->skipped = tally->skipped.items;
    report->skipped_count = tally->skipped.count;
    report->problems = tally->problems.items;
    report->problem_count = tally->problems.count;
    report->unparsed_examples = tally->unparsed.items;
    report->unparsed_example_count = tally->unparsed.count;
    report->files = tally->files.count + hyperloglog_estimate(&tally->files_overflow);
    report->file_events = tally->file_events;
    report->files_exact = tally->limits_hit[LIMIT_max_distinct_files].times == 0;
    report->year_unknown = tally->year_unknown;
    report->is_empty = report->books.lines + report->books.outside_period == 0;
    report->incomplete = report->incomplete || report->limit_count > 0 ||
                         report->problem_count > 0 || report->is_empty;
    return true;
}
