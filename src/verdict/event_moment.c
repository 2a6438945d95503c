#include "verdict/event_moment.h"

#include "text/log_date.h"
#include "text/quoted_moment.h"
#include "text/text_language.h"
#include "verdict/milestone.h"
#include "verdict/state_word.h"

/* True if the words of the event are of a language that puts the day before the month. A clock of
 * twelve hours beside them is that of a machine set up in English. */
static bool is_of_day_first(const struct event *event)
{
    const struct span *fields = event->fields;
    struct span clock = span_trim(fields[fields[FIELD_TIME].length > 0 ? FIELD_TIME : FIELD_DATE]);
    bool has_halves = span_ends_with_ignoring_case(clock, span_of("M"));
    struct span message = fields[FIELD_MESSAGE];
    return state_word_is_day_first(fields[FIELD_STATE]) ||
           state_word_is_day_first(fields[FIELD_LEVEL]) ||
           (!has_halves && text_language_is_day_first(message.length > 0 ? message : event->body));
}

struct datetime event_moment_read(const struct event *event, struct datetime end)
{
    const struct span *fields = event->fields;
    struct datetime time = end;
    if (fields[FIELD_DATE].length > 0)
        time = log_date_read(fields[FIELD_DATE], fields[FIELD_TIME]);
    else if (milestone_is_version(event))
        time = log_date_read(fields[FIELD_GOOD], (struct span){0});
    if (time.order == DATETIME_ORDER_OPEN && is_of_day_first(event))
        time.order = DATETIME_ORDER_OPEN_LABELS;
    return time;
}

void event_moment_take_quoted(const struct event *event, struct datetime *time)
{
    struct datetime quoted = quoted_moment_find(event->body);
    int months = (int)time->month - (int)quoted.month;
    if (event->fields[FIELD_DATE].length == 0)
        *time = quoted;
    else if (datetime_is_set(quoted) && datetime_is_set(*time) && months <= HALF_YEAR_MONTHS &&
             months >= -HALF_YEAR_MONTHS)
        time->year = quoted.year;
}
