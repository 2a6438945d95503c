/* Decodes, matches and classifies one block: the part of a run that any thread can do. */
#ifndef MARSIFT_ENGINE_BLOCK_JOB_H
#define MARSIFT_ENGINE_BLOCK_JOB_H

#include <stdbool.h>

#include "base/fault.h"
#include "base/limits.h"
#include "engine/block_job_state.h"
#include "tally/tally.h"

/* Fills `block_job->result` from the chunk. The result is lent until the next call. Reads `tally`
 * but does not change it, so other threads may run other jobs at the same time, each with matchers
 * of its own. */
bool block_job_run(struct block_job *block_job, const struct tally *tally,
                   const struct matcher_lender *matchers, const struct limits *limits,
                   struct fault *fault);

/* Frees all memory, that of the chunk included. */
void block_job_release(struct block_job *block_job);

#endif
