#include "verdict/explained_event.h"

#include "text/prose_line.h"
#include "text/word_search.h"
#include "verdict/explained_line.h"
#include "verdict/shell_answer.h"

/* True if the line begins with a message of the agent, which may itself be a condition. */
static bool begins_with_message(const struct catalog *catalog, const struct event *event,
                                struct span line)
{
    size_t start = 0;
    size_t end = 0;
    return event->literal != EVENT_NO_LITERAL &&
           word_search_find(span_trim(line),
                            catalog_message_pattern_at(catalog, event->literal)->text, &start,
                            &end) &&
           start <= 1; /* behind a quotation mark */
}

/* True for words about failures that only a rule for weak evidence takes, or none: no number, code
 * or known message is among them, and somebody speaks. */
static bool is_prose(const struct event *event, enum verdict_class class, struct span line)
{
    bool is_weak = event->is_otherwise || event->rule == NULL;
    return class == VERDICT_OTHER_FAILURE && is_weak && event->fields[FIELD_CODE].length == 0 &&
           prose_line_is(line);
}

/* True if the record has more than its words, which are all that a line of a console has. */
static bool has_columns(const struct event *event)
{
    return event->is_record && event->body.length < span_trim(event->text).length;
}

bool explained_event_is(const struct catalog *catalog, const struct event *event,
                        enum verdict_class class, bool has_number)
{
    if ((class != VERDICT_FINDING && class != VERDICT_OTHER_FAILURE) ||
        event->fields[FIELD_DATE].length > 0)
        return false;
    struct span line = span_slice(event->text, 0, span_find_byte(event->text, '\n'));
    if (event->is_record)
        return explained_line_is_template(event->body) ||
               (!has_columns(event) && !has_number && is_prose(event, class, line));
    return shell_answer_is(catalog, event->text) || (!has_number && is_prose(event, class, line)) ||
           (!begins_with_message(catalog, event, line) && explained_line_is(line));
}
