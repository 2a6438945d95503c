/* Text in a code page (932, 1252, whatever iconv of glibc knows) to UTF-8. */
#ifndef MARSIFT_INPUT_ENCODING_CODEPAGE_H
#define MARSIFT_INPUT_ENCODING_CODEPAGE_H

#include <iconv.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"
#include "text/utf8.h"

enum { CODEPAGE_NAME_BYTES = 32 };

/* A converter that is open for one code page at a time. Start as `struct codepage codepage = {0};`.
 */
struct codepage {
    iconv_t converter;
    bool is_open;
    size_t unit_bytes;
    char name[CODEPAGE_NAME_BYTES];
};

/* Makes `codepage` ready for `name`, as iconv spells it; cheap when it already is. False when iconv
 * does not know the name. */
bool codepage_select(struct codepage *codepage, const char *name, size_t unit_bytes);

void codepage_release(struct codepage *codepage);

/* Appends `raw` to `out` as UTF-8. What the code page does not allow becomes U+FFFD, which is noted
 * in `repairs`; but the five bytes that code page 1252 leaves open become C1 controls, as Windows
 * has it. `ends_inside` says that the text was cut at its end: half a character there is dropped
 * and no repair. Only memory can fail. */
bool codepage_convert(struct codepage *codepage, struct span raw, bool ends_inside,
                      struct buffer *out, struct utf8_replacements *replacements,
                      struct fault *fault);

/* Writes what the whole of `text` becomes from code page `from` to `to` into the `room` bytes at
 * `out`, and returns how many they are; SIZE_MAX when iconv refuses, or they do not fit. */
size_t codepage_change(const char *from, const char *to, struct span text, char *out, size_t room);

/* Whether iconv reads every byte below 0x80 of code page `name` as ASCII, whatever stands before
 * it. */
bool codepage_keeps_ascii(const char *name);

/* How many bytes a line feed takes in code page `name`: 1, 2 or 4, and whether its high byte comes
 * first; 0 when it has no line feed that we could look for (EBCDIC) or iconv does not know it. */
size_t codepage_unit_bytes(const char *name, bool *is_big_endian);

#endif
