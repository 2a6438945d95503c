#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/hash.h"
#include "tally/file_set.h"
#include "verdict/volume_fact.h"

#define VOLUME "\\\\?\\Volume{0f7c1f34-0000-0000-0000-100000000000}"
#define OTHER  "\\\\?\\Volume{1f7c1f34-0000-0000-0000-100000000000}"

Test(verdict_volume_fact, only_one_volume_and_one_drive_as_roots_make_a_fact)
{
    static const struct {
        const char *record;
        char letter; /* 0: no fact */
    } cases[] = {
        {"volume:[" VOLUME "\\] mounted as D:\\", 'D'},
        {"d:\\ is " VOLUME, 'D'},
        {"E:\\ " VOLUME "\\, again " VOLUME "\\ and e:\\", 'E'},
        {"(" VOLUME "\\)=(F:\\)", 'F'},
        {"volume:[" VOLUME "\\]", 0},
        {"D:\\", 0},
        {"D: is " VOLUME, 0},
        {"D:\\ is " VOLUME "\\dir", 0},
        {"D:\\dir is on " VOLUME "\\", 0},
        {"D:\\ D:\\dir " VOLUME "\\", 'D'},
        {"D:\\ C:\\log.txt " VOLUME "\\", 0},
        {"D:\\ E:\\ " VOLUME "\\", 0},
        {"D:\\ " VOLUME "\\ " OTHER "\\", 0},
        {"3D:\\ " VOLUME "\\", 0},
        {"D:\\ \\\\?\\Volume{short}\\", 0},
        {"D:\\ \\\\?\\Volume{", 0},
        {"", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct volume_fact fact;
        bool is_fact = volume_fact_of(span_of(cases[i].record), 3, &fact);
        cr_assert(eq(int, is_fact, cases[i].letter != 0), "%s", cases[i].record);
        if (is_fact)
            cr_assert(eq(chr, fact.letter, cases[i].letter), "%s", cases[i].record);
    }
}

Test(verdict_volume_fact, guids_are_compared_without_case)
{
    uint64_t one, same, other;
    size_t length = 0;
    cr_assert(volume_of_path(span_of(VOLUME "\\x"), 3, &one, &length));
    cr_assert(eq(sz, length, sizeof VOLUME - 1));
    cr_assert(volume_of_path(span_of("\\\\?\\VOLUME{0F7C1F34-0000-0000-0000-100000000000}\\y"), 3,
                             &same, &length));
    cr_assert(volume_of_path(span_of(OTHER), 3, &other, &length));
    cr_assert(eq(u64, one, same));
    cr_assert(ne(u64, one, other));
    cr_assert(not(volume_of_path(span_of("D:\\x"), 3, &one, &length)));
    cr_assert(not(volume_of_path(span_of("\\\\?\\Volume{a}\\x"), 3, &one, &length)));
    cr_assert(not(volume_of_path(span_of("\\\\?\\Volume{0f7c1f34-0000-0000-0000-10000000000_}\\x"),
                                 3, &one, &length)));
}
