#include "support/zip.h"

#include <criterion/criterion.h>
#include <zlib.h>

#include "support/bundle.h"

static void append_number(struct buffer *out, uint64_t number, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        buffer_append_byte(out, (char)(number >> 8 * i), NULL);
}

/* Before LZMA data, a zip has a version and a length where .lzma has the size of what it holds. */
static struct buffer lzma_data(const struct zip_member *member)
{
    enum { PROPERTY_BYTES = 5, HEADER_BYTES = 13 };
    const struct bundle_member file = {"x", member->content, NULL};
    struct buffer packed = bundle_make("raw", member->method == ZIP_XZ ? "xz" : "lzma", &file, 1);
    if (member->method == ZIP_XZ)
        return packed;
    struct buffer out = {0};
    buffer_append(&out, (struct span){"\x09\x14\5\0", 4}, NULL);
    buffer_append(&out, span_slice(buffer_span(&packed), 0, PROPERTY_BYTES), NULL);
    buffer_append(&out, span_slice(buffer_span(&packed), HEADER_BYTES, packed.length), NULL);
    buffer_release(&packed);
    return out;
}

static struct buffer archive_input_data(const struct zip_member *member)
{
    struct buffer out = {0};
    if (member->method == ZIP_LZMA || member->method == ZIP_XZ)
        return lzma_data(member);
    if (member->method == ZIP_STORED) {
        buffer_append(&out, member->content, NULL);
        return out;
    }
    z_stream stream = {0};
    cr_assert(deflateInit2(&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    size_t capacity = deflateBound(&stream, (uLong)member->content.length);
    buffer_reserve(&out, capacity, NULL);
    stream.next_in = (z_const Bytef *)member->content.bytes;
    stream.avail_in = (uInt)member->content.length;
    stream.next_out = (Bytef *)out.bytes;
    stream.avail_out = (uInt)capacity;
    cr_assert(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.length = stream.total_out;
    deflateEnd(&stream);
    return out;
}

/* Appends checksum and sizes, in the order common to all headers. */
static void append_sums(struct buffer *out, const struct zip_member *member, size_t packed_bytes)
{
    struct span content = member->content;
    uLong checksum = crc32(0, (const Bytef *)content.bytes, (uInt)content.length);
    append_number(out, checksum ^ member->checksum_error, 4);
    append_number(out, packed_bytes + member->packed_bytes_error, 4);
    append_number(out, content.length + member->bytes_error, 4);
}

static void append_member(struct buffer *out, const struct zip_member *member)
{
    struct buffer data = archive_input_data(member);
    size_t sums_at = out->length + 14;
    buffer_append(out, span_of("PK\3\4"), NULL);
    append_number(out, 20, 2);
    append_number(out, member->flags, 2);
    append_number(out, member->method, 2);
    append_number(out, 0x51046000, 4); /* 2020-08-04 12:00 */
    append_sums(out, member, data.length);
    append_number(out, member->name.length, 2);
    append_number(out, member->is_zip64 ? 20 : member->extra_bytes, 2);
    buffer_append(out, member->name, NULL);
    if (member->is_zip64) {
        memset(out->bytes + sums_at + 4, 0xFF, 8);
        append_number(out, 0x00100001, 4); /* type and length of the extra field */
        append_number(out, member->content.length + member->bytes_error, 8);
        append_number(out, data.length + member->packed_bytes_error, 8);
    } else if (member->extra_bytes >= 4) {
        append_number(out, 0xFEFE, 2);
        append_number(out, member->extra_bytes - 4U, 2);
        for (size_t i = 4; i < member->extra_bytes; i++)
            append_number(out, 0, 1);
    }
    buffer_append(out, buffer_span(&data), NULL);
    if (member->flags & ZIP_SIZES_BEHIND) {
        if (!member->has_sums_twice)
            memset(out->bytes + sums_at, 0, 12);
        buffer_append(out, span_of("PK\7\10"), NULL);
        append_sums(out, member, data.length);
    }
    buffer_release(&data);
}

static void append_entry(struct buffer *out, const struct zip_member *member, uint64_t place)
{
    struct buffer data = archive_input_data(member);
    buffer_append(out, span_of("PK\1\2"), NULL);
    append_number(out, member->unix_mode ? 0x0314 : 20, 2);
    append_number(out, 20, 2);
    append_number(out, member->flags, 2);
    append_number(out, member->method, 2);
    append_number(out, 0x51046000, 4);
    append_sums(out, member, data.length);
    append_number(out, member->name.length, 2);
    append_number(out, member->has_wide_place ? 12 : 0, 2);
    append_number(out, 0, 6); /* no comment; disk 0 */
    append_number(out, (uint64_t)member->unix_mode << 16, 4);
    append_number(out, member->has_wide_place ? UINT32_MAX : place, 4);
    buffer_append(out, member->name, NULL);
    if (member->has_wide_place) {
        append_number(out, 0x00080001, 4); /* type and length of the extra field */
        append_number(out, place, 8);
    }
    buffer_release(&data);
}

struct buffer zip_make(const struct zip_member *members, size_t count)
{
    struct buffer out = {0};
    struct buffer table = {0};
    for (size_t i = 0; i < count; i++) {
        append_entry(&table, &members[i], (uint32_t)(out.length + members[i].place_error));
        if (!members[i].is_only_in_table)
            append_member(&out, &members[i]);
    }
    size_t table_place = out.length;
    buffer_append(&out, buffer_span(&table), NULL);
    buffer_append(&out, span_of("PK\5\6"), NULL);
    append_number(&out, 0, 4);
    append_number(&out, count, 2);
    append_number(&out, count, 2);
    append_number(&out, table.length, 4);
    append_number(&out, table_place, 4);
    append_number(&out, 0, 2);
    buffer_release(&table);
    return out;
}
