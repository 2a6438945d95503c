/* A zip reads the same from a file, whose members are inflated without libarchive, and from a
 * stream, whose members libarchive inflates. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "support/bundle.h"
#include "support/collected.h"
#include "support/zip.h"

#define BYTES(text)                                                                                \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }

struct twins {
    struct collected file;
    struct collected stream;
};

/* Reads `zip` both ways. */
static void twins_read(struct twins *twins, struct span zip)
{
    struct fault fault = {0};
    struct buffer packed = bundle_gzip(zip);
    collected_clear(&twins->file);
    collected_clear(&twins->stream);
    cr_assert(collected_read(&twins->file, bundle_write("twin.zip", zip), &fault));
    cr_assert(
        collected_read(&twins->stream, bundle_write("twin.gz", buffer_span(&packed)), &fault));
    buffer_release(&packed);
}

static void twins_init(struct twins *twins)
{
    collected_init(&twins->file);
    collected_init(&twins->stream);
}

static void twins_release(struct twins *twins)
{
    collected_release(&twins->file);
    collected_release(&twins->stream);
}

#define DEFLATED(name_, ...)                                                                       \
    {                                                                                              \
        .name = BYTES(name_), .content = BYTES("one\ntwo\n"), .method = ZIP_DEFLATED, __VA_ARGS__  \
    }

static const char text_of_odd_members[] =
    "log good.log\n|one\n|two\nend\n"
    "problem ../up.log: its name leads out of the archive; its lines are read all the "
    "same\n"
    "log ../up.log\n|one\n|two\nend\n"
    "log good.log\n|one\n|two\nend\n"
    "log checksum.log\n|one\n|two\n"
    "end damaged zip data: ZIP bad CRC: 0x12ba0be6 should be 0x12ba0be7\n"
    "log less.log\n|one\n|two\n"
    "end damaged zip data: ZIP uncompressed data is wrong size (read 8, expected 13)?\n"
    "log more.log\n|one\n|two\n"
    "end damaged zip data: ZIP uncompressed data is wrong size (read 8, expected 3)?\n"
    "log behind.log\n|one\n|two\nend\n"
    "log behind-wrong.log\n|one\n|two\n"
    "end damaged zip data: ZIP bad CRC: 0x12ba0be6 should be 0x12ba0be7\n"
    "log twice.log\n|one\n|two\nend\n"
    "log wide.log\n|one\n|two\nend\n"
    "problem secret.log: encrypted, cannot be read\n"
    "problem other.log: damaged zip data: Unsupported ZIP compression method (9: "
    "deflation-64-bit)\n"
    "skip empty.log empty \n"
    "log stored.log\n|three\nend\n"
    "log packed-more.log\n|one\n|two\n"
    "end damaged zip data: ZIP compressed data is wrong size (read 10, expected 14)\n"
    "log after.log\n|one\n|two\nend\n"
    "log packed-less.log\n|one\n"
    "end damaged zip data: ZIP decompression failed (-5)\n"
    "problem folder/: not read: it is called a folder and holds bytes\n"
    "problem lost.log: not read: the zip's table of contents names it where no member "
    "was met (damaged or overlapping)\n"
    "problem : damaged zip data: ZIP decompression failed (-5)\n";

Test(input_zip_twins, report_the_same_of_odd_members)
{
    const struct zip_member members[] = {
        DEFLATED("good.log", .flags = 2),
        DEFLATED("../up.log", .flags = ZIP_UTF8_NAMES),
        DEFLATED("good.log", .flags = 0),
        DEFLATED("folder/", .flags = 0),
        DEFLATED("checksum.log", .checksum_error = 1),
        DEFLATED("less.log", .bytes_error = 5),
        DEFLATED("more.log", .bytes_error = (uint32_t)-5),
        DEFLATED("behind.log", .flags = ZIP_SIZES_BEHIND),
        DEFLATED("behind-wrong.log", .flags = ZIP_SIZES_BEHIND, .checksum_error = 1),
        DEFLATED("twice.log", .flags = ZIP_SIZES_BEHIND, .has_sums_twice = true),
        DEFLATED("wide.log", .is_zip64 = true),
        DEFLATED("secret.log", .flags = ZIP_ENCRYPTED),
        {.name = BYTES("other.log"), .content = BYTES("x\n"), .method = ZIP_DEFLATED_64},
        {.name = BYTES("empty.log"), .method = ZIP_DEFLATED},
        {.name = BYTES("stored.log"), .content = BYTES("three\n")},
        DEFLATED("packed-more.log", .packed_bytes_error = 4),
        DEFLATED("after.log", .flags = 0),
        DEFLATED("packed-less.log", .packed_bytes_error = (uint32_t)-4),
        DEFLATED("lost.log", .flags = 0),
    };
    struct twins twins;
    twins_init(&twins);
    struct buffer zip = zip_make(members, sizeof members / sizeof *members);
    twins_read(&twins, buffer_span(&zip));
    cr_assert(eq(str, (char *)collected_text(&twins.file), (char *)collected_text(&twins.stream)));
    cr_assert(eq(str, (char *)collected_text(&twins.file), (char *)text_of_odd_members));
    buffer_release(&zip);
    twins_release(&twins);
}

