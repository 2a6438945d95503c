/* Guesses the encoding of a log by its bytes when nothing names it. */
#ifndef MARSIFT_INPUT_ENCODING_ENCODING_GUESS_H
#define MARSIFT_INPUT_ENCODING_ENCODING_GUESS_H

#include <stdbool.h>

#include "base/span.h"

enum encoding_guess { GUESS_UTF8, GUESS_CP932, GUESS_CP1252 };

/* Guesses the encoding of 8-bit text that is not pure ASCII: UTF-8 when it is valid UTF-8 but for a
 * few damaged characters; else code page 932 when its lines that are not valid UTF-8 look more
 * Japanese than Western, else 1252. */
enum encoding_guess encoding_guess_eight_bit(struct span text);

enum encoding_guess_utf16 { GUESS_NOT_UTF16, GUESS_UTF16LE, GUESS_UTF16BE };

/* Tells if the head of a log without a byte order mark is UTF-16: then every second byte is a NUL,
 * at least for ASCII characters and line ends, and the other units are letters in common use. */
enum encoding_guess_utf16 encoding_guess_utf16(struct span head);

#endif
