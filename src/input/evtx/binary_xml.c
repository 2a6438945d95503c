#include "input/evtx/binary_xml.h"

#include <stdint.h>

#include "base/little_endian.h"
#include "input/evtx/binary_xml_part.h"

enum { TYPE_STRING = 0x01, TYPE_BINARY_XML = 0x21, TYPE_ARRAY = 0x80 };

enum { MOST_ELEMENTS_DEEP = 32, MOST_FRAGMENTS_DEEP = 4, MOST_VALUES = 1024 };

static bool read_fragment(struct binary_xml_part *part);
static bool read_element(struct binary_xml_part *part);

static bool read_value(struct binary_xml_part *part)
{
    if (!binary_xml_part_has(part, 2) || part->chunk[part->at + 1] != TYPE_STRING)
        return false;
    part->at += 2;
    return binary_xml_part_read_characters(part);
}

/* Returns the length of a value of that type; 0 if it varies or is unknown. */
static size_t fixed_length(unsigned type)
{
    static const unsigned char lengths[] = {0, 0, 0, 1, 1,  2, 2, 4,  4, 8, 8,
                                            4, 8, 4, 0, 16, 0, 8, 16, 0, 4, 8};
    return type < sizeof lengths ? lengths[type] : 0;
}

/* An array makes libevtx repeat what is around it, the element or attribute, for each of its
 * values. */
struct repetition {
    size_t count;  /* 1 without an array */
    size_t length; /* of the array in bytes */
};

static size_t count_strings(const unsigned char *bytes, size_t length)
{
    size_t count = 1;
    for (size_t i = 0; i + 1 < length; i += 2)
        count += bytes[i] == 0 && bytes[i + 1] == 0;
    return count;
}

/* Where the value `index` begins. */
static size_t value_at(const struct binary_xml_part *part, uint32_t index)
{
    size_t at = part->values->data_at;
    for (uint32_t i = 0; i < index; i++)
        at += little_endian_16(part->chunk + part->values->descriptors_at + 4 * (size_t)i);
    return at;
}

static bool read_array(struct binary_xml_part *part, uint32_t index, unsigned type, size_t length,
                       struct repetition *repetition)
{
    size_t each = fixed_length(type & ~(unsigned)TYPE_ARRAY);
    if (repetition->length > 0 || length == 0 || (each > 0 && length % each != 0))
        return false;
    size_t strings = each > 0 ? 0 : count_strings(part->chunk + value_at(part, index), length);
    *repetition =
        (struct repetition){.count = each > 0 ? length / each : strings, .length = length};
    return binary_xml_part_add_text(part, index);
}

/* Reads the value with the binary XML of a fragment, as often as it is used. */
static bool read_nested(struct binary_xml_part *part, uint32_t index, size_t length)
{
    struct binary_xml_part nested = *part;
    nested.at = value_at(part, index);
    nested.end = nested.at + length;
    bool is_sound = binary_xml_part_add_text(&nested, index) && read_fragment(&nested);
    part->text_bytes = nested.text_bytes;
    return is_sound;
}

static bool read_substitution(struct binary_xml_part *part, struct repetition *repetition)
{
    uint32_t index;
    part->at++;
    if (!binary_xml_part_read_16(part, &index) || !binary_xml_part_skip(part, 1) ||
        part->values == NULL || index >= part->values->count)
        return false;
    const unsigned char *descriptor = part->chunk + part->values->descriptors_at + 4 * index;
    size_t length = little_endian_16(descriptor);
    unsigned type = descriptor[2];
    if (type == TYPE_BINARY_XML)
        return read_nested(part, index, length);
    if ((type & TYPE_ARRAY) != 0)
        return read_array(part, index, type, length, repetition);
    return binary_xml_part_add_text(part, BINARY_XML_BYTES_OF_BYTE * (uint64_t)length);
}

