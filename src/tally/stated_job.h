/* What tables of jobs say of one job. Each of its volumes may have a row, and a table may be read
 * twice or be older than another: the row that says most counts. */
#ifndef MARSIFT_TALLY_STATED_JOB_H
#define MARSIFT_TALLY_STATED_JOB_H

#include <stdbool.h>

#include "base/datetime.h"
#include "tally/source_records.h"
#include "verdict/job_statement.h"

struct stated_job {
    bool is_stated;
    enum stated_state state;
    enum stated_type type;
    struct datetime start; /* the earliest */
    struct datetime end;   /* the latest */
};

/* Notes a row; `start` and `end` may be unset. */
void stated_job_note(struct stated_job *stated, const struct job_statement *statement,
                     struct datetime start, struct datetime end);

/* How the job ended; JOB_RUNNING if it had not, JOB_UNKNOWN if no row says it. */
enum job_state stated_job_state(const struct stated_job *stated);

/* True if a row says how the job ended. */
bool stated_job_has_ended(const struct stated_job *stated);

#endif
