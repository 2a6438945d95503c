#include "verdict/example_record.h"

#include "text/source_code.h"

/* True for what only reports of failures have. */
static bool has_happened(const struct event *event, const struct verdict *verdict)
{
    return verdict->statement.is_stated || event->is_record || event->fields[FIELD_DATE].length > 0;
}

bool example_record_take_back(enum text_purpose purpose, const struct event *event,
                              struct verdict *verdict)
{
    bool is_failure = verdict->class == VERDICT_FINDING ||
                      verdict->class == VERDICT_OTHER_FAILURE ||
                      verdict->class == VERDICT_FAILED_FILE;
    if (purpose == TEXT_REPORTS || !is_failure || has_happened(event, verdict))
        return false;
    struct span line = span_slice(event->text, 0, span_find_byte(event->text, '\n'));
    if (purpose == TEXT_HAS_CODE && !source_code_is_assignment(line))
        return false;
    verdict->class = VERDICT_UNPARSED;
    verdict->telling = telling_line_rank(event->text);
    verdict->milestone.mark = MARK_NONE;
    return true;
}
