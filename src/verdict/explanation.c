#include "verdict/explanation.h"

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
static bool is_prose(const struct event *event, const struct verdict *verdict, struct span line)
{
    bool is_weak = event->is_otherwise || event->rule == NULL;
    return verdict->class == VERDICT_OTHER_FAILURE && is_weak &&
           event->fields[FIELD_CODE].length == 0 && verdict->symbol.length == 0 &&
           prose_line_is(line);
}

/* True if the record has more than its words, which are all that a line of a console has. */
static bool has_columns(const struct event *event)
{
    return event->is_record && event->body.length < span_trim(event->text).length;
}

bool explanation_is(const struct catalog *catalog, const struct event *event,
                    const struct verdict *verdict)
{
    if ((verdict->class != VERDICT_FINDING && verdict->class != VERDICT_OTHER_FAILURE) ||
        verdict->statement.is_stated || event->fields[FIELD_DATE].length > 0)
        return false;
    struct span line = span_slice(event->text, 0, span_find_byte(event->text, '\n'));
    if (has_columns(event))
        return explained_line_is_template(event->body);
    return shell_answer_is(catalog, event->text) || is_prose(event, verdict, line) ||
           (!begins_with_message(catalog, event, line) && explained_line_is(line));
}
