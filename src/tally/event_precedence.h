/* Decides which of a file's events supplies its code, operation, origin, job and time.
 *
 * An event with a code goes before one without. What a log says on the same day goes before the
 * entry of a list, so that it does not matter which of the two was read first. Of equals the later
 * one counts: by time where both have one, else by the order of reading, since rotated logs and the
 * members of an archive come in any order. */
#ifndef MARSIFT_TALLY_EVENT_PRECEDENCE_H
#define MARSIFT_TALLY_EVENT_PRECEDENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/datetime.h"

/* What decides the precedence of an event. */
struct event_precedence {
    bool has_code;
    bool is_list;  /* it is an entry of a failed-files list */
    uint32_t time; /* event_precedence_time; 0: unknown */
};

/* Seconds since 1970 where the year is known, else seconds since the start of a year, which are
 * fewer than any of these; 0 for an unset time. */
uint32_t event_precedence_time(struct datetime time);

/* True if `second` is later than `first`; both are event_precedence_time, and any `second` is later
 * than an unknown `first`. Without years, a step back of more than half a year starts a new year. A
 * time with a year and one without have no order: false. */
bool event_precedence_is_later(uint32_t second, uint32_t first);

/* True if the file takes code, job and time from `event`, which was read after the event that
 * supplied `known`. */
bool event_precedence_supersedes(struct event_precedence event, struct event_precedence known);

#endif
