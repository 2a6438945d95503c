/* JSON written as it comes: objects, arrays, members. It never makes invalid JSON as long as begin
 * and end match. */
#ifndef MARSIFT_OUTPUT_WRITE_JSON_WRITER_H
#define MARSIFT_OUTPUT_WRITE_JSON_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/span.h"
#include "output/write/writer.h"

/* Start as `struct json json = {.writer = writer, .is_indented = ...}`. */
struct json_writer {
    struct writer *writer;
    const char *zone; /* appended to times; NULL or "" for none */
    bool is_indented; /* one member a line, two blanks a level; else all on one line */
    bool has_content; /* of the innermost open object or array */
    unsigned depth;
};

/* `key` is the member's name, NULL inside an array and at the top. */
void json_begin_object(struct json_writer *json, const char *key);
void json_end_object(struct json_writer *json);
void json_begin_array(struct json_writer *json, const char *key);
void json_end_array(struct json_writer *json);

void json_span(struct json_writer *json, const char *key, struct span text);
void json_text(struct json_writer *json, const char *key, const char *text);
void json_count(struct json_writer *json, const char *key, uint64_t count);
void json_flag(struct json_writer *json, const char *key, bool is_true);
void json_null(struct json_writer *json, const char *key);

/* With one decimal. */
void json_percent(struct json_writer *json, const char *key, double percent);

/* As above, but null when there is nothing to say: an empty text, NULL, a moment that is not set.
 */
void json_optional_span(struct json_writer *json, const char *key, struct span text);
void json_optional_text(struct json_writer *json, const char *key, const char *text);
void json_datetime(struct json_writer *json, const char *key, struct datetime datetime);

void json_texts(struct json_writer *json, const char *key, const char *const *texts, size_t count);

#endif
