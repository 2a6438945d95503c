#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "support/bundle.h"
#include "support/collected.h"

#define BYTES(text)                                                                                \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }

static const struct bundle_member one = {"a.log", BYTES("one\n"), NULL};

/* Reads `before`, a stream of one line and `after` as one file. */
static void expect(const char *filter, struct span before, struct span after, const char *wanted)
{
    struct buffer stream = bundle_make("raw", filter, &one, 1);
    struct buffer bytes = {0};
    struct collected collected;
    struct fault fault = {0};
    collected_init(&collected);
    cr_assert(buffer_append(&bytes, before, NULL) &&
              buffer_append(&bytes, buffer_span(&stream), NULL) &&
              buffer_append(&bytes, after, NULL));
    cr_assert(collected_read(&collected, bundle_write("frames.bin", buffer_span(&bytes)), &fault));
    cr_assert(eq(str, (char *)collected_text(&collected), (char *)wanted), "%s", filter);
    collected_release(&collected);
    buffer_release(&stream);
    buffer_release(&bytes);
}

Test(input_frame_filter, what_surrounds_frames_is_no_damage)
{
    static const char *const filters[] = {"zstd", "lz4"};
    static const struct span harmless[] = {
        BYTES(""),
        BYTES("\x50\x2A\x4D\x18\4\0\0\0abcd"),
        BYTES("\x5F\x2A\x4D\x18\0\0\0\0\x51\x2A\x4D\x18\1\0\0\0x"),
    };
    static const struct span padding[] = {BYTES(""), BYTES("\0"), BYTES("\0\0\0\0\0\0\0\0\0")};
    enum { COUNT = 3 };
    for (size_t i = 0; i < 2; i++)
        for (size_t k = 0; k < COUNT; k++)
            for (size_t n = 0; n < COUNT; n++) {
                expect(filters[i], harmless[k], harmless[n], "log \n|one\nend\n");
                expect(filters[i], harmless[k], padding[n], "log \n|one\nend\n");
            }
}

Test(input_frame_filter, an_empty_frame_does_not_end_the_stream)
{
    static const struct span empty = BYTES("\x04\x22\x4D\x18\x60\x40\x82\0\0\0\0");
    static const struct span checked = BYTES("\x04\x22\x4D\x18\x64\x40\xA7\0\0\0\0\5\x5D\xCC\2");
    static const struct span legacy = BYTES("\x02\x21\x4C\x18");
    static const struct span nothing = BYTES("");
    expect("lz4", empty, empty, "log \n|one\nend\n");
    expect("lz4", checked, nothing, "log \n|one\nend\n");
    expect("lz4", legacy, nothing, "log \n|one\nend\n");
}

Test(input_frame_filter, legacy_frames_are_read)
{
    static const struct span two = BYTES("\x02\x21\x4C\x18\5\0\0\0\x40two\n");
    static const struct span both = BYTES("\x02\x21\x4C\x18\5\0\0\0\x40two\n\5\0\0\0\x40six\n");
    static const struct span nothing = BYTES("");
    expect("lz4", two, nothing, "log \n|two\n|one\nend\n");
    expect("lz4", nothing, both, "log \n|one\n|two\n|six\nend\n");
}

/* The last line of the stream may lack its end. */
Test(input_frame_filter, what_is_no_frame_ends_the_stream_and_is_read_behind_it)
{
    static const char *const filters[] = {"gzip", "bzip2", "xz", "zstd", "lz4", "lzip"};
    static const struct span nothing = BYTES("");
    static const struct span padded = BYTES("\0\0\0\0\0\0two\n");
    const struct bundle_member member = {"a.log", BYTES("two\n"), NULL};
    struct buffer zip = bundle_make("zip", "", &member, 1);
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
        char wanted[300];
        char problem[100];
        snprintf(problem, sizeof problem, "problem : bytes after the %s data that are no %s data\n",
                 filters[i], filters[i]);
        snprintf(wanted, sizeof wanted, "log \n|one\nend\n%slog \n|two\nend\n", problem);
        expect(filters[i], nothing, padded, wanted);
        expect(filters[i], nothing, span_of("two\n"), wanted);
        snprintf(wanted, sizeof wanted, "log \n|one\nend\n%slog a.log\n|two\nend\n", problem);
        expect(filters[i], nothing, buffer_span(&zip), wanted);
        snprintf(wanted, sizeof wanted, "log \n|one\nend\n%slog \n|x\nend\n", problem);
        expect(filters[i], nothing, span_of("x"), wanted);
    }
    buffer_release(&zip);
}

Test(input_frame_filter, memory_of_a_decoder_is_bounded)
{
    static const char *const filters[] = {"xz", "zstd", "lzip"};
    struct collected collected;
    collected_init(&collected);
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
        const struct bundle_member member = {"a.log", bundle_long_text(), NULL};
        struct buffer stream = bundle_make("raw", filters[i], &member, 1);
        for (int is_low = 0; is_low < 2; is_low++) {
            struct fault fault = {0};
            collected_clear(&collected);
            collected.hides_lines = true;
            collected.limits.max_decoder_bytes = is_low ? 64 * 1024 : 256 * 1024 * 1024;
            cr_assert(
                collected_read(&collected, bundle_write("big.bin", buffer_span(&stream)), &fault));
            const char *limit = strstr(collected_text(&collected), "limit : max_decoder_bytes");
            cr_assert(eq(int, limit != NULL, is_low), "%s: %s", filters[i],
                      collected_text(&collected));
            cr_assert(eq(int, collected.line_count == 0, is_low), "%s", filters[i]);
        }
        buffer_release(&stream);
    }
    collected_release(&collected);
}

#define REST "................................................................"

/* Of lzip each member has a dictionary of its own: 0x1D is 512 MiB, 0xFC 144 MiB. */
Test(input_frame_filter, the_dictionary_of_each_member_of_an_lzip_is_bounded)
{
    static const struct {
        struct span second;
        bool is_too_big;
    } cases[] = {
        {BYTES("LZIP\1\x1D" REST), true},      {BYTES("LLZIP\1\x1D" REST), true},
        {BYTES(REST "LZIP\1\x1D" REST), true}, {BYTES("LZIP\1\xFC" REST), false},
        {BYTES("LZIP\2\x1D" REST), false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer stream = bundle_make("raw", "lzip", &one, 1);
        struct collected collected;
        struct fault fault = {0};
        collected_init(&collected);
        cr_assert(buffer_append(&stream, cases[i].second, NULL));
        cr_assert(collected_read(&collected, bundle_write("two.lz", buffer_span(&stream)), &fault));
        const char *limit = strstr(collected_text(&collected), "limit : max_decoder_bytes");
        cr_assert(eq(int, limit != NULL, cases[i].is_too_big), "%zu: %s", i,
                  collected_text(&collected));
        cr_assert(strstr(collected_text(&collected), "|one") != NULL || !cases[i].is_too_big,
                  "%zu: %s", i, collected_text(&collected));
        collected_release(&collected);
        buffer_release(&stream);
    }
}
