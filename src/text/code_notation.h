/* Numbers in all their clothes. Facts: formats.md 1.4 of the project's evidence, winerror.h. */
#ifndef MARSIFT_TEXT_CODE_NOTATION_H
#define MARSIFT_TEXT_CODE_NOTATION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/span.h"

/* A failure code: 0x80070005, 80070005, [0x80070005], (0x80070005), -2147024891, 2147942405; 1 to 8
 * hexadecimal digits with 0x, exactly 8 without. Blanks and brackets around it are fine, anything
 * else is not. False leaves `code` alone. */
bool code_notation_read_code(struct span text, uint32_t *code);

/* A number of the agent's own errors: 100050, (ID: 100050), ID 100050, 0x186D2, (0x186C2),
 * [0x1FC07], (0x086C6). Without 0x it is decimal. */
bool code_notation_read_id(struct span text, uint32_t *id);

/* A Win32 error in decimal, 5 or 32 or 1392 (up to 65535), as the failure code that it is:
 * 0x80070005. */
bool code_notation_read_win32(struct span text, uint32_t *code);

enum { CODE_NOTATION_BYTES = 11 };

/* "0x80070005", NUL-terminated. Returns `text`. */
const char *code_notation_write_code(uint32_t code, char text[CODE_NOTATION_BYTES]);

#endif
