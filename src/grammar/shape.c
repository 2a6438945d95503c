#include "grammar/shape.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes16.h"
#include "text/hex.h"

/* Bytes that no name may contain. */
static const char never_in_names[] = "\"<>|*?:\t\r\n";

/* A name may nest this many parentheses, as for its pattern. */
enum { MAX_NESTED_PARENTHESES = 2 };

/* Bytes that the pattern does not count as part of a path at its end. */
static const char never_last[] = " \v\f,;=";

static bool may_follow_path(char byte)
{
    return byte == ')' || memchr(never_in_names, byte, sizeof never_in_names - 1) != NULL;
}

static bool field_of(struct span name, enum event_field *field)
{
    if (span_equals(name, span_of("code")))
        *field = FIELD_CODE;
    else if (span_equals(name, span_of("path")))
        *field = FIELD_PATH;
    else if (span_equals(name, span_of("operation")))
        *field = FIELD_OPERATION;
    else
        return false;
    return true;
}

static bool parse_part(struct span text, size_t *at, struct shape_part *part, struct fault *fault)
{
    struct span rest = span_slice(text, *at, text.length);
    size_t brace = span_find_byte(rest, '{');
    *part = (struct shape_part){.field = FIELD_COUNT, .text = span_slice(rest, 0, brace)};
    *at += brace;
    if (brace > 0)
        return true;
    size_t end = span_find_byte(rest, '}');
    struct span name = end < rest.length ? span_slice(rest, 1, end) : (struct span){0};
    part->is_any = span_equals(name, span_of("any"));
    if (!part->is_any && !field_of(name, &part->field))
        return fault_set(fault, FAULT_GRAMMAR,
                         "only {code}, {operation}, {path} and {any} may stand in braces");
    *at += end + 1;
    return true;
}

/* Checks that the end of the part before is unambiguous. */
static bool may_follow(struct shape *shape, struct shape_part *before,
                       const struct shape_part *part, struct fault *fault)
{
    bool is_text = part->field == FIELD_COUNT && !part->is_any;
    if (before->is_any) {
        before->text = part->text;
        return is_text || fault_set(fault, FAULT_GRAMMAR, "{any} must be followed by a text");
    }
    if (before->field != FIELD_PATH)
        return true;
    if (!is_text || !may_follow_path(part->text.bytes[0]))
        return fault_set(fault, FAULT_GRAMMAR,
                         "{path} must be followed by a text that no path may hold, by ) or by "
                         "nothing");
    shape->path_bytes[(unsigned char)part->text.bytes[0]] |= PATH_BYTE_ENDS;
    return true;
}

bool shape_parse(struct span text, struct shape *shape, struct fault *fault)
{
    *shape = (struct shape){0};
    for (size_t i = 0; i < sizeof never_in_names - 1; i++)
        shape->path_bytes[(unsigned char)never_in_names[i]] |= PATH_BYTE_ENDS;
    for (size_t i = 0; i < sizeof never_last; i++) /* and the NUL */
        shape->path_bytes[(unsigned char)never_last[i]] |= PATH_BYTE_NEVER_LAST;
    for (size_t at = 0; at < text.length;) {
        if (shape->count == MAX_SHAPE_PARTS)
            return fault_set(fault, FAULT_GRAMMAR, "more than %d parts", MAX_SHAPE_PARTS);
        struct shape_part *part = &shape->parts[shape->count++];
        if (!parse_part(text, &at, part, fault))
            return false;
        if (shape->count > 1 && !may_follow(shape, part - 1, part, fault))
            return false;
    }
    const struct shape_part *last = &shape->parts[shape->count > 0 ? shape->count - 1 : 0];
    shape->ends_in_bracket =
        shape->count > 1 && last[-1].field == FIELD_PATH && span_equals(last->text, span_of(")"));
    return !last->is_any || fault_set(fault, FAULT_GRAMMAR, "{any} must be followed by a text");
}

/* Returns the end of the code at `at`, or `at` if there is none. */
static size_t code_end(struct span text, size_t at)
{
    enum { CODE_BYTES = 2 + HEX_WORD_DIGITS };
    uint32_t value = 0;
    bool is_code = text.length - at >= CODE_BYTES && text.bytes[at] == '0' &&
                   text.bytes[at + 1] == 'x' && hex_read_word(text.bytes + at + 2, &value);
    return is_code ? at + CODE_BYTES : at;
}

/* Returns the end of the word at `at`: ASCII letters, digits and underscores. */
static size_t word_end(struct span text, size_t at)
{
    while (at < text.length && ascii_is_word_byte(text.bytes[at]))
        at++;
    return at;
}

/* Returns the places of bytes that may end a path: all of may_follow_path, and a few others that
 * the same comparisons include. */
static unsigned possible_ends(bytes16 read)
{
    return bytes16_places(bytes16_between(read, 0, ' ' - 1) |
                          bytes16_equal(read & 0xF7, '"' & '*') | bytes16_equal(read, ')') |
                          bytes16_between(read, ':', '?') | bytes16_equal(read, '|'));
}

