#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "output/text/page_flow.h"
#include "support/report_fixture.h"

Test(output_width, text_is_as_wide_as_a_terminal_shows_it)
{
    static const struct {
        struct span text;
        size_t width;
    } cases[] = {
        {SPAN(""), 0},
        {SPAN("abc"), 3},
        {SPAN("日本語"), 6},
        {SPAN("\xef\xbd\xb1\xef\xbe\x9e"), 2}, /* half-width katakana with its voiced mark */
        {SPAN("か\xe3\x82\x99"), 2},           /* a combining voiced mark */
        {SPAN("\x1b"), 4},
        {SPAN("\xe2\x80\xae"), 8},
        {SPAN("\xf0\x9f\x98\x80"), 2},
        {SPAN("\xc2\xb1"), 1},     /* ambiguous */
        {SPAN("\xee\x80\x80"), 1}, /* private use */
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        cr_assert(eq(sz, width_of_text(cases[i].text), cases[i].width), "row %zu", i);
}

static char *truncated(struct span text, size_t columns, enum truncate_side side)
{
    static struct writer writer;
    static char copy[512];
    struct buffer memory = {0};
    writer_to_memory(&writer, &memory);
    size_t width = width_truncate(&writer, text, columns, side);
    cr_assert(writer_finish(&writer, NULL));
    memset(copy, 0, sizeof copy);
    if (memory.length > 0)
        memcpy(copy, memory.bytes, memory.length);
    cr_assert(eq(sz, width, width_of_text(buffer_span(&memory))));
    cr_assert(width <= columns);
    buffer_release(&memory);
    return copy;
}

Test(output_width, a_cut_path_keeps_its_file_name)
{
    static const struct {
        struct span text;
        size_t columns;
        enum truncate_side side;
        const char *want;
    } cases[] = {
        {SPAN("abcdef"), 6, TRUNCATE_END, "abcdef"},
        {SPAN("abcdef"), 5, TRUNCATE_END, "ab..."},
        {SPAN("abcdef"), 2, TRUNCATE_END, "ab"},
        {SPAN("abcdef"), 0, TRUNCATE_END, ""},
        {SPAN("日本語テキスト"), 8, TRUNCATE_END, "日本..."},
        {SPAN("D:\\Users\\someone\\mail.pst"), 20, TRUNCATE_PATH, "D:\\Us...one\\mail.pst"},
        {SPAN("D:\\Users\\a-very-long-name.pst"), 24, TRUNCATE_PATH, "...\\a-very-long-name.pst"},
        {SPAN("D:\\Users\\a-very-long-name.pst"), 12, TRUNCATE_PATH, "...-name.pst"},
        {SPAN("/mnt/users/a-very-long-name.pst"), 24, TRUNCATE_PATH, ".../a-very-long-name.pst"},
        {SPAN("/mnt/users/someone/a-long-name"), 17, TRUNCATE_PATH, "/m.../a-long-name"},
        {SPAN("D:\\x\\a/b\\very-long-name"), 19, TRUNCATE_PATH, "D...\\very-long-name"},
        {SPAN("D:\\資料\\見積書.xlsx"), 17, TRUNCATE_PATH, "D:...\\見積書.xlsx"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        cr_assert(eq(str, truncated(cases[i].text, cases[i].columns, cases[i].side),
                     (char *)cases[i].want),
                  "row %zu", i);
}

Test(output_width, every_cut_of_every_width_fits)
{
    static const struct span texts[] = {SPAN(HOSTILE_TEXT),
                                        SPAN("か\xe3\x82\x99\\\x1b\xe2\x80\xae日本")};
    for (size_t i = 0; i < 2; i++)
        for (size_t columns = 0; columns < 150; columns++) {
            truncated(texts[i], columns, TRUNCATE_END);
            truncated(texts[i], columns, TRUNCATE_PATH);
        }
}

static char *flowed(const char *text, unsigned width, size_t indent)
{
    static struct writer writer;
    static char copy[2048];
    struct buffer memory = {0};
    struct render_options options = {.width = width};
    struct page page;
    writer_to_memory(&writer, &memory);
    page_start(&page, &writer, LANGUAGE_EN, &options);
    page_add_text(&page, text);
    page_flow(&page, indent);
    page_release(&page);
    cr_assert(writer_finish(&writer, NULL));
    memset(copy, 0, sizeof copy);
    memcpy(copy, memory.bytes, memory.length);
    buffer_release(&memory);
    return copy;
}

Test(output_width, lines_wrap_between_words_and_between_japanese_characters)
{
    cr_assert(eq(str, flowed("", 60, 2), "\n"));
    cr_assert(eq(str, flowed("one two", 60, 2), "one two\n"));
    cr_assert(eq(str,
                 flowed("0123456789 0123456789 0123456789 0123456789 0123456789 0123456789", 60, 2),
                 "0123456789 0123456789 0123456789 0123456789 0123456789\n  0123456789\n"));
    /* 29 wide characters are 58 columns; the full stop may not begin a line. */
    cr_assert(eq(str,
                 flowed("あああああああああああああああああああああああああああああ。い", 60, 0),
                 "あああああああああああああああああああああああああああああ。\nい\n"));
    cr_assert(eq(str,
                 flowed("ああああああああああああああああああああああああああああああ。い", 60, 0),
                 "あああああああああああああああああああああああああああああ\nあ。い\n"));
    /* An address stays whole. */
    cr_assert(eq(
        str,
        flowed("see https://example.org/0123456789012345678901234567890123456789/01234567", 60, 2),
        "see\n  https://example.org/0123456789012345678901234567890123456789/01234567\n"));
}

Test(output_width, numbers_have_separators)
{
    char text[NUMBER_TEXT_BYTES];
    cr_assert(eq(str, (char *)number_text(0, text), "0"));
    cr_assert(eq(str, (char *)number_text(999, text), "999"));
    cr_assert(eq(str, (char *)number_text(1000, text), "1,000"));
    cr_assert(eq(str, (char *)number_text(UINT64_MAX, text), "18,446,744,073,709,551,615"));
}
