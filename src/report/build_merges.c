#include "report/build_merges.h"

#include "base/buffer.h"
#include "text/log_name.h"
#include "text/word_search.h"

/* The agent calls so the log that its engine writes to; earlier ones have numbers. */
static bool is_current_log(const struct tally_log *log)
{
    return log->shown.kind == LOG_KIND_ENGINE_LOG &&
           word_search_contains(log->name, span_of("CBEngineCurr"));
}

/* The log's name from the folder on that is called after the host: logs of several days have the
 * same. Lent by `scratch` or the log. */
static struct span name_below_host(const struct report_log *log, struct buffer *scratch,
                                   struct fault *fault)
{
    struct span name = log_name(log->source, log->member, scratch, fault);
    size_t start;
    size_t end;
    bool has_host = !span_equals(log->host, span_of("-"));
    while (has_host && word_search_find(name, log->host, &start, &end)) {
        size_t next = end;
        while (next < name.length && !span_is_path_separator(name.bytes[next]))
            next++;
        name = span_slice(name, next, name.length);
    }
    return name;
}

/* True if both hold the same, as far as their lines and times show it. */
static bool are_copies(const struct report_log *a, const struct report_log *b)
{
    return a->books.lines == b->books.lines &&
           datetime_compare(a->first_seen, b->first_seen) == 0 &&
           datetime_compare(a->last_seen, b->last_seen) == 0;
}

static bool are_in_one_place(const struct report_log *a, const struct report_log *b,
                             struct fault *fault)
{
    struct buffer first = {0};
    struct buffer second = {0};
    bool is_same =
        span_equals(name_below_host(a, &first, fault), name_below_host(b, &second, fault));
    buffer_release(&first);
    buffer_release(&second);
    return is_same;
}

/* Adds to the merges the log that is not at the place of `first`, of the same host. */
static void add_merge(struct report *report, struct report_merge *merges,
                      const struct tally_log *first, const struct tally_log *log,
                      struct fault *fault)
{
    bool is_known =
        report->merge_count > 0 && merges[report->merge_count - 1].first == first->index;
    if (!is_known && !are_copies(&first->shown, &log->shown) &&
        !are_in_one_place(&first->shown, &log->shown, fault))
        merges[report->merge_count++] =
            (struct report_merge){.first = first->index, .second = log->index};
}

bool build_merges(struct builder *builder)
{
    const struct source_counts *sources = &builder->tally->source_counts;
    const struct tally_log *first = NULL;
    if (builder->tally->options.host != NULL)
        return true;
    struct report_merge *merges =
        arena_allocate(builder->arena, sources->log_count, sizeof *merges, builder->fault);
    if (merges == NULL)
        return false;
    builder->report->merges = merges;
    for (size_t i = 0; i < sources->log_count; i++) {
        const struct tally_log *log = builder->logs_by_host[i];
        if (!is_current_log(log))
            continue;
        if (first != NULL && span_compare_ignoring_case(first->shown.host, log->shown.host) == 0)
            add_merge(builder->report, merges, first, log, builder->fault);
        else
            first = log;
    }
    return builder->fault->kind == FAULT_NONE;
}
