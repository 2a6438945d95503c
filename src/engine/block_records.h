/* Finds the records of tables, lists and the like in a block whose log passed no stage that does:
 * a trace or a list of files, into which somebody may have put other outputs, too. */
#ifndef MARSIFT_ENGINE_BLOCK_RECORDS_H
#define MARSIFT_ENGINE_BLOCK_RECORDS_H

#include <stdbool.h>

#include "engine/block_job_state.h"

/* Decides whether dialects take turns in the block, as they do in one with records, and opens the
 * scratch memory for it. Puts record lines in place of the records; `block` is lent by the job
 * then. A record over two blocks is not found. False with the job's fault set. */
bool block_records_read(struct block_job *block_job, struct block *block);

#endif
