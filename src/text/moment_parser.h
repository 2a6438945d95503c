/* Parses a moment as programs show it to people: date and time in any order and language. */
#ifndef MARSIFT_TEXT_MOMENT_PARSER_H
#define MARSIFT_TEXT_MOMENT_PARSER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/span.h"

enum { MOMENT_NUMBERS = 3 };

/* What was read of a moment. Start as {0}. */
struct moment_parser {
    int numbers[MOMENT_NUMBERS]; /* those of the date, in their order */
    uint8_t digits[MOMENT_NUMBERS];
    uint8_t number_count;
    char separator;       /* between the first two numbers; ' ' for blanks and words alone */
    char last_mark;       /* since the last number: / . - or 0 */
    uint8_t month;        /* by its name; 0: none */
    uint8_t half_day;     /* enum moment_word_kind, or 0 */
    bool may_have_offset; /* nothing of a date was read since the time */
    bool has_label_mark;  /* see date_label.h */
    bool has_time;
    bool has_fraction;
    bool has_zone;
    int16_t zone_minutes; /* ahead of UTC */
    int hour;
    int minute;
    int second;
    int millisecond;
};

/* Reads `text` to its end. False if it holds anything that belongs to no moment. */
bool moment_parser_read(struct moment_parser *parser, struct span text);

/* Returns the moment that was read, with the zone and the order of month and day as far as they are
 * known; unset if it has no date or is impossible. */
struct datetime moment_parser_finish(const struct moment_parser *parser);

#endif
