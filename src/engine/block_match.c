#include "engine/block_match.h"

#include <assert.h>

#include "base/count_of.h"
#include "base/hash.h"
#include "engine/left_over.h"
#include "grammar/dialect_turn.h"
#include "grammar/match/last_jobs.h"
#include "text/log_date.h"

uint64_t block_match_prefix(const struct span *fields, uint64_t seed)
{
    static const enum event_field prefix_fields[] = EVENT_PREFIX_FIELDS;
    uint64_t hash = seed;
    for (size_t i = 0; i < COUNT_OF(prefix_fields); i++)
        hash = hash_mix(hash, hash_span(fields[prefix_fields[i]], seed));
    return hash ? hash : 1;
}

bool block_match_leave_over(struct block_job *block_job, const struct event *event,
                            const struct verdict *verdict)
{
    struct left_over *left_over = &block_job->left_over;
    /* What no rule has taken and is an agent error by its words may name a file as well. */
    bool is_left = verdict->class == VERDICT_UNPARSED ||
                   (verdict->class == VERDICT_FINDING && event->rule == NULL);
    if (left_over->matchers == NULL || !is_left || !left_over_may_be(left_over->lines, event))
        return false;
    if (left_over->line_count == 0)
        left_over->first_line = event->line;
    left_over->line_count = event->line + event->line_count - left_over->first_line;
    return true;
}

/* The hosts of the block's lines from one on; NULL if it has none. */
static const struct span *hosts_from(const struct block *block, size_t line)
{
    return block->hosts != NULL ? block->hosts + line : NULL;
}

/* Reads the lines that were left over by the dialect for messages. */
static bool read_left_over(struct block_job *block_job)
{
    struct left_over left_over = block_job->left_over;
    if (left_over.line_count == 0)
        return true;
    const struct matcher_lender *matchers = left_over.matchers;
    struct matcher *matcher = matchers->lend(matchers->context, matchers->thread,
                                             block_job->log->left_over_dialect, block_job->fault);
    if (matcher == NULL)
        return false;
    uint32_t first_line = block_job->first_line;
    struct block lines = {.text = left_over.lines->text,
                          .lines = left_over.lines->lines + left_over.first_line,
                          .hosts = hosts_from(left_over.lines, left_over.first_line),
                          .line_count = left_over.line_count};
    block_job->left_over = (struct left_over){0};
    block_job->first_line += left_over.first_line;
    bool done =
        matcher_match(matcher, &lines, /* is_first= */ true,
                      /* may_merge= */ false, left_over.receiver, block_job, block_job->fault);
    left_over.line_count = 0;
    block_job->left_over = left_over;
    block_job->first_line = first_line;
    return done;
}

bool block_match_read_left_over(struct block_job *block_job, const struct event *event)
{
    const struct left_over *left_over = &block_job->left_over;
    bool may_follow = event->line == left_over->first_line + left_over->line_count &&
                      event->class == VERDICT_UNPARSED;
    return may_follow || read_left_over(block_job);
}

/* Prepares to leave lines over if the dialect is that of a text's ordinary lines, which may be of
 * any kind. */
static void prepare_left_over(struct block_job *block_job, const struct block *lines,
                              size_t dialect_index, const struct matcher_lender *matchers,
                              event_receiver receiver)
{
    const struct block_log *log = block_job->log;
    bool is_any = (block_job->takes_turns || log->leaves_over) &&
                  dialect_index == log->dialect_index && log->left_over_dialect != dialect_index;
    block_job->left_over = (struct left_over){
        .matchers = is_any ? matchers : NULL, .lines = lines, .receiver = receiver};
}

static_assert((int)MAX_LAST_JOBS == (int)MAX_JOB_MOMENTS, "they are copied");

/* Notes the last records of jobs. Of lines that take turns, the last ones with a job tell. */
static void note_last_jobs(struct block_job *block_job, struct matcher *matcher)
{
    struct last_job jobs[MAX_LAST_JOBS];
    struct classified_block *result = &block_job->result;
    size_t count = last_jobs_find(matcher, jobs);
    for (size_t i = 0; i < count; i++)
        result->last_jobs[i] =
            (struct job_moment){.job = tally_job_key(block_job->tally, block_job->log->tally_log,
                                                     jobs[i].host, jobs[i].job),
                                .time = log_date_read(jobs[i].date, jobs[i].time)};
    result->last_job_count = count > 0 ? count : result->last_job_count;
}

/* Matches lines of one dialect. `is_first`: they open the log. */
static bool match_lines(struct block_job *block_job, const struct block *lines,
                        size_t dialect_index, bool is_first, const struct matcher_lender *matchers,
                        event_receiver receiver)
{
    struct fault *fault = block_job->fault;
    struct matcher *matcher =
        matchers->lend(matchers->context, matchers->thread, dialect_index, fault);
    const struct block_log *log = block_job->log;
    bool may_merge = !block_job->names_volumes && !block_job->wants_every_record;
    if (matcher == NULL)
        return false;
    prepare_left_over(block_job, lines, dialect_index, matchers, receiver);
    bool is_usual = dialect_index == log->dialect_index;
    if (!is_usual || log->names_lines)
        block_job->result.kinds |= 1U << log->dialects->dialects[dialect_index]->kind;
    matcher_set_evidence(matcher, is_usual ? log->evidence : (unsigned)EVIDENCE_ANY);
    if (!matcher_match(matcher, lines, is_first, may_merge, receiver, block_job, fault) ||
        !read_left_over(block_job))
        return false;
    const struct span *last = matcher_last_record(matcher);
    block_job->result.last_prefix = last != NULL ? block_match_prefix(last, block_job->seed) : 0;
    note_last_jobs(block_job, matcher);
    return true;
}

static size_t dialect_of_line(const struct block_job *block_job, const struct block *block,
                              size_t line, size_t previous)
{
    struct span text = span_slice(block->text, block->lines[line].start,
                                  (size_t)block->lines[line].start + block->lines[line].length);
    const struct block_log *log = block_job->log;
    return dialect_turn_of_line(log->dialects, block_job->turn_scratch, text, previous,
                                log->dialect_index);
}

/* Matches the block, in which record lines and ordinary ones may take turns, each by its dialect.
 */
static bool match_turns(struct block_job *block_job, const struct block *block,
                        const struct matcher_lender *matchers, event_receiver receiver)
{
    size_t end = 0;
    for (size_t start = 0; start < block->line_count; start = end) {
        size_t dialect_index =
            dialect_of_line(block_job, block, start, block_job->log->dialect_index);
        for (end = start + 1; end < block->line_count; end++)
            if (dialect_of_line(block_job, block, end, dialect_index) != dialect_index)
                break;
        struct block turn = {.text = block->text,
                             .lines = block->lines + start,
                             .hosts = hosts_from(block, start),
                             .line_count = end - start};
        block_job->first_line = (uint32_t)start;
        if (!match_lines(block_job, &turn, dialect_index, block_job->is_first || start > 0,
                         matchers, receiver))
            return false;
    }
    return true;
}

bool block_match_run(struct block_job *block_job, const struct block *block,
                     const struct matcher_lender *matchers, event_receiver receiver)
{
    if (block_job->takes_turns)
        return match_turns(block_job, block, matchers, receiver);
    return match_lines(block_job, block, block_job->log->dialect_index, block_job->is_first,
                       matchers, receiver);
}
