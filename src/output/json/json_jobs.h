/* Jobs as JSON. */
#ifndef MARSIFT_OUTPUT_JSON_JSON_JOBS_H
#define MARSIFT_OUTPUT_JSON_JSON_JOBS_H

#include <stddef.h>

#include "output/write/json_writer.h"
#include "report/report.h"

/* Writes the members of one element of the report's list into the object that the caller has begun.
 */
void json_job_members(struct json_writer *json, const struct report *report, size_t index);

/* Writes the member `job_totals`. */
void json_job_totals(struct json_writer *json, const struct report_job_totals *totals);

#endif
