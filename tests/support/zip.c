#include "support/zip.h"

#include <zlib.h>

static void append_number(struct buffer *out, uint32_t number, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        buffer_append_byte(out, (char)(number >> 8 * i), NULL);
}

struct buffer zip_make(const struct zip_member *members, size_t count)
{
    struct buffer out = {0};
    for (size_t i = 0; i < count; i++) {
        struct span content = members[i].content;
        uLong checksum = crc32(0, (const Bytef *)content.bytes, (uInt)content.length);
        buffer_append(&out, span_of("PK\3\4"), NULL);
        append_number(&out, 20, 2);
        append_number(&out, members[i].flags, 2);
        append_number(&out, 0, 2);          /* stored */
        append_number(&out, 0x51046000, 4); /* 2020-08-04 12:00 */
        append_number(&out, (uint32_t)checksum ^ members[i].checksum_error, 4);
        append_number(&out, (uint32_t)content.length, 4);
        append_number(&out, (uint32_t)content.length, 4);
        append_number(&out, (uint32_t)members[i].name.length, 2);
        append_number(&out, 0, 2);
        buffer_append(&out, members[i].name, NULL);
        buffer_append(&out, content, NULL);
    }
    buffer_append(&out, span_of("PK\5\6"), NULL);
    for (size_t i = 0; i < 18; i++)
        buffer_append_byte(&out, 0, NULL);
    return out;
}
