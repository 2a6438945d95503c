#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/hash.h"
#include "base/memory.h"
#include "tally/file_set.h"
#include "tally/folder_counts.h"

enum { FOLDERS = 300, CATEGORIES = 11, STEPS = 20000 };

static void expect_counts(const struct folder_counts *counts, uint32_t files[FOLDERS][CATEGORIES])
{
    for (uint32_t folder = 0; folder < FOLDERS; folder++)
        for (size_t category = 0; category < CATEGORIES; category++)
            cr_assert(eq(u32, folder_counts_at(counts, folder, category), files[folder][category]),
                      "folder %u, category %zu", folder, category);
}

/* Folders and categories come in any order, and files are removed again. */
Test(tally_folder_counts, count_as_a_plain_table_does)
{
    static uint32_t files[FOLDERS][CATEGORIES];
    struct folder_counts counts = {0};
    struct fault fault = {0};
    uint64_t state = 1;
    cr_assert(folder_counts_open(&counts, CATEGORIES, &fault));
    for (unsigned step = 0; step < STEPS; step++) {
        state = hash_mix(state, step);
        uint32_t folder = (uint32_t)(state % (1 + step * FOLDERS / STEPS));
        size_t category = (size_t)(state >> 40) % (1 + step * CATEGORIES / STEPS);
        if (files[folder][category] > 0 && state >> 62 == 0) {
            files[folder][category]--;
            cr_assert(folder_counts_remove(&counts, folder, category, &fault));
        } else {
            files[folder][category]++;
            cr_assert(folder_counts_add(&counts, folder, category, &fault));
        }
        if (step % 1000 == 0)
            expect_counts(&counts, files);
    }
    expect_counts(&counts, files);
    cr_assert(folder_counts_add(&counts, FILE_NO_FOLDER, 0, &fault));
    cr_assert(folder_counts_remove(&counts, FILE_NO_FOLDER, 0, &fault));
    expect_counts(&counts, files);
    folder_counts_release(&counts);
}

Test(tally_folder_counts, a_folder_may_hold_any_number_of_files)
{
    enum { FILES = 200000 };
    struct folder_counts counts = {0};
    struct fault fault = {0};
    cr_assert(folder_counts_open(&counts, CATEGORIES, &fault));
    for (uint32_t i = 1; i <= FILES; i++) {
        cr_assert(folder_counts_add(&counts, 7, 5, &fault));
        cr_assert(eq(u32, folder_counts_at(&counts, 7, 5), i));
    }
    cr_assert(folder_counts_add(&counts, 8, 5, &fault));
    cr_assert(eq(u32, folder_counts_at(&counts, 8, 5), 1));
    for (uint32_t i = FILES; i-- > 0;) {
        cr_assert(folder_counts_remove(&counts, 7, 5, &fault));
        cr_assert(eq(u32, folder_counts_at(&counts, 7, 5), i));
    }
    folder_counts_release(&counts);
}

/* Tables of that size are mapped, and grow in place. */
Test(tally_folder_counts, hundreds_of_thousands_of_folders_keep_their_counts)
{
    enum { MANY = 300000 };
    struct folder_counts counts = {0};
    struct fault fault = {0};
    cr_assert(folder_counts_open(&counts, CATEGORIES, &fault));
    for (uint32_t folder = 0; folder < MANY; folder++)
        for (size_t category = 0; category <= folder / (MANY / CATEGORIES + 1); category++)
            cr_assert(folder_counts_add(&counts, folder, category, &fault));
    for (uint32_t folder = 0; folder < MANY; folder++)
        for (size_t category = 0; category < CATEGORIES; category++)
            cr_assert(folder_counts_at(&counts, folder, category) ==
                      (category <= folder / (MANY / CATEGORIES + 1)));
    folder_counts_release(&counts);
}

Test(tally_folder_counts, without_memory_for_a_larger_table_the_old_one_stays)
{
    struct folder_counts counts = {0};
    struct fault fault = {0};
    cr_assert(folder_counts_open(&counts, CATEGORIES, &fault));
    cr_assert(folder_counts_add(&counts, 3, 2, &fault));
    memory_fail_at(1);
    cr_assert(not(folder_counts_add(&counts, FOLDERS, 2, &fault)));
    memory_fail_at(0);
    cr_assert(eq(int, fault.kind, FAULT_MEMORY));
    cr_assert(eq(u32, folder_counts_at(&counts, 3, 2), 1));
    cr_assert(eq(u32, folder_counts_at(&counts, FOLDERS, 2), 0));
    for (size_t category = 3; category < 6; category++)
        cr_assert(folder_counts_add(&counts, 63, category, &fault));
    memory_fail_at(1);
    cr_assert(not(folder_counts_add(&counts, 63, 6, &fault)));
    memory_fail_at(0);
    cr_assert(eq(u32, folder_counts_at(&counts, 63, 6), 0));
    folder_counts_release(&counts);
}
