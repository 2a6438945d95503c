#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdint.h>
#include <string.h>

#include "diagnosis/wildcard.h"
#include "support/guard.h"

static bool fits(struct span pattern, struct span text)
{
    struct wildcard wildcard = wildcard_of(pattern);
    struct wildcard_text prepared = wildcard_text_of(text);
    return wildcard_fits(&wildcard, &prepared);
}

Test(diagnosis_wildcard, stars_are_runs_and_question_marks_are_characters)
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

/* The meaning itself, slow: whether pattern[0..i) fits text[0..j), for all i and j. */
static bool fits_slowly(struct span pattern, struct span text)
{
    enum { MOST = 12 };
    bool can[MOST + 1][MOST + 1] = {{false}};
    can[0][0] = true;
    for (size_t i = 1; i <= pattern.length; i++)
        for (size_t j = 0; j <= text.length; j++) {
            char wanted = pattern.bytes[i - 1];
            can[i][j] = wanted == '*' ? can[i - 1][j] || (j > 0 && can[i][j - 1])
                                      : j > 0 && can[i - 1][j - 1] &&
                                            (wanted == '?' || wanted == text.bytes[j - 1]);
        }
    return can[pattern.length][text.length];
}

static uint32_t next_number(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 16;
}

Test(diagnosis_wildcard, random_patterns_on_random_texts_mean_what_the_definition_says)
{
    uint32_t state = 7;
    for (int i = 0; i < 200000; i++) {
        char pattern[12];
        char text[12];
        struct span p = {.bytes = pattern, .length = next_number(&state) % 9};
        struct span t = {.bytes = text, .length = next_number(&state) % 11};
        for (size_t j = 0; j < p.length; j++)
            pattern[j] = "ab\\*?*"[next_number(&state) % 6];
        for (size_t j = 0; j < t.length; j++)
            text[j] = "ab\\"[next_number(&state) % 3];
        cr_assert(eq(int, fits(p, t), fits_slowly(p, t)), "%.*s on %.*s", (int)p.length, pattern,
                  (int)t.length, text);
    }
}

Test(diagnosis_wildcard, a_pattern_made_to_be_slow_is_not, .timeout = 60)
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
