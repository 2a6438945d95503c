/* The input as JSON: hosts, logs and kinds of logs, and everything that was not read or understood.
 * Each function writes the members of one element of the report's list into the object that the
 * caller has begun. */
#ifndef MARSIFT_OUTPUT_JSON_JSON_READING_H
#define MARSIFT_OUTPUT_JSON_JSON_READING_H

#include <stddef.h>

#include "output/write/json_writer.h"
#include "report/report.h"

void json_host_members(struct json_writer *json, const struct report *report, size_t index);
void json_log_members(struct json_writer *json, const struct report *report, size_t index);
void json_evidence_members(struct json_writer *json, const struct report *report, size_t index);
void json_merge_members(struct json_writer *json, const struct report *report, size_t index);
void json_skipped_members(struct json_writer *json, const struct report *report, size_t index);
void json_problem_members(struct json_writer *json, const struct report *report, size_t index);
void json_limit_members(struct json_writer *json, const struct report *report, size_t index);
void json_unparsed_members(struct json_writer *json, const struct report *report, size_t index);

/* Writes the line counts: `lines`, one member for each class, and `outside_period`. */
void json_books_members(struct json_writer *json, const struct books *books);

#endif
