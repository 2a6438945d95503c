/* Strict readers for the output, none of them marsift's own: yajl for JSON, libcsv for CSV,
 * utf8proc for text. Each returns NULL, or one sentence on what is wrong. */
#ifndef MARSIFT_TESTS_STRICT_H
#define MARSIFT_TESTS_STRICT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

/* Accepts UTF-8 that cannot act on its reader: no control character except LF (with `has_color`
 * also the sequences that colour a terminal, with `has_crlf` also CR before LF), no direction
 * control, no line or paragraph separator, no invisible character. */
struct text_rules {
    bool has_color;
    bool has_crlf;
    bool may_hide; /* accepts invisible characters */
};
const char *text_mistake(struct span text, struct text_rules rules);

/* The position of a string in a JSON document: `list` is the name of the outermost object's member
 * that contains it, `key` the name of its own member; empty if there is none. */
struct json_place {
    struct span list;
    struct span key;
    size_t depth; /* the number of objects and arrays around it */
};
typedef void json_string_handler(void *context, const struct json_place *place, struct span value);

/* Accepts one JSON document: UTF-8, no member twice in an object, nothing after it, and inert as
 * text. Calls `handler` (may be NULL) for each string, in order. */
const char *json_mistake(struct span text, json_string_handler *handler, void *context);

/* Accepts one JSON document a line, each line ending with LF. Sets `*count` to their number. */
const char *json_lines_mistake(struct span text, size_t *count);

/* Accepts RFC 4180 with a header: all rows have the same number of cells and are one line that ends
 * with CR LF. Sets `*rows` to their number without the header. `is_safe`: no cell may begin like a
 * formula. */
const char *csv_mistake(struct span text, bool is_safe, size_t *rows);

#endif
