#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "support/bundle.h"
#include "support/collected.h"

/* Drops what a line begins with, up to `mark`. */
static bool feed_without_head(void *context, struct span line, struct buffer *out,
                              struct fault *fault)
{
    size_t at = span_find_byte(line, *(const char *)context);
    struct span rest = at < line.length ? span_slice(line, at + 1, line.length) : line;
    return buffer_append(out, rest, fault) && buffer_append_byte(out, '\n', fault);
}

/* Gives each line with the one after it, in place of that one's own text. */
struct held_line {
    char text[8];
    bool is_held;
};

static bool end_held(void *context, struct buffer *out, struct fault *fault)
{
    const struct held_line *held = context;
    return !held->is_held ||
           (buffer_append(out, span_of(held->text), fault) && buffer_append_byte(out, '\n', fault));
}

static bool feed_held(void *context, struct span line, struct buffer *out, struct fault *fault)
{
    struct held_line *held = context;
    bool done = end_held(held, out, fault);
    size_t length = line.length < sizeof held->text ? line.length : sizeof held->text - 1;
    *held = (struct held_line){.is_held = true};
    if (length > 0)
        memcpy(held->text, line.bytes, length);
    return done;
}

static void expect(struct collected *collected, struct span content, const char *wanted)
{
    struct fault fault = {0};
    const char *path = bundle_write("staged.log", content);
    collected_clear(collected);
    cr_assert(collected_read(collected, path, &fault), "%s", fault.text);
    cr_assert(eq(str, (char *)collected_text(collected), (char *)wanted));
}

#define BYTES(text)                                                                                \
    (struct span)                                                                                  \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }

Test(input_line_stage_reader, takes_lines_of_any_encoding_and_end_through_all_stages)
{
    char mark = ':';
    struct held_line held = {.is_held = false};
    struct line_stages stages = {.stages = {{.context = &mark, .feed = feed_without_head},
                                            {.context = &held, .feed = feed_held, .end = end_held}},
                                 .count = 2};
    struct collected collected;
    collected_init(&collected);
    collected.stages = &stages;
    expect(&collected, BYTES("1:a\r\n\n2:b:c\rd"), "log \n|a\n|\n|b:c\n|d\nend\n");
    held = (struct held_line){.is_held = false};
    expect(&collected, BYTES("\xFF\xFE:\0a\0\n\0:\0\xE9\0"), "log \n|a\n|\xC3\xA9\nend\n");
    held = (struct held_line){.is_held = false};
    expect(&collected, BYTES("1:\xE9\xE9\n:b\n"), "log \n|\xC3\xA9\xC3\xA9\n|b\nend\n");
    held = (struct held_line){.is_held = false};
    expect(&collected, BYTES(""), "log \nend\n");
    collected_release(&collected);
}

/* A text of several chunks, with lines that need a repair and one that must be cut. */
static void append_text(struct buffer *text, size_t line_count)
{
    for (size_t i = 0; i < line_count; i++) {
        const char *bad = i % 1000 == 0 ? "\xFF" : "";
        cr_assert(buffer_append_format(text, NULL, "\xC3\xA9 %zu:%s line\r\n", i, bad));
    }
    cr_assert(buffer_append(text, BYTES("1:"), NULL));
    for (size_t i = 0; i < 2000000; i++)
        buffer_append_byte(text, 'x', NULL);
    cr_assert(buffer_append(text, BYTES("\n2:end"), NULL));
}

Test(input_line_stage_reader, keeps_the_count_of_lines_and_of_repaired_and_cut_ones)
{
    char mark = ':';
    struct line_stages stages = {.stages = {{.context = &mark, .feed = feed_without_head}},
                                 .count = 1};
    struct buffer text = {0};
    struct collected collected;
    struct fault fault = {0};
    struct encoding utf8;
    cr_assert(encoding_by_name("utf8", &utf8, &fault));
    append_text(&text, 200000);
    collected_init(&collected);
    collected.hides_lines = true;
    collected.forced = &utf8;
    collected.stages = &stages;
    expect(&collected, buffer_span(&text), "log \nend\n");
    cr_assert(eq(u64, collected.line_count, 200002));
    cr_assert(eq(u64, collected.repaired_lines, 200));
    cr_assert(eq(u64, collected.cut_lines, 1));
    collected_release(&collected);
    buffer_release(&text);
}
