#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "support/guard.h"
#include "support/random.h"
#include "support/wildcard_definition.h"
#include "text/wildcard_set.h"

#define VOLUME "\\\\?\\volume{0f7c1f34-0000-0000-0000-100000000000}"

/* The same, where "?:" also matches the volume, or drive letter of more than one byte, at the start
 * of the text. */
static bool matches_rooted_by_definition(struct span pattern, struct span text)
{
    static const char *const roots[] = {VOLUME, "é:"};
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
        struct span root = span_of(roots[i]);
        bool is_volume = i == 0;
        if (pattern.length >= 2 && memcmp(pattern.bytes, "?:", 2) == 0 &&
            text.length >= root.length + is_volume &&
            memcmp(text.bytes, root.bytes, root.length) == 0 &&
            (!is_volume || text.bytes[root.length] == '\\'))
            return wildcard_matches_by_definition(span_slice(pattern, 2, pattern.length),
                                                  span_slice(text, root.length, text.length));
    }
    return wildcard_matches_by_definition(pattern, text);
}

Test(text_wildcard_set, matches_what_one_of_its_patterns_matches)
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
        struct wildcard_set set = {.patterns = patterns};
        const char *root = roots[random_below(&state, sizeof roots / sizeof *roots)];
        size_t length = strlen(root);
        memcpy(bytes, root, length);
        length += random_text(&state, names, sizeof names / sizeof *names, bytes + length,
                              random_below(&state, 50));
        struct guard guard = guard_copy((struct span){.bytes = bytes, .length = length});
        struct span text = {.bytes = guard.bytes, .length = length};
        bool expected = false;
        for (size_t count = random_below(&state, 5); set.count < count;) {
            char *pattern = kept[set.count];
            strcpy(pattern, starts[random_below(&state, sizeof starts / sizeof *starts)]);
            struct span whole = {.bytes = pattern, .length = strlen(pattern)};
            whole.length += random_text(&state, parts, sizeof parts / sizeof *parts,
                                        pattern + whole.length, random_below(&state, 20));
            expected = expected || matches_rooted_by_definition(whole, text);
            wildcard_set_add(&set, wildcard_of(whole));
        }
        struct wildcard_text prepared = wildcard_text_of(text);
        cr_assert(eq(int, wildcard_set_matches(&set, &prepared), expected), "%.*s", (int)length,
                  bytes);
        guard_release(&guard);
    }
}
