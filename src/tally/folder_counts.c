#include "tally/folder_counts.h"

#include <string.h>

#include "base/hash.h"
#include "base/memory.h"
#include "tally/file_set.h"

/* Slots are few and appear early, and each unused one costs memory in every folder. */
enum { FIRST_FOLDERS = 64, SLOT_STEP = 2, CARRY_BITS = 16 };

bool folder_counts_open(struct folder_counts *counts, size_t category_count, struct fault *fault)
{
    counts->slots = memory_allocate(category_count, sizeof *counts->slots, fault);
    return counts->slots != NULL;
}

void folder_counts_release(struct folder_counts *counts)
{
    memory_free_table(counts->files, counts->folder_capacity * counts->slot_capacity,
                      sizeof *counts->files);
    hash_table_release(&counts->carries);
    memory_free(counts->slots);
    *counts = (struct folder_counts){0};
}

/* Gives each folder `slots` slots: the one change for which counts move. */
static bool add_slots(struct folder_counts *counts, size_t slots, struct fault *fault)
{
    size_t folders = counts->folder_capacity;
    size_t old_slots = counts->slot_capacity;
    uint16_t *files = memory_enlarge_table(NULL, 0, folders * slots, sizeof *files, fault);
    if (files == NULL)
        return false;
    for (size_t i = 0; i < folders; i++)
        memcpy(&files[i * slots], &counts->files[i * old_slots], old_slots * sizeof *files);
    memory_free_table(counts->files, folders * old_slots, sizeof *files);
    counts->files = files;
    counts->slot_capacity = slots;
    return true;
}

/* Makes room for so many folders and slots. Folders come by the thousand, so their table grows in
 * place and is never in memory twice. */
static bool reserve(struct folder_counts *counts, size_t wanted_folders, size_t wanted_slots,
                    struct fault *fault)
{
    size_t folders = counts->folder_capacity > 0 ? counts->folder_capacity : FIRST_FOLDERS;
    if (wanted_slots > counts->slot_capacity &&
        !add_slots(counts, counts->slot_capacity + SLOT_STEP, fault))
        return false;
    if (wanted_folders <= counts->folder_capacity)
        return true;
    while (folders < wanted_folders)
        folders *= 2;
    size_t slots = counts->slot_capacity;
    uint16_t *files = memory_enlarge_table(counts->files, counts->folder_capacity * slots,
                                           folders * slots, sizeof *files, fault);
    if (files == NULL)
        return false;
    counts->files = files;
    counts->folder_capacity = folders;
    return true;
}

static uint16_t *count_at(const struct folder_counts *counts, uint32_t folder, size_t category)
{
    return &counts->files[folder * counts->slot_capacity + counts->slots[category] - 1];
}

static bool add_carry(struct folder_counts *counts, uint32_t folder, size_t category,
                      uint32_t change, struct fault *fault)
{
    uint32_t *carries = NULL;
    bool is_new = false;
    if (!hash_table_add(&counts->carries, hash_mix(folder, category), 0, &carries, &is_new, fault))
        return false;
    *carries += change;
    return true;
}

bool folder_counts_add(struct folder_counts *counts, uint32_t folder, size_t category,
                       struct fault *fault)
{
    if (folder == FILE_NO_FOLDER)
        return true;
    bool is_new = counts->slots[category] == 0;
    size_t slots = counts->slot_count + is_new;
    if (!reserve(counts, (size_t)folder + 1, slots, fault))
        return false;
    if (is_new)
        counts->slots[category] = counts->slot_count = slots;
    return ++*count_at(counts, folder, category) != 0 ||
           add_carry(counts, folder, category, 1, fault);
}

bool folder_counts_remove(struct folder_counts *counts, uint32_t folder, size_t category,
                          struct fault *fault)
{
    const uint32_t minus_one = UINT32_MAX;
    return folder == FILE_NO_FOLDER || (*count_at(counts, folder, category))-- != 0 ||
           add_carry(counts, folder, category, minus_one, fault);
}

uint32_t folder_counts_at(const struct folder_counts *counts, uint32_t folder, size_t category)
{
    bool is_known = folder < counts->folder_capacity && counts->slots[category] != 0;
    uint32_t carries = 0;
    if (!is_known)
        return 0;
    if (counts->carries.count > 0)
        hash_table_find(&counts->carries, hash_mix(folder, category), &carries);
    return carries << CARRY_BITS | *count_at(counts, folder, category);
}
