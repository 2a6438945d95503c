/* Decides which of a file's events supplies its code, operation, origin, job and time.
 *
 * An event with a code goes before one without. The later of two counts; a list is written when its
 * job ends, so that what a log says up to a day before goes before the entry of a list. An event
 * without a time goes behind all others. What is the same to the millisecond is settled by what the
 * records say: logs, rotated ones and the members of an archive come in any order, and which was
 * read first must not matter. This is a total order, but for times without a year, of which those
 * within half a year of each other have one. */
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
    uint16_t millisecond;
    uint64_t content; /* a hash of code, category, rule and job: no two events that differ in them
                         are equal */
};

/* Seconds since 1970 where the year is known, else seconds since the start of a year, which are
 * fewer than any of these; 0 for an unset time. */
uint32_t event_precedence_time(struct datetime time);

/* True for a time whose year is known; such times have the order of their numbers. */
bool event_precedence_is_dated(uint32_t time);

/* True if `second` is later than `first`; both are event_precedence_time, and any `second` is later
 * than an unknown `first`. Without years, a step back of more than half a year starts a new year. A
 * time with a year and one without have no order: false. */
bool event_precedence_is_later(uint32_t second, uint32_t first);

/* True if the file takes code, job and time from `event` rather than from `known`. False for equal
 * ones. */
bool event_precedence_supersedes(struct event_precedence event, struct event_precedence known);

#endif
