/* The set-up of hosts as JSON. */
#ifndef MARSIFT_OUTPUT_JSON_JSON_FACTS_H
#define MARSIFT_OUTPUT_JSON_JSON_FACTS_H

#include <stddef.h>

#include "output/write/json_writer.h"
#include "report/report.h"

/* Writes the members of one element of the report's list into the object that the caller has begun.
 */
void json_fact_members(struct json_writer *json, const struct report *report, size_t index);

#endif
