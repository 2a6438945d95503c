/* The lists of a report, the same in JSON and NDJSON; docs/report.schema.json describes every
 * member of their elements. */
#ifndef MARSIFT_OUTPUT_JSON_JSON_LISTS_H
#define MARSIFT_OUTPUT_JSON_JSON_LISTS_H

#include <stddef.h>

#include "output/write/json_writer.h"
#include "report/report.h"

/* In the order of the output: the key in JSON, the type of an element in NDJSON, the length in
 * struct report, and X of json_X_members, which writes one element. */
#define JSON_LISTS(LIST)                                                                           \
    LIST("hosts", "host", host_count, host)                                                        \
    LIST("logs", "log", log_count, log)                                                            \
    LIST("merges", "merge", merge_count, merge)                                                    \
    LIST("evidence", "evidence", evidence_count, evidence)                                         \
    LIST("skipped", "skipped", skipped_count, skipped)                                             \
    LIST("problems", "problem", problem_count, problem)                                            \
    LIST("do_first", "step", step_count, step)                                                     \
    LIST("reasons", "reason", reason_count, reason)                                                \
    LIST("groups", "group", group_count, group)                                                    \
    LIST("findings", "finding", finding_count, finding)                                            \
    LIST("other_failures", "other_failure", other_failure_count, other_failure)                    \
    LIST("jobs", "job", job_count, job)                                                            \
    LIST("facts", "fact", fact_count, fact)                                                        \
    LIST("unparsed_examples", "unparsed_example", unparsed_example_count, unparsed)                \
    LIST("limits_hit", "limit", limit_count, limit)

#define COUNT_LIST(key, type, count, name) +1
enum { JSON_LIST_COUNT = 0 JSON_LISTS(COUNT_LIST) };
#undef COUNT_LIST

struct json_list {
    const char *key;
    const char *type;
    size_t count;
    /* Writes the members of one element into the object that the caller has begun. */
    void (*members)(struct json_writer *json, const struct report *report, size_t index);
};

/* Fills `lists` for `report`. */
void json_lists_of(const struct report *report, struct json_list lists[JSON_LIST_COUNT]);

#endif
