/* What the dates of a block show of the log that they are in: whether the month or the day is
 * first, and how far its clock is ahead of UTC. */
#ifndef MARSIFT_VERDICT_DATE_EVIDENCE_H
#define MARSIFT_VERDICT_DATE_EVIDENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/datetime.h"

/* Start as {0}. The first date that shows something counts, so that it does not matter where blocks
 * end. */
struct date_evidence {
    uint8_t order;   /* DATETIME_ORDER_MONTH_FIRST or DATETIME_ORDER_DAY_FIRST; 0: none shows it */
    bool has_open;   /* a date can be read in both orders */
    bool has_labels; /* the labels around one are of a language that puts the day first */
    bool has_utc;    /* a time is in UTC */
    bool has_zone;   /* a time says how far the clock is ahead: */
    int16_t zone_minutes;
};

static inline void date_evidence_note(struct date_evidence *evidence, struct datetime time)
{
    bool is_open = datetime_has_open_order(time);
    evidence->has_open |= is_open;
    evidence->has_labels |= time.order == DATETIME_ORDER_OPEN_LABELS;
    if (evidence->order == DATETIME_ORDER_NONE && !is_open)
        evidence->order = time.order;
    if (!datetime_has_zone(time))
        return;
    int minutes = datetime_zone_minutes(time);
    evidence->has_utc |= minutes == 0;
    if (minutes != 0 && !evidence->has_zone) {
        evidence->has_zone = true;
        evidence->zone_minutes = (int16_t)minutes;
    }
}

/* Adds what later dates show. */
static inline void date_evidence_add(struct date_evidence *evidence,
                                     const struct date_evidence *later)
{
    evidence->has_open |= later->has_open;
    evidence->has_labels |= later->has_labels;
    evidence->has_utc |= later->has_utc;
    if (evidence->order == DATETIME_ORDER_NONE)
        evidence->order = later->order;
    if (!evidence->has_zone && later->has_zone) {
        evidence->has_zone = true;
        evidence->zone_minutes = later->zone_minutes;
    }
}

#endif