Test(input_zip_twins, report_the_same_whichever_byte_is_changed)
{
    const struct zip_member members[] = {DEFLATED("a.log", .flags = 0),
                                         DEFLATED("b.log", .flags = ZIP_SIZES_BEHIND),
                                         {.name = BYTES("c.log"), .content = BYTES("three\n")}};
    struct buffer zip = zip_make(members, 3);
    struct twins twins;
    twins_init(&twins);
    for (size_t at = 0; at < zip.length; at++) {
        for (unsigned flip = 1; flip < 256; flip = flip * 5 + 2) {
            zip.bytes[at] ^= (char)flip;
            twins_read(&twins, buffer_span(&zip));
            zip.bytes[at] ^= (char)flip;
            cr_assert(
                eq(str, (char *)collected_text(&twins.file), (char *)collected_text(&twins.stream)),
                "byte %zu xor %u", at, flip);
        }
    }
    buffer_release(&zip);
    twins_release(&twins);
}

/* Removes and returns the first line of `text`. */
static struct span next_line(struct span *text)
{
    const char *end = text->length > 0 ? memchr(text->bytes, '\n', text->length) : NULL;
    size_t length = end ? (size_t)(end - text->bytes) + 1 : text->length;
    struct span line = span_slice(*text, 0, length);
    *text = span_slice(*text, length, text->length);
    return line;
}

/* Checks that the file gives what the stream gives, with some more lines of logs; returns how many.
 */
static size_t count_more_lines(const struct twins *twins, const char *what, size_t at)
{
    struct span more = buffer_span(&twins->file.text);
    struct span fewer = buffer_span(&twins->stream.text);
    size_t count = 0;
    while (more.length > 0) {
        struct span line = next_line(&more);
        struct span rest = fewer;
        bool is_same = span_equals(line, next_line(&rest));
        cr_assert(is_same || line.bytes[0] == '|', "%s at %zu: %.*s", what, at, (int)line.length,
                  line.bytes);
        fewer = is_same ? rest : fewer;
        count += !is_same;
    }
    cr_assert(eq(sz, fewer.length, 0), "%s at %zu", what, at);
    cr_assert(gt(ulong, twins->file.problem_count, 0), "%s at %zu", what, at);
    return count;
}

Test(input_zip_twins, differ_only_in_more_lines_before_damage_of_a_long_member)
{
    const struct zip_member members[] = {
        {.name = BYTES("long.log"), .content = bundle_long_text(), .method = ZIP_DEFLATED},
        DEFLATED("after.log", .flags = 0)};
    struct buffer zip = zip_make(members, 2);
    struct twins twins;
    twins_init(&twins);
    size_t more_lines = 0;
    for (size_t at = 50; at + 100 < zip.length; at += 4999) {
        char kept[4];
        memcpy(kept, zip.bytes + at, sizeof kept);
        memset(zip.bytes + at, 0xFF, sizeof kept);
        twins_read(&twins, buffer_span(&zip));
        memcpy(zip.bytes + at, kept, sizeof kept);
        more_lines += count_more_lines(&twins, "damage", at);
        twins_read(&twins, (struct span){zip.bytes, at});
        more_lines += count_more_lines(&twins, "cut", at);
    }
    cr_assert(gt(sz, more_lines, 0));
    buffer_release(&zip);
    twins_release(&twins);
}

Test(input_zip_twins, keep_to_the_limits)
{
    static char zeros[3000 * 1000];
    memset(zeros, '\n', sizeof zeros);
    const struct zip_member members[] = {
        {.name = BYTES("bomb.log"), .content = {zeros, sizeof zeros}, .method = ZIP_DEFLATED},
        DEFLATED("after.log", .flags = 0)};
    struct buffer zip = zip_make(members, 2);
    struct collected collected;
    struct fault fault = {0};
    collected_init(&collected);
    collected.hides_lines = true;
    collected.limits.max_unpacked_bytes = 1000 * 1000;
    const char *path = bundle_write("bomb.zip", buffer_span(&zip));
    cr_assert(collected_read(&collected, path, &fault));
    cr_assert(eq(str, (char *)collected_text(&collected),
                 "log bomb.log\nend not unpacked further: limit max_unpacked_bytes\n"
                 "limit bomb.log: max_unpacked_bytes\n"
                 "problem after.log: not unpacked further: limit max_unpacked_bytes\n"
                 "limit after.log: max_unpacked_bytes\n"));
    cr_assert(eq(ulong, collected.line_count, 1000 * 1000));
    collected_clear(&collected);
    collected.limits.max_unpacked_bytes = 10 * 1000 * 1000;
    collected.limits.max_members = 1;
    cr_assert(collected_read(&collected, path, &fault));
    cr_assert(eq(str, (char *)collected_text(&collected),
                 "log bomb.log\nend\nlimit after.log: max_members\n"));
    collected_clear(&collected);
    collected.limits.max_members = 2;
    collected.limits.max_name_bytes = strlen("bomb.log") + strlen("after.log") - 1;
    cr_assert(collected_read(&collected, path, &fault));
    cr_assert(eq(str, (char *)collected_text(&collected),
                 "log bomb.log\nend\nlimit after.log: max_name_bytes\n"));
    collected_clear(&collected);
    collected.limits.max_name_bytes++;
    cr_assert(collected_read(&collected, path, &fault));
    cr_assert(eq(ulong, collected.log_count, 2));
    buffer_release(&zip);
    collected_release(&collected);
}
