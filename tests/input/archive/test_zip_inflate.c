#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "input/archive/zip_inflate.h"
#include "support/bundle.h"
#include "support/collected.h"
#include "support/memory_reader.h"
#include "support/zip.h"

#define BYTES(text)                                                                                \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }

enum { HEADER_BYTES = 30 };

/* Reads the only member of a zip, `take` bytes at a time, and returns its problem, or "". */
static const char *read_member(const struct zip_member *member, struct memory_reader *unpacked,
                               int64_t header_offset, size_t take, struct buffer *out)
{
    struct buffer zip = zip_make(member, 1);
    struct random_access bytes = {.file = -1, .bytes = buffer_span(&zip)};
    struct zip_inflate *data = zip_inflate_open(&bytes, NULL);
    size_t header_bytes =
        HEADER_BYTES + member->name.length + (member->is_zip64 ? 20 : member->extra_bytes);
    struct archive_member place = {.header_offset = header_offset,
                                   .data_offset = (int64_t)header_bytes};
    struct byte_reader reader = zip_inflate_reader(data, &place, memory_reader_open(unpacked));
    out->length = 0;
    size_t got;
    do {
        buffer_reserve(out, take, NULL);
        got = reader.read(reader.context, out->bytes + out->length, take);
        out->length += got;
    } while (got > 0);
    const char *problem = reader.problem(reader.context);
    zip_inflate_close(data);
    buffer_release(&zip);
    return problem ? problem : "";
}

Test(input_zip_inflate, leaves_all_but_plain_and_whole_members_to_the_fallback)
{
    static const struct {
        struct zip_member member;
        int64_t header_offset;
        bool is_inflated_here;
    } rows[] = {
        {{.method = ZIP_DEFLATED}, 0, true},
        {{.method = ZIP_DEFLATED, .flags = ZIP_UTF8_NAMES | 6}, 0, true},
        {{.method = ZIP_DEFLATED, .extra_bytes = 9}, 0, true},
        {{.method = ZIP_DEFLATED, .extra_bytes = 0x1234}, 0, true},
        {{.method = ZIP_STORED}, 0, false},
        {{.method = ZIP_DEFLATED_64}, 0, false},
        {{.method = ZIP_DEFLATED, .flags = ZIP_ENCRYPTED}, 0, false},
        {{.method = ZIP_DEFLATED, .flags = ZIP_SIZES_BEHIND}, 0, false},
        {{.method = ZIP_DEFLATED, .flags = ZIP_SIZES_BEHIND, .has_sums_twice = true}, 0, false},
        {{.method = ZIP_DEFLATED, .is_zip64 = true}, 0, false},
        {{.method = ZIP_DEFLATED}, -1, false},
        {{.method = ZIP_DEFLATED}, 1, false},
        {{.method = ZIP_DEFLATED}, 100000, false},
        {{.method = ZIP_DEFLATED, .checksum_error = 1}, 0, false},
        {{.method = ZIP_DEFLATED, .bytes_error = 1}, 0, false},
        {{.method = ZIP_DEFLATED, .bytes_error = (uint32_t)-1}, 0, false},
        {{.method = ZIP_DEFLATED, .packed_bytes_error = 1}, 0, false},
        {{.method = ZIP_DEFLATED, .packed_bytes_error = (uint32_t)-1}, 0, false},
        {{.method = ZIP_DEFLATED, .packed_bytes_error = 1000000}, 0, false},
    };
    struct buffer out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct zip_member member = rows[i].member;
        member.name = span_of("a.log");
        member.content = span_of("out of the file\n");
        struct memory_reader unpacked = {.bytes = BYTES("unpacked\n"), .problem = "told"};
        const char *problem = read_member(&member, &unpacked, rows[i].header_offset, 5, &out);
        bool is_here = rows[i].is_inflated_here;
        cr_assert(eq(str, (char *)problem, is_here ? "" : "told"), "row %zu", i);
        cr_assert(span_equals(buffer_span(&out), is_here ? member.content : unpacked.bytes),
                  "row %zu: %.*s", i, (int)out.length, out.bytes);
    }
    buffer_release(&out);
}

/* Bytes after the deflated data could pass for a gzip member of their own. */
Test(input_zip_inflate, mistakes_no_second_gzip_member_for_data)
{
    struct buffer out = {0};
    struct buffer joined = {0};
    struct buffer gzip = bundle_gzip(span_of("hidden\n"));
    /* Stored bytes that the header calls deflated: empty data, its trailer, a gzip member. */
    buffer_append(&joined, (struct span)BYTES("\3\0\0\0\0\0\0\0\0\0"), NULL);
    buffer_append(&joined, (struct span){gzip.bytes, gzip.length - 8}, NULL);
    const struct zip_member member = {.name = BYTES("a"), .content = buffer_span(&joined)};
    struct buffer zip = zip_make(&member, 1);
    zip.bytes[8] = ZIP_DEFLATED;
    memcpy(zip.bytes + 14, gzip.bytes + gzip.length - 8, 4);
    memcpy(zip.bytes + 22, gzip.bytes + gzip.length - 4, 4);
    struct random_access bytes = {.file = -1, .bytes = buffer_span(&zip)};
    struct zip_inflate *data = zip_inflate_open(&bytes, NULL);
    struct memory_reader unpacked = {.bytes = BYTES("unpacked\n")};
    struct archive_member place = {.header_offset = 0, .data_offset = HEADER_BYTES + 1};
    struct byte_reader reader = zip_inflate_reader(data, &place, memory_reader_open(&unpacked));
    buffer_reserve(&out, 100, NULL);
    out.length = reader.read(reader.context, out.bytes, 100);
    cr_assert(span_equals(buffer_span(&out), unpacked.bytes), "%.*s", (int)out.length, out.bytes);
    zip_inflate_close(data);
    buffer_release(&zip);
    buffer_release(&gzip);
    buffer_release(&joined);
    buffer_release(&out);
}

Test(input_zip_inflate, continues_with_the_fallback_where_a_long_member_is_damaged)
{
    struct buffer out = {0};
    const struct zip_member member = {.name = BYTES("a.log"),
                                      .content = bundle_long_text(),
                                      .method = ZIP_DEFLATED,
                                      .checksum_error = 1};
    size_t whole = member.content.length;
    const size_t unpacked_lengths[] = {0, 1000, 400 * 1000, whole - 1, whole};
    for (size_t i = 0; i < sizeof unpacked_lengths / sizeof *unpacked_lengths; i++) {
        for (size_t take = 100; take < 2 * whole; take *= 13) {
            struct memory_reader unpacked = {.bytes = {member.content.bytes, unpacked_lengths[i]},
                                             .problem = "told"};
            const char *problem = read_member(&member, &unpacked, 0, take, &out);
            cr_assert(eq(str, (char *)problem, "told"));
            cr_assert(span_equals(buffer_span(&out), member.content), "%zu by %zu: %zu of %zu",
                      unpacked_lengths[i], take, out.length, whole);
        }
    }
    struct buffer more = {0};
    buffer_append(&more, member.content, NULL);
    buffer_append(&more, span_of("more\n"), NULL);
    struct memory_reader longer = {.bytes = buffer_span(&more), .problem = "told"};
    cr_assert(eq(str, (char *)read_member(&member, &longer, 0, 5000, &out), "told"));
    cr_assert(span_equals(buffer_span(&out), longer.bytes), "what only libarchive has comes, too");
    buffer_release(&more);
    buffer_release(&out);
}
