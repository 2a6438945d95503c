#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdint.h>
#include <string.h>

#include "support/guard.h"
#include "support/random.h"
#include "text/wildcard_set.h"

static bool fits(struct span pattern, struct span text)
{
    struct wildcard wildcard = wildcard_of(pattern);
    struct wildcard_text prepared = wildcard_text_of(text);
    return wildcard_matches(&wildcard, &prepared);
}

Test(text_wildcard, stars_are_runs_and_question_marks_are_characters)
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
    enum { MOST = 128 };
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

Test(text_wildcard, random_patterns_on_random_texts_mean_what_the_definition_says)
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
        cr_assert(eq(int, fits(p, t), fits_slowly(p, t)), "%.*s on %.*s", (int)p.length, pattern,
                  (int)t.length, text);
    }
}

#define VOLUME "\\\\?\\volume{0f7c1f34-0000-0000-0000-100000000000}"

/* With "?:" for a volume or a character of more than one byte that the text begins with. */
static bool fits_rooted_slowly(struct span pattern, struct span text)
{
    static const char *const roots[] = {VOLUME, "é:"};
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
        struct span root = span_of(roots[i]);
        bool is_volume = i == 0;
        if (pattern.length >= 2 && memcmp(pattern.bytes, "?:", 2) == 0 &&
            text.length >= root.length + is_volume &&
            memcmp(text.bytes, root.bytes, root.length) == 0 &&
            (!is_volume || text.bytes[root.length] == '\\'))
            return fits_slowly(span_slice(pattern, 2, pattern.length),
                               span_slice(text, root.length, text.length));
    }
    return fits_slowly(pattern, text);
}

Test(text_wildcard, a_list_fits_what_one_of_its_patterns_fits)
{
    static const char *const starts[] = {"", "?:", "?:\\", "d:\\", "*\\", "*.", "\\\\", "d?"};
    static const char *const roots[] = {"",     "c:",        "c:\\", "d:\\",
                                        VOLUME, VOLUME "\\", "\\\\", "é:\\"};
    static const char *const parts[] = {"*", "\\*\\", "abc", "\\abc", "ab",   "\\ab", "\\a",
                                        "?", "x\\",   "*x",  "c",     ".pst", "a"};
    static const char *const names[] = {"abc", "\\abc", "ab", "\\ab", "\\a", "xy",
                                        "x\\", ".pst",  "c",  "\\",   "a",   "report of an hour"};
    uint64_t state = 8;
    for (int round = 0; round < 40000; round++) {
        char kept[4][64];
        char bytes[160];
        struct wildcard patterns[4];
        struct wildcard_set list = {.patterns = patterns};
        const char *root = roots[random_below(&state, sizeof roots / sizeof *roots)];
        size_t length = strlen(root);
        memcpy(bytes, root, length);
        length += random_text(&state, names, sizeof names / sizeof *names, bytes + length,
                              random_below(&state, 50));
        struct guard guard = guard_copy((struct span){.bytes = bytes, .length = length});
        struct span text = {.bytes = guard.bytes, .length = length};
        bool expected = false;
        for (size_t count = random_below(&state, 5); list.count < count;) {
            char *pattern = kept[list.count];
            strcpy(pattern, starts[random_below(&state, sizeof starts / sizeof *starts)]);
            struct span whole = {.bytes = pattern, .length = strlen(pattern)};
            whole.length += random_text(&state, parts, sizeof parts / sizeof *parts,
                                        pattern + whole.length, random_below(&state, 20));
            expected = expected || fits_rooted_slowly(whole, text);
            wildcard_set_add(&list, wildcard_of(whole));
        }
        struct wildcard_text prepared = wildcard_text_of(text);
        cr_assert(eq(int, wildcard_set_fits(&list, &prepared), expected), "%.*s", (int)length,
                  bytes);
        guard_release(&guard);
    }
}

Test(text_wildcard, a_pattern_made_to_be_slow_is_not, .timeout = 60)
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
