/* The code pages that logs of Windows are usually in, 932, 1252, 437 and 850, from tables of our
 * own: a minimal system has no modules for iconv. */
#ifndef MARSIFT_INPUT_ENCODING_CODEPAGE_TABLE_H
#define MARSIFT_INPUT_ENCODING_CODEPAGE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"
#include "text/utf8.h"

struct codepage_table;

/* Returns the table of the code page called `name` ("CP932"), static; NULL when there is none. */
const struct codepage_table *codepage_table_find(const char *name);

/* As codepage_convert. */
bool codepage_table_convert(const struct codepage_table *table, struct span raw, bool ends_inside,
                            struct buffer *out, struct utf8_replacements *replacements,
                            struct fault *fault);

/* Converts `text`, which is UTF-8, to the code page, into the `room` bytes at `out`. Returns the
 * length, or SIZE_MAX when the code page lacks a character or the text does not fit. */
size_t codepage_table_encode(const struct codepage_table *table, struct span text, char *out,
                             size_t room);

#endif
