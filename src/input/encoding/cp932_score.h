/* Scores how much a line looks like Japanese in code page 932 or like Western text in code page
 * 1252. */
#ifndef MARSIFT_INPUT_ENCODING_CP932_SCORE_H
#define MARSIFT_INPUT_ENCODING_CP932_SCORE_H

#include <stdint.h>

#include "base/span.h"

/* Points for each, summed over lines. Start as {0}. */
struct cp932_score {
    uint64_t japanese;
    uint64_t western;
};

/* Adds the points of `line` (raw bytes without terminator). Kana and runs of common kanji hardly
 * ever occur by chance in Western text; a lone accented letter before a Latin one looks like a rare
 * kanji or breaks the double-byte structure. Ranges: JIS X 0208 rows as Shift_JIS, code page 932.
 */
void cp932_score_add(struct cp932_score *score, struct span line);

#endif
