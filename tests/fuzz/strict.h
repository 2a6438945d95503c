/* Strict readers for what the writers write, none of them marsift's own: yajl for JSON, libcsv
 * for CSV, utf8proc for text. Each gives NULL, or one sentence on what is wrong. */
#ifndef MARSIFT_TESTS_STRICT_H
#define MARSIFT_TESTS_STRICT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

/* UTF-8 without anything that acts on the reader: no control byte but LF (and, when `has_color`,
 * the sequences that colour a terminal; when `has_crlf`, CR before LF), no direction control, no
 * line or paragraph separator, nothing that hides. */
struct text_rules {
    bool has_color;
    bool has_crlf;
    bool may_hide; /* zero width characters stay what they are */
};
const char *text_mistake(struct span text, struct text_rules rules);

/* Where a string stands in a JSON document: `list` is the member of the outermost object that it is
 * in, `key` its own member; both are empty where there is none. */
struct json_place {
    struct span list;
    struct span key;
    size_t depth; /* of objects and arrays around it */
};
typedef void json_string_taker(void *context, const struct json_place *place, struct span value);

/* One JSON document: UTF-8, no member twice in an object, nothing behind it, and inert as text.
 * `taker` (may be NULL) gets its strings in their order. */
const char *json_mistake(struct span text, json_string_taker *taker, void *context);

/* A JSON document a line, each ended by LF; `*count` is how many they are. */
const char *json_lines_mistake(struct span text, size_t *count);

/* RFC 4180 with a header: every row has as many cells, on one line that ends with CR LF; `*rows` is
 * how many they are without the header. `is_safe`: no cell begins as a formula. */
const char *csv_mistake(struct span text, bool is_safe, size_t *rows);

#endif