/* Multiplies the text since `before` by the repetitions, and adds that of the values. */
static bool repeat_text(struct binary_xml_part *part, uint64_t before,
                        const struct repetition *repetition)
{
    part->text_bytes = before + (part->text_bytes - before) * repetition->count;
    return binary_xml_part_add_text(part, BINARY_XML_BYTES_OF_BYTE * (uint64_t)repetition->length);
}

static bool read_attribute(struct binary_xml_part *part)
{
    uint64_t before = part->text_bytes;
    struct repetition repetition = {.count = 1};
    if (binary_xml_part_next(part) != TOKEN_ATTRIBUTE || !binary_xml_part_skip(part, 1) ||
        !binary_xml_part_read_name(part))
        return false;
    unsigned token = binary_xml_part_next(part);
    bool is_value = token == TOKEN_VALUE && read_value(part);
    bool is_substitution = (token == TOKEN_SUBSTITUTION || token == TOKEN_OPTIONAL_SUBSTITUTION) &&
                           read_substitution(part, &repetition);
    return (is_value || is_substitution) && repeat_text(part, before, &repetition);
}

static bool read_attributes(struct binary_xml_part *part)
{
    uint32_t length;
    if (!binary_xml_part_read_32(part, &length) || !binary_xml_part_has(part, length))
        return false;
    size_t end = part->at + length;
    while (part->at < end)
        if (!read_attribute(part))
            return false;
    return part->at == end;
}

/* Reads one token of the content of an element, up to the one that ends it. */
static bool read_content(struct binary_xml_part *part, struct repetition *repetition,
                         bool *is_at_end)
{
    unsigned token = binary_xml_part_next(part);
    *is_at_end = token == TOKEN_END_ELEMENT;
    switch (token) {
    case TOKEN_END_ELEMENT:
        return binary_xml_part_skip(part, 1);
    case TOKEN_ELEMENT:
        return read_element(part);
    case TOKEN_VALUE:
        return read_value(part);
    case TOKEN_CDATA:
        return binary_xml_part_skip(part, 1) && binary_xml_part_read_characters(part);
    case TOKEN_CHARACTER:
        return binary_xml_part_skip(part, 3) && binary_xml_part_add_text(part, 0);
    case TOKEN_ENTITY:
        return binary_xml_part_skip(part, 1) && binary_xml_part_read_name(part);
    case TOKEN_SUBSTITUTION:
    case TOKEN_OPTIONAL_SUBSTITUTION:
        return read_substitution(part, repetition);
    default:
        return false;
    }
}

/* An element of a template: token, dependency, length of the rest, name, attributes, content. */
static bool read_element(struct binary_xml_part *part)
{
    enum { HEAD_BYTES = 7 };
    uint64_t before = part->text_bytes;
    struct repetition repetition = {.count = 1};
    if (!binary_xml_part_has(part, HEAD_BYTES) || binary_xml_part_next(part) != TOKEN_ELEMENT ||
        part->elements_deep >= MOST_ELEMENTS_DEEP)
        return false;
    bool has_attributes = (part->chunk[part->at] & TOKEN_HAS_MORE) != 0;
    uint32_t length = little_endian_32(part->chunk + part->at + 3);
    part->at += HEAD_BYTES;
    if (!binary_xml_part_has(part, length))
        return false;
    struct binary_xml_part inner = *part;
    inner.end = part->at + length;
    inner.elements_deep++;
    if (!binary_xml_part_read_name(&inner) || (has_attributes && !read_attributes(&inner)))
        return false;
    bool is_at_end = binary_xml_part_next(&inner) == TOKEN_CLOSE_EMPTY;
    if ((!is_at_end && binary_xml_part_next(&inner) != TOKEN_CLOSE_START) ||
        !binary_xml_part_skip(&inner, 1))
        return false;
    while (!is_at_end)
        if (!read_content(&inner, &repetition, &is_at_end))
            return false;
    part->at = inner.end;
    part->text_bytes = inner.text_bytes;
    return inner.at == inner.end && repeat_text(part, before, &repetition);
}

