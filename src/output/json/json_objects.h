/* The objects of JSON and NDJSON, shared by both: each function writes the members of one object
 * into the object that the caller has begun. docs/report.schema.json describes every member. */
#ifndef MARSIFT_OUTPUT_JSON_JSON_OBJECTS_H
#define MARSIFT_OUTPUT_JSON_JSON_OBJECTS_H

#include <stddef.h>

#include "catalog/explain/explanation.h"
#include "output/write/json_writer.h"
#include "report/report.h"

/* What was read and counted: everything of a report that is no list. */
void json_summary_members(struct json_writer *json, const struct report *report);

/* Member `job_totals`. */
void json_job_totals(struct json_writer *json, const struct report_job_totals *totals);

void json_file_members(struct json_writer *json, const struct file_row *row);
void json_explanation_members(struct json_writer *json, const struct explanation *explanation);

/* The lists of a report, in the order of the output: key in JSON, type of an element in NDJSON,
 * length in struct report, name of the function that writes the members of one element. */
#define JSON_LISTS(LIST)                                                                           \
    LIST("hosts", "host", host_count, host)                                                        \
    LIST("logs", "log", log_count, log)                                                            \
    LIST("evidence", "evidence", evidence_count, evidence)                                         \
    LIST("skipped", "skipped", skipped_count, skipped)                                             \
    LIST("problems", "problem", problem_count, problem)                                            \
    LIST("do_first", "step", step_count, step)                                                     \
    LIST("reasons", "reason", reason_count, reason)                                                \
    LIST("groups", "group", group_count, group)                                                    \
    LIST("findings", "finding", finding_count, finding)                                            \
    LIST("other_failures", "other_failure", other_failure_count, other_failure)                    \
    LIST("jobs", "job", job_count, job)                                                            \
    LIST("unparsed_examples", "unparsed_example", unparsed_example_count, unparsed)                \
    LIST("limits_hit", "limit", limit_count, limit)

#define DECLARE_MEMBERS(key, type, count, name)                                                    \
    void json_##name##_members(struct json_writer *json, const struct report *report, size_t index);
JSON_LISTS(DECLARE_MEMBERS)
#undef DECLARE_MEMBERS

struct json_list {
    const char *key;
    const char *type;
    size_t count;
    void (*members)(struct json_writer *json, const struct report *report, size_t index);
};

#define COUNT_LIST(key, type, count, name) +1
enum { JSON_LIST_COUNT = 0 JSON_LISTS(COUNT_LIST) };
#undef COUNT_LIST

void json_lists_of(const struct report *report, struct json_list lists[JSON_LIST_COUNT]);

/* Members `log` and `line`. */
void json_place_members(struct json_writer *json, const struct report *report, struct place place);

#endif
