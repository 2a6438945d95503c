#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdint.h>
#include <string.h>

#include "support/random.h"
#include "support/wildcard_definition.h"
#include "text/wildcard.h"

static bool fits(struct span pattern, struct span text)
{
    struct wildcard wildcard = wildcard_of(pattern);
    struct wildcard_text prepared = wildcard_text_of(text);
    return wildcard_matches(&wildcard, &prepared);
}

Test(text_wildcard, a_star_is_any_run_and_a_question_mark_one_character)
{
    static const struct {
        const char *pattern, *text;
        bool fits;
    } cases[] = {
        {"", "", true},
        {"", "a", false},
        {"*", "", true},
        {"*", "d:\\a", true},
        {"**", "x", true},
        {"a", "a", true},
        {"a", "", false},
        {"a", "ab", false},
        {"?", "", false},
        {"?", "日", true},
        {"??", "日", false},
        {"*?", "日", true},
        {"?*", "日本", true},
        {"*??*", "日", false},
        {"a?c", "a日c", true},
        {"*?c", "日c", true},
        {"*.pst", "d:\\mail\\a.pst", true},
        {"*.pst", "d:\\mail\\a.pst.bak", false},
        {"*.pst", ".pst", true},
        {"a*a", "a", false},
        {"ab*ba", "aba", false},
        {"ab*ba", "abba", true},
        {"?:\\scratch\\*", "e:\\scratch\\x", true},
        {"?:\\scratch\\*", "e:\\scratches\\x", false},
        {"?:\\scratch\\*", "e:\\a\\scratch\\x", false},
        {"*\\onedrive*\\*", "c:\\users\\u\\onedrive - contoso\\x", true},
        {"*\\onedrive*\\*", "c:\\users\\u\\onedrive", false},
        {"*\\a\\*\\b\\*", "c:\\a\\b\\x", false},
        {"*\\a\\*\\b\\*", "c:\\a\\a\\x\\b\\y", true},
        {"*aab*", "aaab", true},
        {"*a?b*b", "acbab", true},
        {"\\\\*", "\\\\server\\share", true},
        {"\\\\*", "\\device\\x", false},
        {"\\\\?\\*", "\\\\?\\volume{a}\\x", true},
        {"*\\マイ*", "g:\\マイドライブ\\x", true},
        {"a*b*c*d", "abcd", true},
        {"a*b*c*d", "axxbyyczzd", true},
        {"a*b*c*d", "acbd", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert(eq(int, fits(span_of(cases[i].pattern), span_of(cases[i].text)), cases[i].fits),
                  "%s on %s", cases[i].pattern, cases[i].text);
}

Test(text_wildcard, matches_as_defined_for_random_patterns_and_texts)
{
    uint64_t state = 7;
    for (int i = 0; i < 200000; i++) {
        char pattern[12];
        char text[12];
        struct span p = {.bytes = pattern, .length = random_below(&state, 9)};
        struct span t = {.bytes = text, .length = random_below(&state, 11)};
        for (size_t j = 0; j < p.length; j++)
            pattern[j] = "ab\\*?*"[random_below(&state, 6)];
        for (size_t j = 0; j < t.length; j++)
            text[j] = "ab\\"[random_below(&state, 3)];
        cr_assert(eq(int, fits(p, t), wildcard_matches_by_definition(p, t)), "%.*s on %.*s",
                  (int)p.length, pattern, (int)t.length, text);
    }
}

Test(text_wildcard, a_pattern_made_to_be_slow_stays_fast, .timeout = 60)
{
    static char text[256 * 1024];
    static char pattern[600];
    memset(text, 'a', sizeof text);
    for (size_t i = 0; i + 1 < sizeof pattern; i++)
        pattern[i] = i % 2 ? 'a' : '*';
    pattern[sizeof pattern - 1] = 'b';
    struct span p = {.bytes = pattern, .length = sizeof pattern};
    struct span t = {.bytes = text, .length = sizeof text};
    for (int i = 0; i < 100; i++)
        cr_assert(not(fits(p, t)));
    pattern[sizeof pattern - 1] = '*';
    cr_assert(fits(p, t));
}
