#include "grammar/match/last_jobs.h"

#include "grammar/match/matcher_private.h"

enum { MAX_LINES = 256, MAX_PARSED_LINES = 64 };

/* The group of the columns that has the job; their number if none has. */
static size_t group_of_job(const struct columns *columns)
{
    for (size_t i = 0; i < columns->group_count; i++)
        for (size_t at = 0; at < columns->groups[i].count; at++)
            if (columns->list[columns->groups[i].first + at].field == FIELD_JOB)
                return i;
    return columns->group_count;
}

/* Adds the job of the line's fields, unless a later record of it is there. */
static size_t add_job(const struct matcher *matcher, size_t line, const struct span *fields,
                      struct last_job *jobs, size_t count)
{
    struct span job = fields[FIELD_JOB];
    if (job.length == 0)
        return count;
    for (size_t i = 0; i < count; i++)
        if (span_equals(jobs[i].job, job))
            return count;
    struct span host = fields[FIELD_HOST];
    if (host.length == 0 && matcher->block->hosts != NULL)
        host = matcher->block->hosts[line];
    jobs[count] = (struct last_job){host, job, fields[FIELD_DATE], fields[FIELD_TIME]};
    return count + 1;
}

/* True if a later record had the same cells, and so the same job. */
static bool is_known(uint8_t slot, uint64_t *known)
{
    if (slot >= COLUMN_CACHE_SLOTS)
        return false;
    uint64_t bit = UINT64_C(1) << slot;
    bool was_known = (*known & bit) != 0;
    *known |= bit;
    return was_known;
}

static_assert((int)COLUMN_CACHE_SLOTS <= 64, "a slot is a bit of a uint64_t");

size_t last_jobs_find(struct matcher *matcher, struct last_job jobs[MAX_LAST_JOBS])
{
    struct record_reader *reader = &matcher->reader;
    const struct columns *columns = &reader->dialect->columns;
    const struct parsed_line *last = reader->last;
    size_t count = last->is_valid ? add_job(matcher, last->line, last->fields, jobs, 0) : 0;
    size_t group = group_of_job(columns);
    size_t line = group < columns->group_count ? matcher->block->line_count : 0;
    size_t first = line > MAX_LINES ? line - MAX_LINES : 0;
    uint64_t known = 0;
    size_t parsed = 0;
    while (line-- > first && parsed < MAX_PARSED_LINES && count < MAX_LAST_JOBS) {
        const struct line_layout *layout = &reader->layouts[line];
        if (!layout->is_record || is_known(layout->columns.slots[group], &known))
            continue;
        struct span fields[FIELD_COUNT] = {{0}};
        record_reader_columns(reader, line, fields);
        count = add_job(matcher, line, fields, jobs, count);
        parsed++;
    }
    return count;
}
