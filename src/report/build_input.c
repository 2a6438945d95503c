#include "report/build_input.h"

#include <stdlib.h>
#include <string.h>

#include "report/builder.h"

#include "tally/file_counts.h"
#include "tally/period.h"
#include "tally/source_counts.h"

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
    period_widen(&report->period_first, &report->period_last, &log->first_seen);
    period_widen(&report->period_first, &report->period_last, &log->last_seen);
    report->has_period = true;
}

/* True if neither name, form nor any line says that the log is one of an agent. */
static bool log_is_foreign(const struct report_log *log)
{
    const struct books *books = &log->books;
    return log->kind == LOG_KIND_TEXT && log->reading.reason == READING_LAST_RESORT &&
           books->lines > 0 && books->outside_period == 0 &&
           books->by_class[VERDICT_UNPARSED] + books->by_class[VERDICT_FRAME] == books->lines;
}

/* A foreign log that the user named is a problem; a bundle may hold logs of other programs. */
static void note_foreign(struct report *report, struct report_log *log)
{
    if (!log->named_directly)
        return;
    if (log->problem.length == 0)
        log->problem = span_of(FOREIGN_LOG);
    report->incomplete = true;
}

static bool build_logs(struct builder *builder)
{
    const struct tally *tally = builder->tally;
    struct report *report = builder->report;
    struct report_log *logs = arena_allocate(builder->arena, tally->source_counts.log_count,
                                             sizeof *logs, builder->fault);
    if (logs == NULL)
        return false;
    size_t foreign_count = 0;
    for (size_t i = 0; i < tally->source_counts.log_count; i++) {
        logs[i] = tally->source_counts.logs[i]->shown;
        if (log_is_foreign(&logs[i])) {
            note_foreign(report, &logs[i]);
            foreign_count++;
        }
        add_books(&report->books, &logs[i].books);
        add_period(report, &logs[i]);
        report->incomplete = report->incomplete || !logs[i].complete;
    }
    report->is_foreign = foreign_count == tally->source_counts.log_count;
    report->logs = logs;
    report->log_count = tally->source_counts.log_count;
    return true;
}

static void add_limit(const struct builder *builder, const struct report_limit *hit,
                      enum limit_id id, struct report_limit *limits, size_t *count)
{
    limits[*count] = *hit;
    limits[(*count)++].meaning = limit_meaning(id, builder->options->language);
}

static bool build_limits(struct builder *builder)
{
    const struct hash_array *limited_rules = &builder->tally->source_counts.limited_rules;
    struct report_limit *limits = arena_allocate(builder->arena, LIMIT_COUNT + limited_rules->count,
                                                 sizeof *limits, builder->fault);
    if (limits == NULL)
        return false;
    size_t count = 0;
    for (int id = 0; id < LIMIT_COUNT; id++)
        if (builder->tally->source_counts.limits_hit[id].times > 0)
            add_limit(builder, &builder->tally->source_counts.limits_hit[id], (enum limit_id)id,
                      limits, &count);
    for (size_t i = 0; i < limited_rules->count; i++)
        add_limit(builder, hash_array_at(limited_rules, i), LIMIT_max_regex_steps, limits, &count);
    builder->report->limits = limits;
    builder->report->limit_count = count;
    return true;
}

/* Counts the logs that hold records of every known kind; the kinds that are missing are reported as
 * well. */
static bool build_evidence(struct builder *builder)
{
    enum { KIND_COUNT = LOG_KIND_COUNT - 1 }; /* all but LOG_KIND_OTHER */
    struct report_evidence *evidence =
        arena_allocate(builder->arena, KIND_COUNT, sizeof *evidence, builder->fault);
    if (evidence == NULL)
        return false;
    for (size_t kind = 0; kind < KIND_COUNT; kind++) {
        evidence[kind].kind = (enum log_kind)(kind + 1);
        for (size_t i = 0; i < builder->report->log_count; i++) {
            const struct report_log *log = &builder->report->logs[i];
            bool has_kind =
                log->kind == evidence[kind].kind || (log->other_kinds >> (kind + 1) & 1) != 0;
            evidence[kind].logs += log->books.lines > 0 && has_kind;
        }
    }
    builder->report->evidence = evidence;
    builder->report->evidence_count = KIND_COUNT;
    return true;
}

/* Orders the most telling examples first, then as they were read. */
static int compare_unparsed(const void *left, const void *right)
{
    const struct report_unparsed *a = left;
    const struct report_unparsed *b = right;
    if (a->telling != b->telling)
        return a->telling > b->telling ? -1 : 1;
    if (source_place_is_before(a->place, b->place))
        return -1;
    return source_place_is_before(b->place, a->place) ? 1 : span_compare(a->text, b->text);
}

static bool build_unparsed(struct builder *builder)
{
    const struct hash_array *counted = &builder->tally->source_counts.unparsed;
    struct report_unparsed *list =
        arena_allocate(builder->arena, counted->count, sizeof *list, builder->fault);
    if (list == NULL)
        return false;
    if (counted->count > 0)
        memcpy(list, counted->items, counted->count * sizeof *list);
    qsort(list, counted->count, sizeof *list, compare_unparsed);
    builder->report->unparsed_examples = list;
    builder->report->unparsed_example_count = counted->count;
    return true;
}

/* True if files were skipped for what they hold, and none because it is empty: that one may be a
 * log. */
static bool only_foreign_skipped(const struct report *report)
{
    size_t foreign_count = 0;
    for (size_t i = 0; i < report->skipped_count; i++) {
        const char *reason = report->skipped[i].reason;
        if (strcmp(reason, "empty") == 0)
            return false;
        foreign_count += strcmp(reason, "unknown-text") == 0 || strcmp(reason, "not-text") == 0;
    }
    return foreign_count > 0;
}

bool build_input(struct builder *builder)
{
    const struct tally *tally = builder->tally;
    struct report *report = builder->report;
    if (!build_logs(builder) || !build_limits(builder) || !build_evidence(builder) ||
        !build_unparsed(builder))
        return false;
    report->skipped = tally->source_counts.skipped.items;
    report->skipped_count = tally->source_counts.skipped.count;
    report->problems = tally->source_counts.problems.items;
    report->problem_count = tally->source_counts.problems.count;
    report->file_events = tally->file_counts.events;
    report->files_exact = tally->source_counts.limits_hit[LIMIT_max_distinct_files].times == 0;
    report->year_unknown = tally->source_counts.year_unknown;
    report->is_foreign = report->is_foreign && report->problem_count == 0 &&
                         (report->log_count > 0 || only_foreign_skipped(report));
    report->is_empty = report->books.lines + report->books.outside_period == 0;
    report->incomplete = report->incomplete || report->limit_count > 0 ||
                         report->problem_count > 0 || report->is_empty || report->is_foreign;
    return true;
}
