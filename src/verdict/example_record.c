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

/* True for a number of DPM, "(ID 104", known or not, beside the details of a failure. */
static bool has_details(const struct event *event, const struct verdict *verdict)
{
    static const char *const numbers[] = {"(id ", "(id:"};
    static const char *const words[] = {"details:", "詳細:", "詳細情報:", "détails", "detalles:"};
    bool is_unknown_number = verdict->symbol.length > 0 && ascii_is_digit(verdict->symbol.bytes[0]);
    return (is_unknown_number ||
            (verdict->has_error &&
             word_search_contains_any(event->text, numbers, COUNT_OF(numbers)))) &&
           word_search_contains_any(event->text, words, COUNT_OF(words));
}

/* True for a text that ends in a number of the agent as its console prints it: "(0x1873D)",
 * "(ID: 100157)". */
static bool ends_with_number(struct span text)
{
    enum { LEAST_DIGITS = 5, MOST_DIGITS = 6 };
    text = span_trim(text);
    if (!span_ends_with_ignoring_case(text, span_of(")")))
        return false;
    size_t start = --text.length;
    while (start > 0 && ascii_hex_digit(text.bytes[start - 1]) >= 0)
        start--;
    struct span before = span_slice(text, 0, start);
    size_t digits = text.length - start;
    return digits >= LEAST_DIGITS && digits <= MOST_DIGITS &&
           (span_ends_with_ignoring_case(before, span_of("(0x")) ||
            span_ends_with_ignoring_case(before, span_of("(ID: ")));
}

/* True for a known message of the agent with its number, set off by a mark of quotes: what a
 * console showed to somebody. */
static bool is_shown_message(const struct event *event, const struct verdict *verdict)
{
    struct span text = span_trim(event->text);
    return verdict->class == VERDICT_FINDING && verdict->has_error && text.length > 0 &&
           text.bytes[0] == '>' && ends_with_number(text);
}

bool example_record_is_quoted(enum text_purpose purpose, const struct event *event,
                              const struct verdict *verdict)
{
    if (purpose == TEXT_EXPLAINS && is_shown_message(event, verdict))
        return true;
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
