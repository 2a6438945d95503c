/* Decodes UTF-16 of either byte order: the form in which Windows tools write most logs. */
#ifndef MARSIFT_INPUT_ENCODING_UTF16_H
#define MARSIFT_INPUT_ENCODING_UTF16_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"
#include "text/utf8.h"

/* Appends `raw` to `out` as UTF-8. Lone surrogates and an odd last byte become U+FFFD and are
 * counted in `replacements`. With `ends_inside` the text was cut at its end: half a character there
 * is dropped and not counted. Only memory can fail. */
bool utf16_decode(struct span raw, bool is_big_endian, bool ends_inside, struct buffer *out,
                  struct utf8_replacements *replacements, struct fault *fault);

#endif
