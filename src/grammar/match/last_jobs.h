/* Finds the last record of each job in a block. Harmless records are merged or only counted, and
 * yet they show that a job goes on. */
#ifndef MARSIFT_GRAMMAR_MATCH_LAST_JOBS_H
#define MARSIFT_GRAMMAR_MATCH_LAST_JOBS_H

#include <stddef.h>

#include "base/span.h"
#include "grammar/match/matcher.h"

enum { MAX_LAST_JOBS = 16 };

/* The job of a record, and when that was; lent by the block. */
struct last_job {
    struct span host; /* that the record or its wrapper names */
    struct span job;
    struct span date;
    struct span time;
};

/* Sets the last record of each of the jobs at the end of the block that was matched last, and
 * returns how many they are. Only some hundreds of lines are looked at, so that a log is read as
 * fast as ever; a job of which none is found may go on all the same. */
size_t last_jobs_find(struct matcher *matcher, struct last_job jobs[MAX_LAST_JOBS]);

#endif
