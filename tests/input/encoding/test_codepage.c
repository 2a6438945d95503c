#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>

#include "input/encoding/codepage.h"
#include "support/bundle.h"
#include "support/collected.h"

static const char *const names[] = {"CP932", "CP1252", "CP437", "CP850"};

enum { NAME_COUNT = sizeof names / sizeof names[0] };

/* Returns what the C library makes of `raw`, of which it knows every byte; else "". */
static void convert_by_iconv(const char *name, struct span raw, char *text, size_t room)
{
    iconv_t converter = iconv_open("UTF-8", name);
    cr_assert(converter != (iconv_t)-1);
    char copy[2];
    memcpy(copy, raw.bytes, raw.length);
    char *in = copy;
    char *out = text;
    size_t left = raw.length;
    room--;
    *(iconv(converter, &in, &left, &out, &room) == 0 ? out : text) = '\0';
    iconv_close(converter);
}

static void check_as_iconv(const char *name, struct span raw)
{
    char wanted[16];
    char encoded[16];
    convert_by_iconv(name, raw, wanted, sizeof wanted);
    struct codepage codepage = {0};
    struct buffer out = {0};
    struct utf8_replacements replacements = {0};
    cr_assert(codepage_select(&codepage, name, 1) && codepage.table != NULL);
    cr_assert(codepage_convert(&codepage, raw, false, &out, &replacements, NULL));
    struct span text = buffer_span(&out);
    bool is_control_of_1252 = text.length == 2 && text.bytes[0] == '\xC2' && raw.length == 1;
    if (wanted[0] != '\0' || !is_control_of_1252)
        cr_assert(wanted[0] != '\0' ? span_equals(text, span_of(wanted)) : replacements.lines == 1,
                  "%s %02x %02x: %.*s, not %s", name, raw.bytes[0], raw.bytes[raw.length - 1],
                  (int)text.length, text.bytes, wanted);
    if (wanted[0] != '\0') {
        size_t length = codepage_transcode("UTF-8", name, text, encoded, sizeof encoded);
        cr_assert(length != SIZE_MAX);
        out.length = 0;
        cr_assert(codepage_convert(&codepage, (struct span){encoded, length}, false, &out,
                                   &replacements, NULL));
        cr_assert(span_equals(buffer_span(&out), span_of(wanted)), "%s", wanted);
    }
    buffer_release(&out);
    codepage_release(&codepage);
}

Test(input_codepage, tables_agree_with_the_c_library_on_every_byte_and_pair)
{
    for (size_t i = 0; i < NAME_COUNT; i++)
        for (int first = 0x80; first < 0x100; first++) {
            char pair[2] = {(char)first, 0};
            if (i > 0 || (first >= 0xA1 && first <= 0xDF))
                check_as_iconv(names[i], (struct span){pair, 1});
            for (int second = 0x40; i == 0 && second < 0x100; second++) {
                pair[1] = (char)second;
                check_as_iconv(names[i], (struct span){pair, 2});
            }
        }
}

Test(input_codepage, half_a_character_is_dropped_only_where_the_text_was_cut)
{
    static const struct {
        const char *raw;
        bool ends_inside;
        const char *wanted;
    } rows[] = {{"a\x95\x5C\x95", true, "a\u8868"},
                {"a\x95\x5C\x95", false, "a\u8868\uFFFD"},
                {"\x95\n", true, "\uFFFD\n"},
                {"\xFFz", false, "\uFFFDz"}};
    struct codepage codepage = {0};
    cr_assert(codepage_select(&codepage, "CP932", 1));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer out = {0};
        struct utf8_replacements replacements = {0};
        cr_assert(codepage_convert(&codepage, span_of(rows[i].raw), rows[i].ends_inside, &out,
                                   &replacements, NULL));
        cr_assert(span_equals(buffer_span(&out), span_of(rows[i].wanted)), "%zu", i);
        buffer_release(&out);
    }
    codepage_release(&codepage);
}

/* A system without the module of an encoding still reads the other logs. */
Test(input_codepage, a_missing_converter_is_a_problem_of_that_log)
{
    struct encoding missing = {
        .form = ENCODING_CODE_PAGE, .unit_bytes = 1, .is_forced = true, .name = "KLINGON"};
    struct collected collected;
    struct fault fault = {0};
    collected_init(&collected);
    collected.forced = &missing;
    cr_assert(collected_read(&collected, bundle_write("k.log", span_of("one\n")), &fault));
    cr_assert(eq(str, (char *)collected_text(&collected),
                 "problem : not read: this system cannot convert from its encoding (KLINGON)\n"));
    collected_release(&collected);
}
