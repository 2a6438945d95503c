#include "engine/block_records.h"

#include "engine/line_border.h"
#include "input/structured/record_sign.h"

static bool open_scratch(struct block_job *block_job)
{
    if (block_job->turn_scratch == NULL)
        block_job->turn_scratch =
            pattern_scratch_open(block_job->limits->max_regex_steps, block_job->fault);
    return block_job->turn_scratch != NULL;
}

static bool has_sign(const struct title_index *records, const struct block *block)
{
    for (size_t i = 0; i < block->line_count; i++) {
        const struct line *line = &block->lines[i];
        size_t end = (size_t)line->start + line->length;
        if (record_sign_is_in_line(records, span_slice(block->text, line->start, end)))
            return true;
    }
    return false;
}

bool block_records_read(struct block_job *block_job, struct block *block)
{
    const struct block_log *log = block_job->log;
    block_job->takes_turns = log->takes_turns;
    if (log->records == NULL || !has_sign(log->records, block))
        return !log->takes_turns || open_scratch(block_job);
    if (!open_scratch(block_job))
        return false;
    struct line_border border = {
        .dialects = log->dialects, .scratch = block_job->turn_scratch, .is_in_list = log->is_list};
    struct block read;
    if (!structured_block_read(&block_job->structured, log->records, line_border_of(&border),
                               block_job->limits->max_line_bytes, block, &read,
                               &block_job->takes_turns, block_job->fault))
        return false;
    if (block_job->takes_turns)
        *block = read;
    return true;
}
