#include "verdict/example_record.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/source_code.h"
#include "text/word_search.h"

/* True for what only reports of failures have; a program may list events that it looks for. */
static bool has_happened(enum text_purpose purpose, const struct event *event,
                         const struct verdict *verdict)
{
    bool is_record = event->is_record && purpose != TEXT_IS_PROGRAM;
    return verdict->statement.is_stated || is_record || event->fields[FIELD_DATE].length > 0 ||
           datetime_is_set(verdict->time);
}

/* True for a number of DPM, "ID 104", beside the details of a failure. */
static bool has_details(const struct event *event, const struct verdict *verdict)
{
    static const char *const words[] = {"details:", "詳細:", "詳細情報:", "détails", "detalles:"};
    return verdict->symbol.length > 0 && ascii_is_digit(verdict->symbol.bytes[0]) &&
           word_search_contains_any(event->text, words, COUNT_OF(words));
}

bool example_record_is_quoted(enum text_purpose purpose, const struct event *event,
                              const struct verdict *verdict)
{
    if (purpose != TEXT_EXPLAINS || !verdict->has_code)
        return false;
    return verdict->class == VERDICT_FAILED_FILE || verdict->host.length > 0 ||
           has_details(event, verdict);
}

bool example_record_take_back(enum text_purpose purpose, const struct event *event,
                              struct verdict *verdict)
{
    bool is_failure = verdict->class == VERDICT_FINDING ||
                      verdict->class == VERDICT_OTHER_FAILURE ||
                      verdict->class == VERDICT_FAILED_FILE;
    if (purpose == TEXT_REPORTS || !is_failure || has_happened(purpose, event, verdict) ||
        example_record_is_quoted(purpose, event, verdict))
        return false;
    struct span line = span_slice(event->text, 0, span_find_byte(event->text, '\n'));
    if (purpose == TEXT_HAS_CODE && !source_code_is_assignment(line))
        return false;
    verdict->class = VERDICT_UNPARSED;
    verdict->telling = telling_line_rank(event->text);
    verdict->milestone.mark = MARK_NONE;
    return true;
}
