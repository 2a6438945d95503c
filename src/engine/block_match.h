/* Matches the lines of a block, each by its dialect: in a text of several kinds, dialects take
 * turns, and what the text's own does not understand is left over for that of messages. */
#ifndef MARSIFT_ENGINE_BLOCK_MATCH_H
#define MARSIFT_ENGINE_BLOCK_MATCH_H

#include <stdbool.h>
#include <stdint.h>

#include "engine/block_job_state.h"
#include "grammar/match/matcher.h"
#include "verdict/verdict.h"

/* Gives the events of `block` to `receiver`, with `block_job` as the context, and notes the prefix
 * of the last record. Their lines count from `block_job->first_line`. False with the job's fault
 * set. */
bool block_match_run(struct block_job *block_job, const struct block *block,
                     const struct matcher_lender *matchers, event_receiver receiver);

/* To be called by the receiver before it handles `event`: gives it the events of lines that were
 * left over before this one, unless it may be left over with them. */
bool block_match_read_left_over(struct block_job *block_job, const struct event *event);

/* True if another dialect may understand the lines of the event, which are then left over for it:
 * the receiver must not count it. */
bool block_match_leave_over(struct block_job *block_job, const struct event *event,
                            const struct verdict *verdict);

/* Hashes a record's prefix; never 0, which means that there is none. */
uint64_t block_match_prefix(const struct span *fields, uint64_t seed);

#endif
