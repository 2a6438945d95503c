/* A place in a log, as JSON. */
#ifndef MARSIFT_OUTPUT_JSON_JSON_PLACE_H
#define MARSIFT_OUTPUT_JSON_JSON_PLACE_H

#include "output/write/json_writer.h"
#include "report/report.h"

/* Writes the members `log` and `line`. */
void json_place_members(struct json_writer *json, const struct report *report, struct place place);

/* Writes `log` and `line` as null if the place has no line. */
void json_place_optional_members(struct json_writer *json, const struct report *report,
                                 struct place place);

/* Writes the member `example`, null if there is none. */
void json_place_example(struct json_writer *json, const struct report *report,
                        const struct report_example *example);

#endif
