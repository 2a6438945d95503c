/* ISO-2022-JP, in which Japanese mails are written: bytes of seven bits, and escapes between the
 * sets of characters. */
#ifndef MARSIFT_INPUT_ENCODING_ISO2022JP_H
#define MARSIFT_INPUT_ENCODING_ISO2022JP_H

#include <stddef.h>

#include "base/span.h"

enum iso2022jp_set { ISO2022JP_ASCII, ISO2022JP_KANJI, ISO2022JP_KATAKANA };

/* Start with zeros. */
struct iso2022jp {
    enum iso2022jp_set set;
    char lead;           /* the first byte of a character that is not complete */
    char escape[2];      /* the bytes behind an escape byte so far */
    size_t escape_count; /* 0: in none; else with the escape byte */
};

/* Writes the next piece of a text as code page 932 to `bytes`, which has room for one byte more
 * than the piece; they may be its own if it is the first piece. Returns the length. A line end goes
 * back to ASCII. */
size_t iso2022jp_to_cp932(struct iso2022jp *state, struct span piece, char *bytes);

#endif
