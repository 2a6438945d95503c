/* Words of dates and times in the languages of Windows that the agent's users have: English,
 * German, French, Spanish, Italian, Portuguese, Dutch, Japanese, Chinese, and the signs of Korean.
 */
#ifndef MARSIFT_TEXT_MOMENT_WORD_H
#define MARSIFT_TEXT_MOMENT_WORD_H

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

enum moment_word_kind {
    MOMENT_WORD_UNKNOWN,
    MOMENT_WORD_FILLER,    /* a weekday, "de", "at", "Uhr", a blank of any kind: says nothing */
    MOMENT_WORD_SEPARATOR, /* behind the number of a year or month, as in 7月21日; else a weekday */
    MOMENT_WORD_MONTH,
    MOMENT_WORD_MORNING,   /* AM */
    MOMENT_WORD_AFTERNOON, /* PM */
    MOMENT_WORD_UTC
};

struct moment_word {
    enum moment_word_kind kind;
    uint8_t month; /* of MOMENT_WORD_MONTH */
    size_t length; /* in bytes, with the full stops that belong to it */
};

/* Reads the word at the start of `text`, which is not empty and begins with a letter or a byte
 * outside ASCII. Case and accents are ignored, and names may be cut to three letters. */
struct moment_word moment_word_read(struct span text);

#endif
