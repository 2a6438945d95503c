/* Names the labels of an event that the Event Viewer copied in a language that no title is known
 * of.
 *
 * In every language it writes the same labels in the same order: log, source, date, number,
 * category, level, keywords, user, computer, description. Behind the label of a source that is
 * known in any language, a date and a number are enough to tell. */
#ifndef MARSIFT_INPUT_STRUCTURED_EVENT_ORDER_H
#define MARSIFT_INPUT_STRUCTURED_EVENT_ORDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"
#include "input/structured/title_index.h"

/* Start with zeros but for the index, which is lent. */
struct event_order {
    const struct title_index *index;
    struct buffer held; /* lines that may begin an event, each with a line feed */
    size_t held_count;
    size_t next; /* the place of the next label of an event; 0: in none */
};

void event_order_release(struct event_order *order);

/* False if nothing is to be done for the line: it need not be fed. */
bool event_order_wants(const struct event_order *order, struct span line);

/* Reads a line, without its line end. Appends to `out` the lines, each with a line feed, that are
 * complete by now, those of an event with labels that are known. False without memory. */
bool event_order_feed(struct event_order *order, struct span line, struct buffer *out,
                      struct fault *fault);

/* Appends the held lines as they are. False without memory. */
bool event_order_end(struct event_order *order, struct buffer *out, struct fault *fault);

#endif
