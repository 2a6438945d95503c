/* The ranked lists of a report as JSON. Each function writes the members of one element into the
 * object that the caller has begun. */
#ifndef MARSIFT_OUTPUT_JSON_JSON_RANKED_H
#define MARSIFT_OUTPUT_JSON_JSON_RANKED_H

#include <stddef.h>

#include "output/write/json_writer.h"
#include "report/report.h"

void json_step_members(struct json_writer *json, const struct report *report, size_t index);
void json_reason_members(struct json_writer *json, const struct report *report, size_t index);
void json_group_members(struct json_writer *json, const struct report *report, size_t index);
void json_finding_members(struct json_writer *json, const struct report *report, size_t index);
void json_other_failure_members(struct json_writer *json, const struct report *report,
                                size_t index);

#endif
