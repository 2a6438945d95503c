#include "grammar/shape.h"

#include <string.h>

/* Bytes that no name may hold. */
static const char never_in_names[] = "\"<>|*?:\t\r\n";

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
    if (end == rest.length || !field_of(span_slice(rest, 1, end), &part->field))
        return fault_set(fault, FAULT_GRAMMAR,
                         "only {code}, {operation} and {path} may stand in braces");
    *at += end + 1;
    return true;
}

bool shape_parse(struct span text, struct shape *shape, struct fault *fault)
{
    *shape = (struct shape){0};
    for (size_t i = 0; i < sizeof never_in_names - 1; i++)
        shape->ends_path[(unsigned char)never_in_names[i]] = true;
    for (size_t at = 0; at < text.length;) {
        if (shape->count == MAX_SHAPE_PARTS)
            return fault_set(fault, FAULT_GRAMMAR, "more than %d parts", MAX_SHAPE_PARTS);
        struct shape_part *part = &shape->parts[shape->count++];
        if (!parse_part(text, &at, part, fault))
            return false;
        bool is_behind_path = shape->count > 1 && part[-1].field == FIELD_PATH;
        if (is_behind_path && (part->field != FIELD_COUNT || !may_follow_path(part->text.bytes[0])))
            return fault_set(fault, FAULT_GRAMMAR,
                             "{path} must be followed by a text that no path may hold, by ) or by "
                             "nothing");
        if (is_behind_path)
            shape->ends_path[(unsigned char)part->text.bytes[0]] = true;
    }
    return true;
}

static bool is_hex_digit(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'f') ||
           (byte >= 'A' && byte <= 'F');
}

/* The end of the code at `at`, or `at`. */
static size_t code_end(struct span text, size_t at)
{
    enum { CODE_BYTES = 10 };
    if (text.length - at < CODE_BYTES || memcmp(text.bytes + at, "0x", 2) != 0)
        return at;
    for (size_t i = 2; i < CODE_BYTES; i++)
        if (!is_hex_digit(text.bytes[at + i]))
            return at;
    return at + CODE_BYTES;
}

/* The end of the word at `at`: letters, digits and underscores of ASCII. */
static size_t word_end(struct span text, size_t at)
{
    while (at < text.length &&
           ((text.bytes[at] >= '0' && text.bytes[at] <= '9') || text.bytes[at] == '_' ||
            ((text.bytes[at] | 0x20) >= 'a' && (text.bytes[at] | 0x20) <= 'z')))
        at++;
    return at;
}

/* The end of the path at `at`, or `at`. What ends with a blank or a separator is for the pattern.
 */
static size_t path_end(const struct shape *shape, struct span text, size_t at)
{
    char letter = text.length - at > 3 ? (char)(text.bytes[at] | 0x20) : '\0';
    if (letter < 'a' || letter > 'z' || text.bytes[at + 1] != ':' || text.bytes[at + 2] != '\\')
        return at;
    const unsigned char *limit = (const unsigned char *)text.bytes + text.length;
    const unsigned char *byte = (const unsigned char *)text.bytes + at + 3;
    while (byte < limit && !shape->ends_path[*byte])
        byte++;
    size_t end = text.length - (size_t)(limit - byte);
    return strchr(" \v\f,;=", text.bytes[end - 1]) != NULL ? at : end;
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
    bool is_there = subject.length - at >= part->text.length &&
                    memcmp(subject.bytes + at, part->text.bytes, part->text.length) == 0;
    return is_there ? at + part->text.length : at;
}

bool shape_read(const struct shape *shape, struct span subject, struct span fields[FIELD_COUNT])
{
    size_t ends[MAX_SHAPE_PARTS];
    size_t at = 0;
    for (size_t i = 0; i < shape->count; i++) {
        size_t start = at;
        at = part_end(shape, i, subject, at);
        if (at == start)
            return false;
        ends[i] = at;
    }
    if (at != subject.length)
        return false;
    for (size_t i = 0; i < shape->count; i++)
        if (shape->parts[i].field != FIELD_COUNT)
            fields[shape->parts[i].field] = span_slice(subject, i > 0 ? ends[i - 1] : 0, ends[i]);
    return true;
}