/* Returns the first of `places`, relative to `at`, whose byte does end a path; the text's end if
 * none does. */
static size_t first_end(const struct shape *shape, struct span text, size_t at, unsigned places)
{
    for (; places != 0; places &= places - 1) {
        size_t place = at + bytes16_first(places);
        if ((shape->path_bytes[(unsigned char)text.bytes[place]] & PATH_BYTE_ENDS) != 0)
            return place;
    }
    return text.length;
}

/* Returns the first byte from `at` on that ends a path, or the end of the text. Hot: 16 bytes at a
 * time. */
static size_t find_path_end(const struct shape *shape, struct span text, size_t at)
{
    for (; text.length - at >= BYTES16_COUNT; at += BYTES16_COUNT) {
        unsigned places = possible_ends(bytes16_of(text.bytes + at));
        size_t end = places != 0 ? first_end(shape, text, at, places) : text.length;
        if (end < text.length)
            return end;
    }
    unsigned filled = (1u << (text.length - at)) - 1;
    return first_end(shape, text, at, possible_ends(bytes16_tail(text, at)) & filled);
}

/* Returns how many parentheses are open after `text`, which has no closing one; at most
 * MAX_NESTED_PARENTHESES + 1. */
static size_t count_open(struct span text, size_t depth)
{
    for (size_t i = 0; i < text.length && depth <= MAX_NESTED_PARENTHESES; i++)
        depth += text.bytes[i] == '(';
    return depth;
}

/* Returns the end of a path in parentheses, which end the text: the path's own belong to it if they
 * are in pairs. `end` is the first closing one. Returns the text's end if only the pattern can
 * tell. */
static size_t end_in_parentheses(const struct shape *shape, struct span text, size_t at, size_t end)
{
    size_t depth = 0;
    while (end + 1 < text.length && text.bytes[end] == ')') {
        depth = count_open(span_slice(text, at, end), depth);
        if (depth == 0 || depth > MAX_NESTED_PARENTHESES)
            return text.length;
        depth--;
        at = end + 1;
        end = find_path_end(shape, text, at);
    }
    return count_open(span_slice(text, at, end), depth) == 0 ? end : text.length;
}

/* Returns the end of the path at `at`, or `at` if there is none, or if it ends with a blank or a
 * separator, which is left to the pattern. */
static size_t path_end(const struct shape *shape, struct span text, size_t at)
{
    if (text.length - at <= 3 || !ascii_is_letter(text.bytes[at]) || text.bytes[at + 1] != ':' ||
        text.bytes[at + 2] != '\\')
        return at;
    size_t end = find_path_end(shape, text, at + 3);
    if (shape->ends_in_bracket && end + 1 < text.length)
        end = end_in_parentheses(shape, text, at + 3, end);
    unsigned char last = (unsigned char)text.bytes[end - 1];
    return (shape->path_bytes[last] & PATH_BYTE_NEVER_LAST) != 0 ? at : end;
}

/* Returns the end of the {any} at `at`, or `at` if there is none. */
static size_t any_end(const struct shape_part *part, struct span text, size_t at)
{
    struct span rest = span_slice(text, at, text.length);
    size_t length = span_find_byte(rest, part->text.bytes[0]);
    rest.length = length;
    bool is_one_line = span_find_byte(rest, '\n') == length && span_find_byte(rest, '\r') == length;
    return is_one_line ? at + length : at;
}

/* Returns the end of the part at `at`, or `at` if it is not there. */
static size_t part_end(const struct shape *shape, size_t index, struct span subject, size_t at)
{
    const struct shape_part *part = &shape->parts[index];
    if (part->field == FIELD_CODE)
        return code_end(subject, at);
    if (part->field == FIELD_PATH)
        return path_end(shape, subject, at);
    if (part->field == FIELD_OPERATION)
        return word_end(subject, at);
    if (part->is_any)
        return any_end(part, subject, at);
    bool is_text = subject.length - at >= part->text.length &&
                   memcmp(subject.bytes + at, part->text.bytes, part->text.length) == 0;
    return is_text ? at + part->text.length : at;
}

bool shape_find(const struct shape *shape, struct span subject, struct shape_match *match)
{
    size_t at = 0;
    for (size_t i = 0; i < shape->count; i++) {
        size_t start = at;
        at = part_end(shape, i, subject, at);
        if (at == start)
            return false;
        match->ends[i] = (uint32_t)at;
    }
    return at == subject.length;
}

void shape_fields(const struct shape *shape, struct span subject, const struct shape_match *match,
                  struct span fields[FIELD_COUNT])
{
    for (size_t i = 0; i < shape->count; i++)
        if (shape->parts[i].field != FIELD_COUNT)
            fields[shape->parts[i].field] =
                span_slice(subject, i > 0 ? match->ends[i - 1] : 0, match->ends[i]);
}
