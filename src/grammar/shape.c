#include "grammar/shape.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes16.h"
#include "text/hex.h"

/* Bytes that no name may hold. */
static const char never_in_names[] = "\"<>|*?:\t\r\n";

enum { MAX_BRACKETS = 2 /* that a name may nest for its pattern, too */ };

/* Bytes that the pattern takes for no part of a path when nothing but its end follows. */
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

/* What must stand behind some parts for their ends to be clear. */
static bool fits_behind(struct shape *shape, struct shape_part *before,
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
        if (shape->count > 1 && !fits_behind(shape, part - 1, part, fault))
            return false;
    }
    const struct shape_part *last = &shape->parts[shape->count > 0 ? shape->count - 1 : 0];
    shape->ends_in_bracket =
        shape->count > 1 && last[-1].field == FIELD_PATH && span_equals(last->text, span_of(")"));
    return !last->is_any || fault_set(fault, FAULT_GRAMMAR, "{any} must be followed by a text");
}

/* The end of the code at `at`, or `at`. */
static size_t code_end(struct span text, size_t at)
{
    enum { CODE_BYTES = 2 + HEX_WORD_DIGITS };
    uint32_t value = 0;
    bool is_code = text.length - at >= CODE_BYTES && text.bytes[at] == '0' &&
                   text.bytes[at + 1] == 'x' && hex_read_word(text.bytes + at + 2, &value);
    return is_code ? at + CODE_BYTES : at;
}

/* The end of the word at `at`: letters, digits and underscores of ASCII. */
static size_t word_end(struct span text, size_t at)
{
    while (at < text.length && ascii_is_word_byte(text.bytes[at]))
        at++;
    return at;
}

/* Where bytes stand that may end a path: all of may_follow_path, and some others whose tests come
 * with theirs. */
static unsigned places_of_ends(bytes16 read)
{
    return bytes16_places(bytes16_between(read, 0, ' ' - 1) |
                          bytes16_equal(read & 0xF7, '"' & '*') | bytes16_equal(read, ')') |
                          bytes16_between(read, ':', '?') | bytes16_equal(read, '|'));
}

/* The first of `places`, counted from `at`, whose byte does end a path; the text's end if none. */
static size_t first_end(const struct shape *shape, struct span text, size_t at, unsigned places)
{
    for (; places != 0; places &= places - 1) {
        size_t place = at + bytes16_first(places);
        if ((shape->path_bytes[(unsigned char)text.bytes[place]] & PATH_BYTE_ENDS) != 0)
            return place;
    }
    return text.length;
}

/* The first byte from `at` on that ends a path, or the end of the text. Byte by byte, this was an
 * eighth of all that the threads do with a list. */
static size_t find_path_end(const struct shape *shape, struct span text, size_t at)
{
    for (; text.length - at >= BYTES16_COUNT; at += BYTES16_COUNT) {
        unsigned places = places_of_ends(bytes16_of(text.bytes + at));
        size_t end = places != 0 ? first_end(shape, text, at, places) : text.length;
        if (end < text.length)
            return end;
    }
    unsigned filled = (1u << (text.length - at)) - 1;
    return first_end(shape, text, at, places_of_ends(bytes16_tail(text, at)) & filled);
}

/* How deep the brackets stand open behind `text`, which has no closing one, or MAX_BRACKETS + 1. */
static size_t open_brackets(struct span text, size_t depth)
{
    for (size_t i = 0; i < text.length && depth <= MAX_BRACKETS; i++)
        depth += text.bytes[i] == '(';
    return depth;
}

/* The same where the path stands in parentheses, which end the text: what it has of them itself
 * goes on with it if they are in pairs. `end` is the first that closes. The text's end when it is
 * for the pattern. */
static size_t behind_brackets(const struct shape *shape, struct span text, size_t at, size_t end)
{
    size_t depth = 0;
    while (end + 1 < text.length && text.bytes[end] == ')') {
        depth = open_brackets(span_slice(text, at, end), depth);
        if (depth == 0 || depth > MAX_BRACKETS)
            return text.length;
        depth--;
        at = end + 1;
        end = find_path_end(shape, text, at);
    }
    return open_brackets(span_slice(text, at, end), depth) == 0 ? end : text.length;
}

/* The end of the path at `at`, or `at`. What ends with a blank or a separator is for the pattern.
 */
static size_t path_end(const struct shape *shape, struct span text, size_t at)
{
    if (text.length - at <= 3 || !ascii_is_letter(text.bytes[at]) || text.bytes[at + 1] != ':' ||
        text.bytes[at + 2] != '\\')
        return at;
    size_t end = find_path_end(shape, text, at + 3);
    if (shape->ends_in_bracket && end + 1 < text.length)
        end = behind_brackets(shape, text, at + 3, end);
    unsigned char last = (unsigned char)text.bytes[end - 1];
    return (shape->path_bytes[last] & PATH_BYTE_NEVER_LAST) != 0 ? at : end;
}

/* The end of any that begins at `at`, or `at`. */
static size_t any_end(const struct shape_part *part, struct span text, size_t at)
{
    struct span rest = span_slice(text, at, text.length);
    size_t length = span_find_byte(rest, part->text.bytes[0]);
    rest.length = length;
    bool is_one_line = span_find_byte(rest, '\n') == length && span_find_byte(rest, '\r') == length;
    return is_one_line ? at + length : at;
}

/* The end of the part that begins at `at`, or `at` when it is not there. */
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
    bool is_there = subject.length - at >= part->text.length &&
                    memcmp(subject.bytes + at, part->text.bytes, part->text.length) == 0;
    return is_there ? at + part->text.length : at;
}

bool shape_find(const struct shape *shape, struct span subject, struct shape_place *place)
{
    size_t at = 0;
    for (size_t i = 0; i < shape->count; i++) {
        size_t start = at;
        at = part_end(shape, i, subject, at);
        if (at == start)
            return false;
        place->ends[i] = (uint32_t)at;
    }
    return at == subject.length;
}

void shape_fields(const struct shape *shape, struct span subject, const struct shape_place *place,
                  struct span fields[FIELD_COUNT])
{
    for (size_t i = 0; i < shape->count; i++)
        if (shape->parts[i].field != FIELD_COUNT)
            fields[shape->parts[i].field] =
                span_slice(subject, i > 0 ? place->ends[i - 1] : 0, place->ends[i]);
}
