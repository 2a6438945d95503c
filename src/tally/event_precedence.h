/* Which of a file's events tells its code, operation, origin, job and time.
 *
 * One with a code goes before one without; what a log says on the same day goes before a list's
 * entry, so that it does not matter which of the two was read first; of equals the later one
 * counts, by its time where both have one, else in the order of reading: rotated logs and the
 * members of an archive come in any order. */
#ifndef MARSIFT_TALLY_EVENT_PRECEDENCE_H
#define MARSIFT_TALLY_EVENT_PRECEDENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/datetime.h"

/* What an event is worth to its file. */
struct event_precedence {
    bool has_code;
    bool is_list;  /* an entry of a failed-files list */
    uint32_t time; /* event_precedence_time */
};

/* Seconds since 1970 where the year is known; else seconds since the start of a year, which are
 * less than any of these; 0 for the unset moment. */
uint32_t event_precedence_time(struct datetime time);

/* Whether `second` is later than `first`, both set; without years a step back of more than half a
 * year is a new one. A time with a year and one without have no order: false. */
bool event_precedence_is_later(uint32_t second, uint32_t first);

/* Whether the file takes after `event`, which was read after the one behind `known`. */
bool event_precedence_supersedes(struct event_precedence event, struct event_precedence known);

#endif
