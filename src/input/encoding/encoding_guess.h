/* What the bytes of a log look like when nothing names its encoding. */
#ifndef MARSIFT_INPUT_ENCODING_ENCODING_GUESS_H
#define MARSIFT_INPUT_ENCODING_ENCODING_GUESS_H

#include <stdbool.h>

#include "base/span.h"

enum encoding_guess { GUESS_UTF8, GUESS_CP932, GUESS_CP1252 };

/* For 8-bit text that is not pure ASCII. Valid UTF-8 is UTF-8, so is UTF-8 with a few damaged
 * characters; else code page 932 when there is more Japanese than Western text in the lines that
 * are not valid UTF-8, else 1252. */
enum encoding_guess encoding_guess_eight_bit(struct span text);

enum encoding_guess_utf16 { GUESS_NOT_UTF16, GUESS_UTF16LE, GUESS_UTF16BE };

/* For the head of a log without a mark: UTF-16 has NULs in every second byte, for ASCII characters
 * and line ends at least, and the rest of it are letters that people write. */
enum encoding_guess_utf16 encoding_guess_utf16(struct span head);

#endif
