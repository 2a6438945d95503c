#include "verdict/failure_code.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/code_notation.h"
#include "text/path_bounds.h"
#include "text/word_list.h"

enum { DIGITS = 8, CODE_BYTES = 2 + DIGITS, MOST_CALL_BYTES = 600 };

#define FAILURE_BIT UINT32_C(0x80000000)

/* What numbers in hexadecimal may be, too. */
static const char *const things[] = {
    "mask",     "flags",         "flag",         "attributes", "address", "addr",
    "handle",   "offset",        "ioctl",        "pointer",    "base",    "thread",
    "process",  "access rights", "control code", "option",     "options", "feature",
    "features", "tag",           "tag value",    "stop code"};

static bool is_word_byte(char byte)
{
    return ascii_is_letter_or_digit(byte) || byte == '_';
}

/* True if a thing's name, maybe at the end of another word, stands right before the number:
 * "AccessMask 0x80000000", "flags = (0x80000001". */
static bool follows_thing(struct span before)
{
    static const char marks[] = " \t=:([\"'";
    while (before.length > 0 && strchr(marks, before.bytes[before.length - 1]) != NULL)
        before.length--;
    return word_list_end_of(things, COUNT_OF(things), before) > 0;
}

/* Returns the offset of the bracket that is open at the end of `before`; its length if there is
 * none. */
static size_t open_bracket(struct span before)
{
    size_t depth = 0;
    size_t least = before.length > MOST_CALL_BYTES ? before.length - MOST_CALL_BYTES : 0;
    for (size_t at = before.length; at-- > least;) {
        if (before.bytes[at] == ')')
            depth++;
        else if (before.bytes[at] == '(' && depth-- == 0)
            return at;
    }
    return before.length;
}

/* True for names like CreateFileW, and not for ErrorCode. */
static bool is_routine(struct span name)
{
    static const char *const results[] = {"err", "code", "hr", "stat", "result", "fail"};
    bool has_hump = false;
    for (size_t i = 1; i < name.length; i++)
        has_hump = has_hump || (ascii_is_letter(name.bytes[i]) && name.bytes[i] < 'a' &&
                                name.bytes[i - 1] >= 'a');
    for (size_t at = 0; has_hump && at < name.length; at++)
        for (size_t i = 0; i < COUNT_OF(results); i++)
            if (span_starts_with_ignoring_case(span_slice(name, at, name.length),
                                               span_of(results[i])))
                return false;
    return has_hump;
}

/* True if the number is one of several arguments. A single one may be the routine's result. */
static bool is_argument(struct span text, size_t start, size_t end)
{
    size_t bracket = open_bracket(span_slice(text, 0, start));
    if (bracket == start)
        return false;
    size_t name = bracket;
    while (name > 0 && is_word_byte(text.bytes[name - 1]))
        name--;
    bool has_more = end < text.length && text.bytes[end] == ',';
    for (size_t i = bracket; i < start; i++)
        has_more = has_more || text.bytes[i] == ',';
    bool is_method = name > 0 && text.bytes[name - 1] == ':';
    return has_more && (is_method || is_routine(span_slice(text, name, bracket)));
}

/* True for a part of a name: "C:\\dumps\\wer_0x80070005.dmp". */
static bool is_in_name(struct span text, size_t start, size_t end)
{
    static const char joints[] = "\\/_-.";
    bool is_joined = (start > 0 && strchr(joints, text.bytes[start - 1]) != NULL) ||
                     (end < text.length && strchr(joints, text.bytes[end]) != NULL);
    return is_joined && path_bounds_contain(text, start, end);
}

bool failure_code_is_something_else(struct span text, size_t start, size_t end)
{
    return is_in_name(text, start, end) || follows_thing(span_slice(text, 0, start)) ||
           is_argument(text, start, end);
}

bool failure_code_next(struct span text, size_t *at, uint32_t *code)
{
    for (size_t start = *at; start + CODE_BYTES <= text.length; start++) {
        size_t end = start + CODE_BYTES;
        bool is_number = text.bytes[start] == '0' && ascii_to_lower(text.bytes[start + 1]) == 'x' &&
                         (start == 0 || !is_word_byte(text.bytes[start - 1])) &&
                         (end == text.length || !is_word_byte(text.bytes[end]));
        if (!is_number || !code_notation_read_code(span_slice(text, start, end), code) ||
            (*code & FAILURE_BIT) == 0 || failure_code_is_something_else(text, start, end))
            continue;
        *at = end;
        return true;
    }
    *at = text.length;
    return false;
}

bool failure_code_read(struct span text, struct span field, uint32_t *code)
{
    bool is_part =
        field.bytes >= text.bytes && field.bytes + field.length <= text.bytes + text.length;
    size_t start = is_part ? (size_t)(field.bytes - text.bytes) : 0;
    size_t end = start + field.length;
    if (is_part && failure_code_is_something_else(text, start, end))
        return failure_code_next(text, &end, code);
    return code_notation_read_code(field, code) || code_notation_read_win32(field, code);
}
