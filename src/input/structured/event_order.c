#include "input/structured/event_order.h"

#include <string.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "input/structured/list_head.h"
#include "input/structured/list_pair.h"

/* The log's label may be missing, the others may not. */
enum { SOURCE, MOMENT, HEAD_LINES, LOG_AND_HEAD_LINES };

static const char *const labels[] = {"Log Name", "Source",   "Date", "Event ID", "Task Category",
                                     "Level",    "Keywords", "User", "Computer", "Description"};

void event_order_release(struct event_order *order)
{
    buffer_release(&order->held);
    *order = (struct event_order){.index = order->index};
}

static size_t count_digits(struct span text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += ascii_is_digit(text.bytes[i]);
    return count;
}

/* True for what may be a date with a time of day, whatever words are in it. */
static bool may_be_moment(struct span value)
{
    enum { LEAST_DIGITS = 8, MOST_DIGITS = 17, MOST_BYTES = 60 };
    size_t digits = count_digits(value);
    return digits >= LEAST_DIGITS && digits <= MOST_DIGITS && value.length > digits &&
           value.length <= MOST_BYTES;
}

static bool is_number(struct span value)
{
    enum { MOST_DIGITS = 5 };
    return value.length > 0 && value.length <= MOST_DIGITS && count_digits(value) == value.length;
}

static bool is_unknown(const struct event_order *order, const struct list_pair *pair)
{
    return title_index_find(order->index, pair->title) == NO_TITLE;
}

bool event_order_wants(const struct event_order *order, struct span line)
{
    struct list_pair pair;
    return order->next > 0 || order->held_count > 0 ||
           (list_pair_read(line, &pair) && pair.value.length > 0 && is_unknown(order, &pair));
}

static bool append_line(struct buffer *out, struct span line, struct fault *fault)
{
    return buffer_append(out, line, fault) && buffer_append_byte(out, '\n', fault);
}

/* Appends the line of the label at `place`, named if no title is known for it. */
static bool append_named(const struct event_order *order, size_t place, struct span line,
                         struct buffer *out, struct fault *fault)
{
    struct list_pair pair;
    if (!list_pair_read(line, &pair) || !is_unknown(order, &pair))
        return append_line(out, line, fault);
    return buffer_append(out, span_of(labels[place]), fault) &&
           buffer_append(out, span_of(": "), fault) && append_line(out, pair.value, fault);
}

/* Takes the first held line off `*held`. */
static struct span take_line(struct span *held)
{
    size_t end = span_find_byte(*held, '\n');
    struct span line = span_slice(*held, 0, end);
    *held = span_slice(*held, end + 1, held->length);
    return line;
}

/* True if the held lines and the number are the head of an event. */
static bool is_head(const struct event_order *order, struct span number)
{
    struct span held = buffer_span(&order->held);
    struct list_pair pairs[HEAD_LINES] = {0};
    if (order->held_count < HEAD_LINES || !is_number(number))
        return false;
    if (order->held_count == LOG_AND_HEAD_LINES)
        take_line(&held);
    for (size_t i = 0; i < HEAD_LINES; i++)
        if (!list_pair_read(take_line(&held), &pairs[i]))
            return false;
    return list_head_is_source(pairs[SOURCE].value) && may_be_moment(pairs[MOMENT].value);
}

static bool append_head(struct event_order *order, struct span line, struct buffer *out,
                        struct fault *fault)
{
    struct span held = buffer_span(&order->held);
    size_t place = LOG_AND_HEAD_LINES - order->held_count;
    bool done = true;
    while (done && held.length > 0)
        done = append_named(order, place++, take_line(&held), out, fault);
    done = done && append_named(order, place++, line, out, fault);
    order->held.length = 0;
    order->held_count = 0;
    order->next = place;
    return done;
}

/* Appends the oldest held line and drops it. */
static bool give_first(struct event_order *order, struct buffer *out, struct fault *fault)
{
    struct span rest = buffer_span(&order->held);
    bool done = append_line(out, take_line(&rest), fault);
    memmove(order->held.bytes, rest.bytes, rest.length);
    order->held.length = rest.length;
    order->held_count--;
    return done;
}

bool event_order_end(struct event_order *order, struct buffer *out, struct fault *fault)
{
    bool done = buffer_append(out, buffer_span(&order->held), fault);
    order->held.length = 0;
    order->held_count = 0;
    order->next = 0;
    return done;
}

bool event_order_feed(struct event_order *order, struct span line, struct buffer *out,
                      struct fault *fault)
{
    struct list_pair pair;
    bool is_pair = list_pair_read(line, &pair);
    if (order->next > 0 && is_pair) {
        bool done = append_named(order, order->next++, line, out, fault);
        order->next = order->next < COUNT_OF(labels) ? order->next : 0;
        return done;
    }
    if (!is_pair || pair.value.length == 0)
        return event_order_end(order, out, fault) && append_line(out, line, fault);
    if (is_head(order, pair.value))
        return append_head(order, line, out, fault);
    if (order->held_count == LOG_AND_HEAD_LINES && !give_first(order, out, fault))
        return false;
    order->held_count++;
    return append_line(&order->held, line, fault);
}
