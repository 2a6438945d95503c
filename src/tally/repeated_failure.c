#include "tally/repeated_failure.h"

#include <string.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/word_list.h"

/* A mail's body may begin with some lines about itself; a summary comes soon after the failure. */
enum {
    MOST_LINES_BELOW = 40,
    MOST_LINES_ABOVE = 12,
    MOST_LINES_TO_NEXT = 1,
    MOST_LINES_TO_ANNOUNCED = 4,
    MOST_LINES_TO_SAME = 4,
    MOST_LINES_TO_HEADLINE = 4,
    MOST_LABEL_BYTES = 24,
    LEAST_REASON_BYTES = 10
};

static bool is_failure(const struct verdict *verdict)
{
    return verdict->class == VERDICT_FINDING || verdict->class == VERDICT_OTHER_FAILURE ||
           verdict->class == VERDICT_FAILED_FILE;
}

static bool is_told_below(const struct classified_block *block, size_t item)
{
    uint32_t line = block->items[item].verdict.line;
    for (size_t i = item + 1; i < block->item_count; i++) {
        const struct verdict *other = &block->items[i].verdict;
        if (other->repeats == REPEATS_BELOW || other->line > line + MOST_LINES_BELOW)
            return false; /* another mail, or another text */
        if (is_failure(other))
            return true;
    }
    return false;
}

/* A headline or a title gives the code of what is below it; others of them may come between. */
static bool is_code_told_below(const struct classified_block *block, size_t item)
{
    const struct verdict *verdict = &block->items[item].verdict;
    for (size_t i = item + 1; i < block->item_count; i++) {
        const struct verdict *other = &block->items[i].verdict;
        if (other->line > verdict->line + MOST_LINES_BELOW)
            return false;
        if (other->repeats != REPEATS_BELOW && is_failure(other) && other->has_code &&
            other->code == verdict->code)
            return true;
    }
    return false;
}

static bool is_told_above(const struct classified_block *block, size_t item)
{
    uint32_t line = block->items[item].verdict.line;
    for (size_t i = item; i > 0; i--) {
        const struct verdict *other = &block->items[i - 1].verdict;
        if (other->line + other->line_count + MOST_LINES_ABOVE <= line)
            return false;
        if (is_failure(other))
            return true;
    }
    return false;
}

/* True if the text ends with a colon: what it announces may come below other lines. */
static bool announces(struct span text)
{
    static const char *const colons[] = {":", "："};
    return word_list_end_of(colons, COUNT_OF(colons), span_trim(text)) > 0;
}

/* The next failure is the reason, or the same words once more: at most a blank line is between, as
 * what comes later may be of another run. */
static bool is_told_next(const struct classified_block *block, size_t item)
{
    const struct verdict *verdict = &block->items[item].verdict;
    bool is_announced = announces(verdict->body);
    uint32_t last = verdict->line + verdict->line_count +
                    (is_announced ? MOST_LINES_TO_ANNOUNCED : MOST_LINES_TO_NEXT);
    for (size_t i = item + 1; i < block->item_count; i++) {
        const struct verdict *next = &block->items[i].verdict;
        if (next->line > last)
            return false;
        if (is_failure(next) || !is_announced) /* what announces another error is none */
            return is_failure(next) && !(is_announced && announces(next->body));
    }
    return false;
}

/* What comes after the last colon of the text: why something failed. */
static struct span reason_in(struct span text)
{
    size_t start = text.length;
    while (start > 0 && text.bytes[start - 1] != ':')
        start--;
    return span_trim(span_slice(text, start, text.length));
}

/* True if both say the same: by code, by error, or by their words where there is none. */
static bool has_same_reason(const struct verdict *verdict, const struct verdict *other)
{
    if (verdict->has_error && other->has_error && verdict->error == other->error)
        return true;
    if (verdict->has_code || other->has_code)
        return verdict->has_code && other->has_code && verdict->code == other->code;
    struct span reason = reason_in(verdict->body);
    return reason.length >= LEAST_REASON_BYTES && reason.length < verdict->body.length &&
           span_find(other->body, reason) < other->body.length;
}

/* The failure right above has the same reason, and repeats none itself: that of a run says why its
 * first volume failed, and no more than that. */
static bool is_told_right_above(const struct classified_block *block, size_t item)
{
    if (item == 0)
        return false;
    const struct verdict *verdict = &block->items[item].verdict;
    const struct verdict *other = &block->items[item - 1].verdict;
    return is_failure(other) && other->repeats != REPEATS_SAME &&
           verdict->line <= other->line + other->line_count + MOST_LINES_TO_SAME &&
           has_same_reason(verdict, other);
}

