/* Everything of a report that is no list, as JSON. */
#ifndef MARSIFT_OUTPUT_JSON_JSON_SUMMARY_H
#define MARSIFT_OUTPUT_JSON_JSON_SUMMARY_H

#include "output/write/json_writer.h"
#include "report/report.h"

/* Writes the members into the object that the caller has begun. */
void json_summary_members(struct json_writer *json, const struct report *report);

#endif
