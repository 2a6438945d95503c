/* Parses and writes failure codes and error numbers in every notation that logs use. The ranges are
 * those of winerror.h. */
#ifndef MARSIFT_TEXT_CODE_NOTATION_H
#define MARSIFT_TEXT_CODE_NOTATION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/span.h"

/* Parses a failure code: 0x80070005, 80070005, [0x80070005], (0x80070005), -2147024891, 2147942405;
 * 1 to 8 hexadecimal digits with 0x, exactly 8 without. Blanks and one pair of brackets may
 * surround it, nothing else. Returns false, and leaves `code` alone, for any other text. */
bool code_notation_read_code(struct span text, uint32_t *code);

/* Parses a number of the agent's own errors: 100050, (ID: 100050), ID 100050, 0x186D2, (0x186C2),
 * [0x1FC07], (0x086C6). Without 0x it is decimal. Returns false, and leaves `id` alone, for any
 * other text. */
bool code_notation_read_id(struct span text, uint32_t *id);

/* Parses a decimal Win32 error, from 1 to 65535, and stores its failure code: 5 is 0x80070005.
 * Returns false, and leaves `code` alone, for any other text. */
bool code_notation_read_win32(struct span text, uint32_t *code);

enum { CODE_NOTATION_BYTES = 11 };

/* Writes `code` as "0x80070005", NUL-terminated, and returns `text`. */
const char *code_notation_write_code(uint32_t code, char text[CODE_NOTATION_BYTES]);

#endif