/* The sentence before the number of a message of DPM, "(ID 30112 Details: ...)"; empty without. */
static struct span numbered_sentence(struct span text)
{
    size_t end = span_find(text, span_of("(ID "));
    struct span before = span_trim(span_slice(text, 0, end));
    size_t start = before.length > 0 ? before.length - 1 : 0; /* its own full stop ends it */
    while (start > 0 && strchr(".:\n", before.bytes[start - 1]) == NULL)
        start--;
    return end < text.length ? span_trim(span_slice(before, start, before.length))
                             : (struct span){0};
}

/* True if `alert` tells of failing jobs and gives the failure as their reason. */
static bool is_reason_of(const struct verdict *verdict, const struct verdict *alert)
{
    struct span sentence = numbered_sentence(verdict->body);
    return alert->statement.is_stated && alert->statement.state == STATED_FAILURE &&
           alert->class == VERDICT_OTHER_FAILURE && alert->has_code &&
           alert->code == verdict->code && span_equals(alert->symbol, verdict->symbol) &&
           sentence.length >= LEAST_REASON_BYTES &&
           span_find(alert->body, sentence) < alert->body.length;
}

/* The details of a job of DPM give the message that the alert on its failing jobs, above or below
 * them, gives as their reason. What has a time or a server of its own may be of another job. */
static bool is_told_by_alert(const struct classified_block *block, size_t item)
{
    const struct verdict *verdict = &block->items[item].verdict;
    if (verdict->class != VERDICT_OTHER_FAILURE || verdict->host.length > 0 ||
        datetime_is_set(verdict->time))
        return false;
    for (size_t i = item; i-- > 0;) {
        const struct verdict *other = &block->items[i].verdict;
        if (other->line + MOST_LINES_BELOW < verdict->line)
            break;
        if (is_reason_of(verdict, other))
            return true;
    }
    for (size_t i = item + 1; i < block->item_count; i++) {
        const struct verdict *other = &block->items[i].verdict;
        if (other->line > verdict->line + MOST_LINES_BELOW)
            break;
        if (is_reason_of(verdict, other))
            return true;
    }
    return false;
}

/* The text behind a label such as "Message:"; empty without one. */
static struct span behind_label(struct span text)
{
    size_t colon = span_find_byte(text, ':');
    for (size_t i = 0; i < colon; i++)
        if (!ascii_is_letter(text.bytes[i]) && !span_is_blank(text.bytes[i]))
            return (struct span){0};
    bool is_label = colon > 0 && colon < MOST_LABEL_BYTES && colon < text.length;
    return is_label ? span_trim(span_slice(text, colon + 1, text.length)) : (struct span){0};
}

/* A headline says a failure, and the line with a label below it has the same sentence once more.
 * What has a time or a server of its own may be of another job. */
static bool is_told_by_headline(const struct classified_block *block, size_t item)
{
    if (item == 0)
        return false;
    const struct verdict *verdict = &block->items[item].verdict;
    const struct verdict *headline = &block->items[item - 1].verdict;
    struct span sentence = behind_label(span_trim(verdict->body));
    bool is_near = verdict->line <= headline->line + headline->line_count + MOST_LINES_TO_HEADLINE;
    return sentence.length >= LEAST_REASON_BYTES && is_near && is_failure(headline) &&
           headline->class == verdict->class && verdict->host.length == 0 &&
           !datetime_is_set(verdict->time) &&
           span_equals_ignoring_case(span_trim(headline->body), sentence);
}

bool repeated_failure_is(const struct classified_block *block, size_t item)
{
    const struct verdict *verdict = &block->items[item].verdict;
    if (verdict->repeats == REPEATS_NOTHING)
        return verdict->class != VERDICT_FAILED_FILE && is_told_by_headline(block, item);
    if (verdict->repeats == REPEATS_SAME)
        return is_failure(verdict) && is_told_right_above(block, item);
    if (verdict->repeats == REPEATS_BELOW && verdict->has_code)
        return is_code_told_below(block, item);
    if (verdict->repeats == REPEATS_ALERT)
        return is_told_by_alert(block, item);
    if (verdict->class != VERDICT_OTHER_FAILURE || verdict->has_code)
        return false;
    switch (verdict->repeats) {
    case REPEATS_BELOW:
        return is_told_below(block, item);
    case REPEATS_ABOVE:
        return is_told_above(block, item);
    case REPEATS_NEXT:
        return is_told_next(block, item);
    case REPEATS_NOTHING:
    case REPEATS_SAME:
    case REPEATS_JOB: /* says more than the job */
    case REPEATS_ALERT:
        break;
    }
    return false;
}
