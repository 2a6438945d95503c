#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "grammar/required_literals.h"

Test(grammar_required_literals, every_match_contains_one_of_them)
{
    static const struct {
        const char *expression, *literal;
    } cases[] = {
        {"Failed: Hr: = \\[(?<code>0x[0-9A-F]{8})\\] (?<operation>\\w+) failed on file\\(",
         " failed on file("},
        {"abc?def", "def"},
        {"ab?c*d+e{2}f", ""},
        {"abcd{2}e", "abc"},
        {"one|three", "one|three"},
        {"one|of", ""},
        {"(?:one|two|(?<id>three|four+)) x", "one|two|three|four"},
        {"(?:abcdef)?xyz", "xyz"},
        {"(?:abcdef)*xyz", "xyz"},
        {"(?:abcdef){0,2}xyz", "xyz"},
        {"(?:abcdef)+xyz", "abcdef"},
        {"(?!abcdef)xyz", "xyz"},
        {"(?<!abcdef)xyz", "xyz"},
        {"(?<=abcdef)xyz", "xyz"},
        {"(?=.*abcdef)xyz", "abcdef"},
        {"(?i:abcdefg)hijk", "abcdefg"},
        {"(?i:abKdef)", "def"},
        {"(?i)(a|b)ooo", "ooo"},
        {"(?(DEFINE)(?<id>aaaa))bbb", "bbb"},
        {"((((((((((((((((((aaaa))))))))))))))))))", ""},
        {"a)bcd", ""},
        {"a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r", ""},
        {"aaa|bbb|ccc|ddd|eee|fff|ggg|hhh|iii|jjj|kkk|lll|mmm|nnn|ooo|ppp|qqq",
         "aaa|bbb|ccc|ddd|eee|fff|ggg|hhh|iii|jjj|kkk|lll|mmm|nnn|ooo|ppp|qqq"},
        {"(?:one|two) three", " three"},
        {"x(?<path>.*)longest tail$", "longest tail"},
        {"日本語?です", "日本"},
        {"(?i)token", ""},
        {"(?i)abcdefg", "abcdefg"},
        {"(?i)abcKdefgh", "defgh"},
        {"(?x) a b c d", ""},
        {"(?isx) a b c d", ""},
        {"(?im)^disk broken", ""},
        {"(?i-s)disk broken", ""},
        {"\\Qa.b\\E", ""},
        {"\\x41bcdef", ""},
        {"a\\.b\\\\c", "a.b\\c"},
        {"[abc]]def", "]def"},
        {"[]abc]def", "def"},
        {"[[:alpha:]]xyz", "xyz"},
        {"[^]x]yyyy", "yyyy"},
        {"a\\tb\\td", "a\tb\td"},
        {"(?=abc)d", "abc"},
        {"(*UTF)abcd", ""},
        {"abc\\", ""},
        {"abc{d", ""},
        {"abcd{e", "abc"},
        {"(", ""},
        {"[", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct required_literals literals = {0};
        struct buffer joined = {0};
        cr_assert(required_literals_of_pattern(span_of(cases[i].expression), &literals, NULL));
        for (size_t j = 0; j < literals.count; j++) {
            if (j > 0)
                buffer_append_byte(&joined, '|', NULL);
            buffer_append(&joined, required_literals_at(&literals, j), NULL);
        }
        cr_assert(span_equals(buffer_span(&joined), span_of(cases[i].literal)),
                  "%s gives \"%.*s\", not \"%s\"", cases[i].expression, (int)joined.length,
                  joined.bytes ? joined.bytes : "", cases[i].literal);
        buffer_release(&joined);
        required_literals_release(&literals);
    }
}

Test(grammar_required_literals, more_alternatives_than_are_searched_for_give_none)
{
    struct buffer expression = {0};
    for (size_t count = 1; count <= MAX_LITERALS + 1; count++) {
        struct required_literals literals = {0};
        cr_assert(buffer_append_format(&expression, NULL, "%sab%zu", count > 1 ? "|" : "", count));
        cr_assert(required_literals_of_pattern(buffer_span(&expression), &literals, NULL));
        cr_assert(eq(sz, literals.count, count <= MAX_LITERALS ? count : 0));
        required_literals_release(&literals);
    }
    buffer_release(&expression);
}
