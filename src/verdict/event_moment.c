#include "verdict/event_moment.h"

#include "text/quoted_moment.h"
#include "text/text_language.h"
#include "verdict/state_word.h"

bool event_moment_is_of_day_first(const struct event *event)
{
    const struct span *fields = event->fields;
    struct span clock = span_trim(fields[fields[FIELD_TIME].length > 0 ? FIELD_TIME : FIELD_DATE]);
    bool has_halves = span_ends_with_ignoring_case(clock, span_of("M"));
    struct span message = fields[FIELD_MESSAGE];
    return state_word_is_day_first(fields[FIELD_STATE]) ||
           state_word_is_day_first(fields[FIELD_LEVEL]) ||
           (!has_halves && text_language_is_day_first(message.length > 0 ? message : event->body));
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
