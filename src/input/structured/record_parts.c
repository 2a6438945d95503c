#include "input/structured/record_parts.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "base/span.h"

/* Returns the offset behind the bracket that closes the one at `at`; the text's length if none
 * does.
 */
static size_t end_of_brackets(struct span text, size_t at)
{
    size_t depth = 0;
    for (; at < text.length; at++) {
        depth += text.bytes[at] == '(';
        depth -= text.bytes[at] == ')';
        if (depth == 0)
            return at + 1;
    }
    return at;
}

/* True for the numbers of alerts on jobs that have been failing: the next message is the reason.
 */
static bool announces_reason(struct span number)
{
    static const char *const alerts[] = {"(ID 3114)", "(ID: 3114)", "(ID 3115)", "(ID: 3115)"};
    for (size_t i = 0; i < COUNT_OF(alerts); i++)
        if (span_starts_with_ignoring_case(number, span_of(alerts[i])))
            return true;
    return false;
}

/* True if a message ends with the brackets at `at`: "(ID 3106)", and "112(There is not enough space
 * on the disk.)", which is what Windows says of a number. */
static bool ends_message(struct span text, size_t at)
{
    static const char number[] = "(ID";
    struct span brackets = span_slice(text, at, text.length);
    if (span_starts_with_ignoring_case(brackets, span_of(number)))
        return !announces_reason(brackets);
    size_t start = at;
    while (start > 0 && ascii_is_digit(text.bytes[start - 1]))
        start--;
    return start < at && start > 0 && text.bytes[start - 1] == ' ';
}

/* Returns where the first message of the text ends. */
static size_t end_of_message(struct span text)
{
    for (size_t at = 0; at < text.length; at++) {
        if (text.bytes[at] != '(')
            continue;
        size_t end = end_of_brackets(text, at);
        if (ends_message(text, at))
            return end;
        at = end - 1;
    }
    return text.length;
}

bool record_parts_write(struct buffer *out, size_t start, size_t most, size_t *count,
                        struct fault *fault)
{
    struct buffer line = {0};
    struct span whole = span_slice(buffer_span(out), start, out->length);
    bool done = buffer_append(&line, whole, fault);
    whole = buffer_span(&line);
    size_t head = whole.length;
    while (head > 0 && whole.bytes[head - 1] != '\t')
        head--;
    struct span rest = span_slice(whole, head, whole.length);
    out->length = start;
    *count = 0;
    do {
        size_t end = *count + 1 < most ? end_of_message(rest) : rest.length;
        done = done && (*count == 0 || buffer_append_byte(out, '\n', fault)) &&
               buffer_append(out, span_slice(whole, 0, head), fault) &&
               buffer_append(out, span_slice(rest, 0, end), fault);
        rest = span_trim(span_slice(rest, end, rest.length));
        ++*count;
    } while (done && rest.length > 0);
    buffer_release(&line);
    return done;
}
