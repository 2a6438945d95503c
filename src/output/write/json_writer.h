/* Writes JSON piece by piece: objects, arrays, members. The result is valid JSON if each begin has
 * its end, and members have keys exactly inside objects. */
#ifndef MARSIFT_OUTPUT_WRITE_JSON_WRITER_H
#define MARSIFT_OUTPUT_WRITE_JSON_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/span.h"
#include "output/write/writer.h"

/* Start as `struct json_writer json = {.writer = writer, .zone = ..., .is_indented = ...}`. */
struct json_writer {
    struct writer *writer;
    const char *zone; /* appended to times; NULL or "" for none */
    bool is_indented; /* one member a line, two blanks a level; else all on one line */
    bool has_content; /* the innermost open object or array has a member */
    unsigned depth;
};

/* In all functions `key` is the name of the member, NULL in an array and at the top. */
void json_begin_object(struct json_writer *json, const char *key);
void json_end_object(struct json_writer *json);
void json_begin_array(struct json_writer *json, const char *key);
void json_end_array(struct json_writer *json);

void json_span(struct json_writer *json, const char *key, struct span text);
void json_text(struct json_writer *json, const char *key, const char *text);
void json_count(struct json_writer *json, const char *key, uint64_t count);
void json_flag(struct json_writer *json, const char *key, bool is_true);
void json_null(struct json_writer *json, const char *key);

/* Writes one decimal; 0.0 for a number that is not finite. */
void json_percent(struct json_writer *json, const char *key, double percent);

/* These write null for an empty text, for NULL and for a datetime that is not set. */
void json_optional_span(struct json_writer *json, const char *key, struct span text);
void json_optional_text(struct json_writer *json, const char *key, const char *text);
void json_datetime(struct json_writer *json, const char *key, struct datetime datetime);

/* Writes an array. */
void json_texts(struct json_writer *json, const char *key, const char *const *texts, size_t count);

#endif
