#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/buffer.h"
#include "output/write/character_kind.h"
#include "output/write/escape.h"
#include "support/report_fixture.h"

enum target { FOR_PEOPLE, FOR_JSON, FOR_CSV, FOR_SAFE_CSV };

static char *escaped(struct span text, enum target target)
{
    static struct writer writer;
    static char copy[1024];
    struct buffer memory = {0};
    writer_to_memory(&writer, &memory);
    if (target == FOR_PEOPLE)
        escape_for_people(&writer, text);
    else if (target == FOR_JSON)
        escape_for_json(&writer, text);
    else
        escape_for_csv(&writer, text, target == FOR_SAFE_CSV);
    cr_assert(writer_finish(&writer, NULL));
    memset(copy, 0, sizeof copy);
    if (memory.length > 0)
        memcpy(copy, memory.bytes, memory.length);
    buffer_release(&memory);
    return copy;
}

static const struct {
    const char *name;
    struct span text;
    const char *people;
    const char *json;
    const char *csv;
    const char *safe_csv;
} cases[] = {
    {"nothing", SPAN(""), "", "\"\"", "", ""},
    {"a Windows path", SPAN("D:\\a b\\c.txt"), "D:\\a b\\c.txt", "\"D:\\\\a b\\\\c.txt\"",
     "D:\\a b\\c.txt", "D:\\a b\\c.txt"},
    {"escape sequence", SPAN("a\x1b[2J"), "a\\x1b[2J", "\"a\\u001b[2J\"", "a\\x1b[2J", "a\\x1b[2J"},
    {"line breaks", SPAN("a\r\nb"), "a\\x0d\\x0ab", "\"a\\u000d\\u000ab\"", "a\\x0d\\x0ab",
     "a\\x0d\\x0ab"},
    {"NUL", SPAN("a\0b"), "a\\x00b", "\"a\\u0000b\"", "a\\x00b", "a\\x00b"},
    {"DEL", SPAN("\x7f"), "\\x7f", "\"\\u007f\"", "\\x7f", "\\x7f"},
    {"C1", SPAN("\xc2\x9b"), "\\x9b", "\"\\u009b\"", "\\x9b", "\\x9b"},
    {"right to left override", SPAN("\xe2\x80\xae"), "\\u{202e}", "\"\\u202e\"", "\\u{202e}",
     "\\u{202e}"},
    {"isolate", SPAN("\xe2\x81\xa9"), "\\u{2069}", "\"\\u2069\"", "\\u{2069}", "\\u{2069}"},
    {"Arabic letter mark", SPAN("\xd8\x9c"), "\\u{061c}", "\"\\u061c\"", "\\u{061c}", "\\u{061c}"},
    {"paragraph separator", SPAN("\xe2\x80\xa9"), "\\u{2029}", "\"\\u2029\"", "\\u{2029}",
     "\\u{2029}"},
    {"byte order mark", SPAN("\xef\xbb\xbf"), "\\u{feff}", "\"\\ufeff\"", "\xef\xbb\xbf",
     "\xef\xbb\xbf"},
    {"zero width joiner", SPAN("\xe2\x80\x8d"), "\\u{200d}", "\"\\u200d\"", "\xe2\x80\x8d",
     "\xe2\x80\x8d"},
    {"tag outside the first plane", SPAN("\xf3\xa0\x80\x81"), "\\u{e0001}", "\"\\udb40\\udc01\"",
     "\xf3\xa0\x80\x81", "\xf3\xa0\x80\x81"},
    {"a formula in full width",
     SPAN("\xef\xbc\x9d"
          "1"),
     "\xef\xbc\x9d"
     "1",
     "\"\xef\xbc\x9d"
     "1\"",
     "\xef\xbc\x9d"
     "1",
     "'\xef\xbc\x9d"
     "1"},
    {"a formula after blanks", SPAN(" \xe3\x80\x80\xef\xbb\xbf=1"), " \xe3\x80\x80\\u{feff}=1",
     "\" \xe3\x80\x80\\ufeff=1\"", "\" \xe3\x80\x80\xef\xbb\xbf=1\"",
     "\"' \xe3\x80\x80\xef\xbb\xbf=1\""},
    {"a sign after blanks and a letter", SPAN("  a=1"), "  a=1", "\"  a=1\"", "\"  a=1\"",
     "\"  a=1\""},
    {"quotes", SPAN("\"q\""), "\"q\"", "\"\\\"q\\\"\"", "\"\"\"q\"\"\"", "\"\"\"q\"\"\""},
    {"a comma", SPAN("a,b"), "a,b", "\"a,b\"", "\"a,b\"", "\"a,b\""},
    {"blanks at the ends", SPAN(" a "), " a ", "\" a \"", "\" a \"", "\" a \""},
    {"formula", SPAN("=1+1"), "=1+1", "\"=1+1\"", "=1+1", "'=1+1"},
    {"plus", SPAN("+1"), "+1", "\"+1\"", "+1", "'+1"},
    {"minus", SPAN("-1"), "-1", "\"-1\"", "-1", "'-1"},
    {"at", SPAN("@x,y"), "@x,y", "\"@x,y\"", "\"@x,y\"", "\"'@x,y\""},
    {"tab first", SPAN("\t="), "\\x09=", "\"\\u0009=\"", "\\x09=", "'\\x09="},
    {"a formula after a semicolon", SPAN("a;=1"), "a;=1", "\"a;=1\"", "a;=1", "a;'=1"},
    {"formulas after semicolons, blanks and quotes", SPAN("a; +1;\"@b;c;"), "a; +1;\"@b;c;",
     "\"a; +1;\\\"@b;c;\"", "\"a; +1;\"\"@b;c;\"", "\"a;' +1;'\"\"@b;c;\""},
    {"a selector after an ideograph", SPAN("\xe8\x91\x9b\xf3\xa0\x84\x80"),
     "\xe8\x91\x9b\xf3\xa0\x84\x80", "\"\xe8\x91\x9b\\udb40\\udd00\"",
     "\xe8\x91\x9b\xf3\xa0\x84\x80", "\xe8\x91\x9b\xf3\xa0\x84\x80"},
    {"a selector after a letter and after a selector", SPAN("a\xf3\xa0\x84\x80\xef\xb8\x80"),
     "a\\u{e0100}\\u{fe00}", "\"a\\udb40\\udd00\\ufe00\"", "a\xf3\xa0\x84\x80\xef\xb8\x80",
     "a\xf3\xa0\x84\x80\xef\xb8\x80"},
    {"a selector at the start", SPAN("\xef\xb8\x8f"), "\\u{fe0f}", "\"\\ufe0f\"", "\xef\xb8\x8f",
     "\xef\xb8\x8f"},
    {"a Braille blank that looks like a blank", SPAN("a\xe2\xa0\x80\x62"), "a\\u{2800}b",
     "\"a\\u2800b\"", "a\xe2\xa0\x80\x62", "a\xe2\xa0\x80\x62"},
    {"a blank in Braille", SPAN("\xe2\xa0\x81\xe2\xa0\x80\xe2\xa0\x83"),
     "\xe2\xa0\x81\xe2\xa0\x80\xe2\xa0\x83", "\"\xe2\xa0\x81\\u2800\xe2\xa0\x83\"",
     "\xe2\xa0\x81\xe2\xa0\x80\xe2\xa0\x83", "\xe2\xa0\x81\xe2\xa0\x80\xe2\xa0\x83"},
    {"a Mongolian selector",
     SPAN("\xe1\xa0\xa0\xe1\xa0\x8b"
          "a\xe1\xa0\x8b"),
     "\xe1\xa0\xa0\xe1\xa0\x8b"
     "a\\u{180b}",
     "\"\xe1\xa0\xa0\\u180b"
     "a\\u180b\"",
     "\xe1\xa0\xa0\xe1\xa0\x8b"
     "a\xe1\xa0\x8b",
     "\xe1\xa0\xa0\xe1\xa0\x8b"
     "a\xe1\xa0\x8b"},
    {"Japanese and emoji", SPAN("日本\xf0\x9f\x98\x80"), "日本\xf0\x9f\x98\x80",
     "\"日本\xf0\x9f\x98\x80\"", "日本\xf0\x9f\x98\x80", "日本\xf0\x9f\x98\x80"},
    {"a replacement character", SPAN("\xef\xbf\xbd"), "\xef\xbf\xbd", "\"\xef\xbf\xbd\"",
     "\xef\xbf\xbd", "\xef\xbf\xbd"},
    {"bytes that are not UTF-8", SPAN("a\xff\xc3"), "a\xef\xbf\xbd\xef\xbf\xbd",
     "\"a\xef\xbf\xbd\xef\xbf\xbd\"", "a\xef\xbf\xbd\xef\xbf\xbd", "a\xef\xbf\xbd\xef\xbf\xbd"},
    {"a lone surrogate", SPAN("\xed\xa0\x80"), "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd",
     "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd",
     "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
};

Test(output_escape, every_target_makes_hostile_text_harmless)
{
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        cr_assert(eq(str, escaped(cases[i].text, FOR_PEOPLE), (char *)cases[i].people), "%s",
                  cases[i].name);
        cr_assert(eq(str, escaped(cases[i].text, FOR_JSON), (char *)cases[i].json), "%s",
                  cases[i].name);
        cr_assert(eq(str, escaped(cases[i].text, FOR_CSV), (char *)cases[i].csv), "%s",
                  cases[i].name);
        cr_assert(eq(str, escaped(cases[i].text, FOR_SAFE_CSV), (char *)cases[i].safe_csv), "%s",
                  cases[i].name);
    }
}

Test(output_escape, every_control_character_is_unsafe_and_letters_are_plain)
{
    for (uint32_t code_point = 0; code_point < 0x110000; code_point++) {
        bool is_control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
        if (is_control)
            cr_assert(character_kind(code_point) == CHARACTER_UNSAFE, "U+%04X", code_point);
        else if (code_point < 0xA0 || (code_point >= 0x3040 && code_point < 0x3164))
            cr_assert(character_kind(code_point) == CHARACTER_PLAIN, "U+%04X", code_point);
    }
}
