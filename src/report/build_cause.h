/* Why a job failed, as far as its records say it. */
#ifndef MARSIFT_REPORT_BUILD_CAUSE_H
#define MARSIFT_REPORT_BUILD_CAUSE_H

#include <stdbool.h>

#include "report/builder.h"
#include "tally/job.h"

/* Sets the number or symbol of the agent error, or the failure code, and its title; both "" if
 * there is no cause. False with the fault set. */
bool build_cause(const struct builder *builder, const struct job_cause *cause, const char **text,
                 const char **title);

#endif
