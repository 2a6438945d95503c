#include "report/build_host_logs.h"

#include <stdlib.h>

#include "report/builder.h"

#include "tally/source_counts.h"

/* Host names are compared without case. */
static int compare_logs(const void *left, const void *right)
{
    const struct tally_log *a = *(const struct tally_log *const *)left;
    const struct tally_log *b = *(const struct tally_log *const *)right;
    int order = span_compare_ignoring_case(a->shown.host, b->shown.host);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

bool build_host_logs(struct builder *builder)
{
    const struct tally *tally = builder->tally;
    builder->logs_by_host = arena_allocate(builder->arena, tally->source_counts.log_count,
                                           sizeof(const struct tally_log *), builder->fault);
    if (builder->logs_by_host == NULL)
        return false;
    for (size_t i = 0; i < tally->source_counts.log_count; i++)
        builder->logs_by_host[i] = tally->source_counts.logs[i];
    if (tally->source_counts.log_count > 1)
        qsort(builder->logs_by_host, tally->source_counts.log_count,
              sizeof(const struct tally_log *), compare_logs);
    return true;
}

/* The number of logs of hosts before `host` or, with `with_host`, up to it. */
static size_t count_before(const struct builder *builder, struct span host, bool with_host)
{
    size_t low = 0;
    size_t high = builder->tally->source_counts.log_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (span_compare_ignoring_case(builder->logs_by_host[middle]->shown.host, host) <
            (with_host ? 1 : 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct host_logs host_logs_of(const struct builder *builder, struct span host)
{
    size_t first = count_before(builder, host, false);
    return (struct host_logs){builder->logs_by_host + first,
                              count_before(builder, host, true) - first};
}
