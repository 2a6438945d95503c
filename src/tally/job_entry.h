/* Finds or adds the entry of a record's job. */
#ifndef MARSIFT_TALLY_JOB_ENTRY_H
#define MARSIFT_TALLY_JOB_ENTRY_H

#include "base/span.h"
#include "tally/count_private.h"
#include "tally/job.h"

/* The key of the job called `name` on the host of that key. */
uint64_t job_entry_key(uint64_t host_key, struct span name, uint64_t seed);

/* The record's job called `name`, a GUID or the name of a list. NULL with the fault set. */
struct job *job_entry_named(const struct record_counter *counter, struct span name);

/* The job of a row that names none; it is called by the place of its row. NULL with the fault set.
 */
struct job *job_entry_of_statement(const struct record_counter *counter);

#endif
