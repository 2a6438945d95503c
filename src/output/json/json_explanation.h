/* One explanation of `explain` as JSON. */
#ifndef MARSIFT_OUTPUT_JSON_JSON_EXPLANATION_H
#define MARSIFT_OUTPUT_JSON_JSON_EXPLANATION_H

#include "catalog/explain/explanation.h"
#include "output/write/json_writer.h"

/* Writes the members into the object that the caller has begun; docs/explain.schema.json describes
 * them. */
void json_explanation_members(struct json_writer *json, const struct explanation *explanation);

#endif
