/* Bombs are stopped and reported by name, and the members after them are still read. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "support/bundle.h"
#include "support/collected.h"
#include "support/zip.h"

enum { LINE_BYTES = 16 * 1024, LINE_COUNT = 66 * 64, LINES_READ = 64 * 64, STEP_BYTES = 128 };

/* Returns 66 MiB of lines, all the same, or each with another number. */
static struct span many_lines(bool are_same)
{
    size_t length = (size_t)LINE_BYTES * LINE_COUNT;
    char *text = malloc(length);
    cr_assert(ne(ptr, text, NULL));
    memset(text, 'x', length);
    for (size_t at = 0; !are_same && at < length; at += STEP_BYTES)
        for (unsigned digit = 0; digit < 8; digit++)
            text[at + digit] = (char)('A' + ((unsigned)at * 2654435761u >> digit * 4) % 16);
    for (size_t end = LINE_BYTES; end <= length; end += LINE_BYTES)
        text[end - 1] = '\n';
    return (struct span){text, length};
}

static const struct {
    const char *format, *filter, *wanted;
} kinds[] = {
    {"zip", "",
     "log bomb.log\nend not unpacked further: limit max_unpacked_ratio\n"
     "limit bomb.log: max_unpacked_ratio\nlog after.log\nend\n"},
    {"7zip", "",
     "log bomb.log\nend not unpacked further: limit max_unpacked_ratio\n"
     "limit bomb.log: max_unpacked_ratio\nlog after.log\nend\n"},
    {"ustar", "gzip",
     "log bomb.log\nend not unpacked further: limit max_unpacked_ratio\n"
     "problem : not unpacked further: limit max_unpacked_ratio\n"
     "limit : max_unpacked_ratio\n"},
    {"ustar", "zstd",
     "log bomb.log\nend not unpacked further: limit max_unpacked_ratio\n"
     "problem : not unpacked further: limit max_unpacked_ratio\n"
     "limit : max_unpacked_ratio\n"},
};

/* Reads `bundle` as a file, then as a stream. */
static void expect_both(struct collected *collected, struct span bundle, const char *wanted,
                        uint64_t lines, const char *what)
{
    struct buffer packed = bundle_gzip(bundle);
    const struct span twins[] = {bundle, buffer_span(&packed)};
    for (size_t i = 0; i < 2; i++) {
        struct fault fault = {0};
        collected_clear(collected);
        cr_assert(collected_read(collected, bundle_write("bomb.bin", twins[i]), &fault));
        cr_assert(eq(str, (char *)collected_text(collected), (char *)wanted), "%s %zu", what, i);
        cr_assert(eq(ulong, collected->line_count, lines), "%s %zu", what, i);
    }
    buffer_release(&packed);
}

Test(input_bombs, are_stopped_in_every_kind_of_archive, .timeout = 300)
{
    struct span same = many_lines(true);
    const struct bundle_member members[] = {{"bomb.log", same, NULL},
                                            {"after.log", {"after\n", 6}, NULL}};
    struct collected collected;
    collected_init(&collected);
    collected.hides_lines = true;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        struct buffer bundle = bundle_make(kinds[k].format, kinds[k].filter, members, 2);
        uint64_t after = strstr(kinds[k].wanted, "after") != NULL;
        /* A tar has a header block before the first line. */
        uint64_t lines = kinds[k].filter[0] == '\0' ? LINES_READ + after : LINES_READ - 1;
        expect_both(&collected, buffer_span(&bundle), kinds[k].wanted, lines, kinds[k].format);
        buffer_release(&bundle);
    }
    free((char *)same.bytes);
    collected_release(&collected);
}

Test(input_bombs, are_not_suspected_in_logs_however_long, .timeout = 300)
{
    struct span lines = many_lines(false);
    const struct bundle_member member = {"long.log", lines, NULL};
    struct collected collected;
    collected_init(&collected);
    collected.hides_lines = true;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k += 3) { /* 7z takes long to pack them */
        struct buffer bundle = bundle_make(kinds[k].format, kinds[k].filter, &member, 1);
        expect_both(&collected, buffer_span(&bundle), "log long.log\nend\n", LINE_COUNT,
                    kinds[k].format);
        buffer_release(&bundle);
    }
    free((char *)lines.bytes);
    collected_release(&collected);
}

Test(input_bombs, are_stopped_when_spread_over_members, .timeout = 300)
{
    enum { MEMBERS = 10, MOST_PACKED_BYTES = 1024 * 1024 };
    struct span same = many_lines(true);
    struct bundle_member members[MEMBERS];
    for (size_t i = 0; i < MEMBERS; i++) /* each shorter than the first check of a stream */
        members[i] =
            (struct bundle_member){"part.log", span_slice(same, 0, same.length * 15 / 16), NULL};
    struct buffer zip = bundle_make("zip", "", members, MEMBERS);
    struct collected collected;
    struct fault fault = {0};
    collected_init(&collected);
    collected.hides_lines = true;
    cr_assert(collected_read(&collected, bundle_write("shared.zip", buffer_span(&zip)), &fault));
    /* 256 MiB for all, and what the ratio allows for their packed bytes. */
    uint64_t fair = 4 * LINES_READ + zip.length * 500 / LINE_BYTES;
    cr_assert(zip.length < MOST_PACKED_BYTES);
    cr_assert(collected.line_count <= fair && collected.line_count >= 4 * LINES_READ, "%zu",
              (size_t)collected.line_count);
    cr_assert(strstr(collected_text(&collected), "limit part.log: max_unpacked_ratio\n") != NULL);
    free((char *)same.bytes);
    collected_release(&collected);
    buffer_release(&zip);
}

/* A dictionary takes no more than what was unpacked to it. */
Test(input_bombs, a_zips_member_gives_no_more_than_its_dictionary_may_take)
{
    enum { MOST = 100000 };
    static const uint16_t methods[] = {ZIP_LZMA, ZIP_XZ};
    static const struct span after = {"after\n", 6};
    struct collected collected;
    collected_init(&collected);
    collected.hides_lines = true;
    uint64_t line_count = 1;
    struct span text = bundle_long_text();
    for (size_t i = 0; i < text.length; i++)
        line_count += text.bytes[i] == '\n';
    for (size_t i = 0; i < 2; i++) {
        const struct zip_member members[] = {
            {.name = span_of("bomb.log"), .content = text, .method = methods[i]},
            {.name = span_of("after.log"), .content = after}};
        struct buffer zip = zip_make(members, 2);
        collected.limits.max_decoder_bytes = MOST;
        collected_clear(&collected);
        struct fault fault = {0};
        cr_assert(collected_read(&collected, bundle_write("b.zip", buffer_span(&zip)), &fault));
        cr_assert(eq(str, (char *)collected_text(&collected),
                     "log bomb.log\nend not unpacked further: limit max_decoder_bytes\n"
                     "limit bomb.log: max_decoder_bytes\nlog after.log\nend\n"));
        cr_assert(lt(ulong, collected.line_count, line_count / 2));
        collected.limits = limits_default();
        expect_both(&collected, buffer_span(&zip), "log bomb.log\nend\nlog after.log\nend\n",
                    line_count, "unbounded");
        buffer_release(&zip);
    }
    collected_release(&collected);
}
