#include "grammar/match/continuation.h"

#include "base/count_of.h"
#include "grammar/match/matcher_private.h"
#include "grammar/match/step_limit.h"
#include "text/joined_line.h"

/* True if `text` fits the pattern, which the grammar calls `name`. Notes a step limit. */
static bool fits(struct matcher *matcher, struct event *event, const struct pattern *pattern,
                 struct span text, const char *name)
{
    if (pattern == NULL)
        return false;
    enum pattern_result result = pattern_match(pattern, matcher->patterns, text, NULL);
    if (result == PATTERN_STEP_LIMIT)
        step_limit_note(matcher, event, name);
    return result == PATTERN_MATCH;
}

/* The lines that `unfinished` may add: a name that is never closed must not swallow all that
 * follows. */
enum { MAX_WRAPPED_LINES = 1, MAX_OPEN_LINES = 4 };

/* True if the line `next`, which is `text`, continues the record. Without a `record` pattern the
 * whole record so far tells whether it is finished, else its last line. */
static bool goes_on(struct matcher *matcher, struct event *event, size_t next, struct span text)
{
    const struct dialect *dialect = matcher->rule_index->dialect;
    size_t added = next - event->line;
    if (fits(matcher, event, dialect->continuation, text, "continuation"))
        return true;
    if (dialect->record == NULL)
        return added <= MAX_OPEN_LINES &&
               fits(matcher, event, dialect->unfinished, event->text, "unfinished");
    return added <= MAX_WRAPPED_LINES &&
           fits(matcher, event, dialect->unfinished, record_reader_line(&matcher->reader, next - 1),
                "unfinished");
}

/* True if the line `next` explains the record, though it has the form of another one. */
static bool explains(struct matcher *matcher, struct event *event, size_t next, struct span text)
{
    struct span both = {event->text.bytes, (size_t)(text.bytes + text.length - event->text.bytes)};
    return next - event->line <= MAX_OPEN_LINES &&
           fits(matcher, event, matcher->rule_index->dialect->explanation, both, "explanation");
}

void continuation_extend(struct matcher *matcher, struct event *event)
{
    size_t next = event->line + 1;
    size_t end_line = next;
    bool may_explain = matcher->rule_index->dialect->explanation != NULL;
    for (; next < matcher->block->line_count; next++) {
        struct span text = record_reader_line(&matcher->reader, next);
        if (span_equals(text, span_of(JOINED_LINE)))
            continue;
        bool is_record = record_reader_is_record(&matcher->reader, next);
        if (is_record && !may_explain) /* the usual case of a trace */
            break;
        if (span_trim(text).length == 0)
            break;
        if ((is_record || !goes_on(matcher, event, next, text)) &&
            !(may_explain && explains(matcher, event, next, text)))
            break;
        const char *end = text.bytes + text.length;
        event->text.length = (size_t)(end - event->text.bytes);
        end_line = next + 1;
    }
    event->line_count = (uint32_t)end_line - event->line;
}

static bool has_equal_prefix(const struct span *a, const struct span *b)
{
    static const enum event_field prefix[] = EVENT_PREFIX_FIELDS;
    for (size_t i = 0; i < COUNT_OF(prefix); i++)
        if (!span_equals(a[prefix[i]], b[prefix[i]]))
            return false;
    return a[FIELD_TIME].length > 0;
}

void continuation_join_unmatched(struct matcher *matcher, struct event *event, bool is_first)
{
    const struct parsed_line *last = matcher->reader.last;
    bool has_rule = event->rule != NULL && !event->is_otherwise;
    bool is_unmatched = !has_rule && event->literal == EVENT_NO_LITERAL;
    if (!is_unmatched || event->limited_rule_count > 0)
        return;
    const struct dialect *dialect = matcher->rule_index->dialect;
    bool may_repeat =
        event->is_record && fits(matcher, event, dialect->repeating, event->text, "repeating");
    if (may_repeat && last->is_valid) {
        if (has_equal_prefix(event->fields, last->fields))
            event->class = VERDICT_FRAME;
    } else if (may_repeat) {
        event->may_continue = !is_first;
    } else if (!event->is_record && !is_first && !last->is_valid &&
               fits(matcher, event, dialect->continuation, event->text, "continuation")) {
        event->class = VERDICT_FRAME;
    }
}

void continuation_mark_doubtful(const struct matcher *matcher, struct event *event)
{
    bool has_no_proof =
        event->class == VERDICT_UNPARSED || event->class == VERDICT_FINDING || event->is_otherwise;
    event->is_doubtful = !event->is_record && matcher->is_after_noise && has_no_proof;
    if (event->is_doubtful)
        event->class = VERDICT_UNPARSED;
}
