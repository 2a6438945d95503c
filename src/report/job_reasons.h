/* Which reasons made the files of jobs fail. */
#ifndef MARSIFT_REPORT_JOB_REASONS_H
#define MARSIFT_REPORT_JOB_REASONS_H

#include "report/builder.h"

enum { MAX_JOB_REASONS = 2 };

/* The reasons of most of the files, most files first; each has at least a fifth of them. */
struct job_reasons {
    const struct report_reason *reasons[MAX_JOB_REASONS];
    uint64_t files[MAX_JOB_REASONS];
    size_t count;
};

/* Finds the reasons of the `count` jobs and of their lists among those of the report; after
 * build_reasons. Takes as long as these have parts. False with the fault set. */
bool job_reasons_find(struct builder *builder, const uint32_t *jobs, size_t count,
                      struct job_reasons *found);

/* "File in use or locked 900 (E:\Data), Access denied 120" in the arena. On failure a span with
 * bytes NULL and the fault set. */
struct span job_reasons_write(const struct builder *builder, const struct job_reasons *reasons);

#endif
