/* A part of the binary XML in a chunk, and what it is made of; private to binary_xml.c. */
#ifndef MARSIFT_INPUT_EVTX_BINARY_XML_PART_H
#define MARSIFT_INPUT_EVTX_BINARY_XML_PART_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* [MS-EVEN6] 2.2.12 and the format description of libevtx. */
enum token {
    TOKEN_END = 0x00,
    TOKEN_ELEMENT = 0x01,
    TOKEN_CLOSE_START = 0x02,
    TOKEN_CLOSE_EMPTY = 0x03,
    TOKEN_END_ELEMENT = 0x04,
    TOKEN_VALUE = 0x05,
    TOKEN_ATTRIBUTE = 0x06,
    TOKEN_CDATA = 0x07,
    TOKEN_CHARACTER = 0x08,
    TOKEN_ENTITY = 0x09,
    TOKEN_TEMPLATE = 0x0C,
    TOKEN_SUBSTITUTION = 0x0D,
    TOKEN_OPTIONAL_SUBSTITUTION = 0x0E,
    TOKEN_FRAGMENT = 0x0F,
    TOKEN_HAS_MORE = 0x40
};

/* The most bytes that the text of one sound record takes, by a generous estimate. */
enum { BINARY_XML_MOST_BYTES = 1024 * 1024 };

/* The estimated text of each byte of a value: a reference such as "&quot;" for two bytes. */
enum { BINARY_XML_BYTES_OF_BYTE = 4 };

/* The values of a template instance. */
struct binary_xml_values {
    size_t descriptors_at; /* four bytes each: length, type, nothing */
    size_t data_at;
    uint32_t count;
};

/* A part of the chunk that is read from front to back. Nothing is read outside of it, but names and
 * definitions. */
struct binary_xml_part {
    const unsigned char *chunk;
    size_t chunk_bytes;
    size_t at;
    size_t end;
    uint64_t text_bytes;                    /* estimated so far */
    const struct binary_xml_values *values; /* NULL outside of a template */
    unsigned fragments_deep;
    unsigned elements_deep;
};

/* True if `length` more bytes are in the part. */
bool binary_xml_part_has(const struct binary_xml_part *part, size_t length);

/* Adds to the estimated text that of one token with `bytes` of its own. False when it is too long.
 */
bool binary_xml_part_add_text(struct binary_xml_part *part, uint64_t bytes);

/* These read on in the part, and return false at its end. */
bool binary_xml_part_skip(struct binary_xml_part *part, size_t length);
bool binary_xml_part_read_16(struct binary_xml_part *part, uint32_t *number);
bool binary_xml_part_read_32(struct binary_xml_part *part, uint32_t *number);

/* Returns the token that comes next, without the mark that more data follows; TOKEN_HAS_MORE for
 * none. */
unsigned binary_xml_part_next(const struct binary_xml_part *part);

/* Reads a name: the offset of the next one, a hash, a length, UTF-16 and a NUL. It is here, or was
 * met before. */
bool binary_xml_part_read_name(struct binary_xml_part *part);

/* Reads characters after their number: of a value or a CDATA section. */
bool binary_xml_part_read_characters(struct binary_xml_part *part);

#endif
