/* One failed file of `files` as JSON. */
#ifndef MARSIFT_OUTPUT_JSON_JSON_FILE_H
#define MARSIFT_OUTPUT_JSON_JSON_FILE_H

#include "output/write/json_writer.h"
#include "report/report.h"

/* Writes the members into the object that the caller has begun; docs/files.schema.json describes
 * them. */
void json_file_members(struct json_writer *json, const struct file_row *row);

#endif