static bool read_fragment_header(struct binary_xml_part *part)
{
    const unsigned char *head = part->chunk + part->at;
    return binary_xml_part_skip(part, 4) && head[0] == TOKEN_FRAGMENT && head[1] == 1 &&
           head[2] == 1 && head[3] == 0;
}

/* Finds the definition of a template: offset of the next one, GUID, length, fragment header,
 * element and end. It is here, or was met before. */
static bool find_definition(struct binary_xml_part *part, struct binary_xml_part *definition)
{
    enum { HEAD_BYTES = 24, LENGTH_AT = 20 };
    uint32_t definition_at;
    if (!binary_xml_part_read_32(part, &definition_at) || definition_at > part->at)
        return false;
    bool is_here = definition_at == part->at;
    size_t end = is_here ? part->end : part->chunk_bytes;
    if (end - definition_at < HEAD_BYTES)
        return false;
    uint32_t length = little_endian_32(part->chunk + definition_at + LENGTH_AT);
    if (end - definition_at - HEAD_BYTES < length)
        return false;
    *definition = *part;
    definition->at = definition_at + HEAD_BYTES;
    definition->end = definition->at + length;
    if (is_here)
        part->at = definition->end;
    return true;
}

/* Reads the number of the values, their descriptors and their data. */
static bool read_values(struct binary_xml_part *part, struct binary_xml_values *values)
{
    if (!binary_xml_part_read_32(part, &values->count) || values->count > MOST_VALUES)
        return false;
    values->descriptors_at = part->at;
    if (!binary_xml_part_skip(part, 4 * (size_t)values->count))
        return false;
    values->data_at = part->at;
    for (uint32_t i = 0; i < values->count; i++) {
        const unsigned char *descriptor = part->chunk + values->descriptors_at + 4 * (size_t)i;
        size_t length = little_endian_16(descriptor);
        size_t fixed = fixed_length(descriptor[2]);
        if ((fixed > 0 && length != fixed) || !binary_xml_part_skip(part, length))
            return false;
    }
    return true;
}

/* A template instance: token, version, identifier, definition, values. */
static bool read_template(struct binary_xml_part *part)
{
    enum { HEAD_BYTES = 6 };
    struct binary_xml_part definition;
    struct binary_xml_values values;
    if (binary_xml_part_next(part) != TOKEN_TEMPLATE || !binary_xml_part_skip(part, HEAD_BYTES) ||
        !find_definition(part, &definition) || !read_values(part, &values))
        return false;
    definition.values = &values;
    definition.elements_deep = part->elements_deep;
    bool is_sound = read_fragment_header(&definition) && read_element(&definition) &&
                    binary_xml_part_next(&definition) == TOKEN_END;
    part->text_bytes = definition.text_bytes;
    return is_sound;
}

/* A fragment: its header, which one in a value may lack, a template instance, and the end unless
 * the part ends there. */
static bool read_fragment(struct binary_xml_part *part)
{
    bool has_header = part->fragments_deep == 0 || binary_xml_part_next(part) == TOKEN_FRAGMENT;
    if (part->fragments_deep++ >= MOST_FRAGMENTS_DEEP ||
        (has_header && !read_fragment_header(part)) || !read_template(part))
        return false;
    return part->at == part->end || binary_xml_part_next(part) == TOKEN_END;
}

bool binary_xml_is_sound(struct span chunk, size_t start, size_t end, uint64_t *text_bytes)
{
    struct binary_xml_part part = {.chunk = (const unsigned char *)chunk.bytes,
                                   .chunk_bytes = chunk.length,
                                   .at = start,
                                   .end = end};
    bool is_sound = read_fragment(&part) && part.at < part.end;
    *text_bytes += is_sound ? part.text_bytes : 0;
    return is_sound;
}
