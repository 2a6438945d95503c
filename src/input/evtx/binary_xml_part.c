#include "input/evtx/binary_xml_part.h"

#include "base/little_endian.h"

/* The estimated text of any token, its own and what libevtx adds. */
enum { TOKEN_BYTES = 64 };

bool binary_xml_part_has(const struct binary_xml_part *part, size_t length)
{
    return part->end - part->at >= length;
}

bool binary_xml_part_add_text(struct binary_xml_part *part, uint64_t bytes)
{
    part->text_bytes += TOKEN_BYTES + bytes;
    return part->text_bytes <= BINARY_XML_MOST_BYTES;
}

bool binary_xml_part_skip(struct binary_xml_part *part, size_t length)
{
    if (!binary_xml_part_has(part, length))
        return false;
    part->at += length;
    return true;
}

bool binary_xml_part_read_16(struct binary_xml_part *part, uint32_t *number)
{
    *number = binary_xml_part_has(part, 2) ? little_endian_16(part->chunk + part->at) : 0;
    return binary_xml_part_skip(part, 2);
}

bool binary_xml_part_read_32(struct binary_xml_part *part, uint32_t *number)
{
    *number = binary_xml_part_has(part, 4) ? little_endian_32(part->chunk + part->at) : 0;
    return binary_xml_part_skip(part, 4);
}

unsigned binary_xml_part_next(const struct binary_xml_part *part)
{
    return binary_xml_part_has(part, 1) ? part->chunk[part->at] & ~(unsigned)TOKEN_HAS_MORE
                                        : TOKEN_HAS_MORE;
}

bool binary_xml_part_read_name(struct binary_xml_part *part)
{
    enum { HEAD_BYTES = 8 };
    uint32_t name_at;
    if (!binary_xml_part_read_32(part, &name_at) || name_at > part->at)
        return false;
    bool is_here = name_at == part->at;
    size_t end = is_here ? part->end : part->chunk_bytes;
    if (end - name_at < HEAD_BYTES)
        return false;
    size_t length = HEAD_BYTES + 2 * ((size_t)little_endian_16(part->chunk + name_at + 6) + 1);
    if (end - name_at < length)
        return false;
    part->at += is_here ? length : 0;
    return binary_xml_part_add_text(part, 2 * length);
}

bool binary_xml_part_read_characters(struct binary_xml_part *part)
{
    uint32_t count;
    return binary_xml_part_read_16(part, &count) && binary_xml_part_skip(part, 2 * (size_t)count) &&
           binary_xml_part_add_text(part, BINARY_XML_BYTES_OF_BYTE * 2 * (uint64_t)count);
}
