/* Converts text in a code page to UTF-8: 932, 1252, 437 and 850 by tables, any other by the C
 * library's iconv. */
#ifndef MARSIFT_INPUT_ENCODING_CODEPAGE_H
#define MARSIFT_INPUT_ENCODING_CODEPAGE_H

#include <iconv.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"
#include "input/encoding/codepage_table.h"
#include "text/utf8.h"

enum { CODEPAGE_NAME_BYTES = 32 };

/* A converter, open for one code page at a time. Start as `struct codepage codepage = {0};`. */
struct codepage {
    const struct codepage_table *table; /* NULL: the converter */
    iconv_t converter;
    bool is_open;
    size_t unit_bytes; /* 1, 2 or 4: how far to go on after bytes that are invalid */
    char name[CODEPAGE_NAME_BYTES];
};

/* Opens `codepage` for `name`, as iconv spells it; cheap when it already is. False when iconv does
 * not know the name, or the system lacks its module. */
bool codepage_select(struct codepage *codepage, const char *name, size_t unit_bytes);

void codepage_release(struct codepage *codepage);

/* Appends `raw` to `out` as UTF-8. Bytes that are invalid in the code page become U+FFFD and are
 * counted in `replacements`; but the five bytes that code page 1252 leaves undefined become C1
 * controls, as on Windows. With `ends_inside` the text was cut at its end: half a character there
 * is dropped and not counted. Only memory can fail. */
bool codepage_convert(struct codepage *codepage, struct span raw, bool ends_inside,
                      struct buffer *out, struct utf8_replacements *replacements,
                      struct fault *fault);

/* Converts all of `text` from code page `from` to `to` into the `room` bytes at `out`, and returns
 * the length of the result; SIZE_MAX when iconv refuses, or it does not fit. */
size_t codepage_transcode(const char *from, const char *to, struct span text, char *out,
                          size_t room);

/* True if every byte below 0x80 is ASCII in code page `name`, whatever precedes it. */
bool codepage_keeps_ascii(const char *name);

/* Returns how many bytes a line feed takes in code page `name`: 1, 2 or 4, and sets
 * `*is_big_endian` if its high byte comes first. Returns 0 when the code page has no line feed that
 * can be searched for (EBCDIC), or iconv does not know it. */
size_t codepage_unit_bytes(const char *name, bool *is_big_endian);

#endif
