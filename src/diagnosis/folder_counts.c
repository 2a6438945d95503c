#include "diagnosis/folder_counts.h"

#include <string.h>

#include "base/memory.h"
#include "diagnosis/file_set.h"

enum { FIRST_FOLDERS = 64, FIRST_SLOTS = 4 };

bool folder_counts_open(struct folder_counts *counts, size_t category_count, struct fault *fault)
{
    counts->slots = memory_allocate(category_count, sizeof *counts->slots, fault);
    return counts->slots != NULL;
}

void folder_counts_release(struct folder_counts *counts)
{
    memory_free_table(counts->files, counts->folder_capacity * counts->slot_capacity,
                      sizeof *counts->files);
    memory_free(counts->slots);
    *counts = (struct folder_counts){0};
}

static size_t larger_capacity(size_t capacity, size_t first, size_t wanted)
{
    while (capacity < wanted)
        capacity = capacity == 0 ? first : capacity * 2;
    return capacity;
}

/* Gives each folder room for so many slots: the one change for which counts move. */
static bool widen(struct folder_counts *counts, size_t slots, struct fault *fault)
{
    size_t folders = counts->folder_capacity;
    size_t old_slots = counts->slot_capacity;
    uint32_t *files = memory_enlarge_table(NULL, 0, folders * slots, sizeof *files, fault);
    if (files == NULL)
        return false;
    for (size_t i = 0; i < folders; i++)
        memcpy(&files[i * slots], &counts->files[i * old_slots], old_slots * sizeof *files);
    memory_free_table(counts->files, folders * old_slots, sizeof *files);
    counts->files = files;
    counts->slot_capacity = slots;
    return true;
}

/* Makes room for so many folders and slots. Folders come by the thousand: their table grows where
 * it lies, so that it is never in memory twice. */
static bool reserve(struct folder_counts *counts, size_t wanted_folders, size_t wanted_slots,
                    struct fault *fault)
{
    size_t folders = larger_capacity(counts->folder_capacity, FIRST_FOLDERS, wanted_folders);
    size_t slots = larger_capacity(counts->slot_capacity, FIRST_SLOTS, wanted_slots);
    if (slots > counts->slot_capacity && !widen(counts, slots, fault))
        return false;
    if (folders == counts->folder_capacity)
        return true;
    uint32_t *files = memory_enlarge_table(counts->files, counts->folder_capacity * slots,
                                           folders * slots, sizeof *files, fault);
    if (files == NULL)
        return false;
    counts->files = files;
    counts->folder_capacity = folders;
    return true;
}

static uint32_t *place_of(const struct folder_counts *counts, uint32_t folder, size_t category)
{
    return &counts->files[folder * counts->slot_capacity + counts->slots[category] - 1];
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
    ++*place_of(counts, folder, category);
    return true;
}

void folder_counts_remove(struct folder_counts *counts, uint32_t folder, size_t category)
{
    if (folder != FILE_NO_FOLDER)
        --*place_of(counts, folder, category);
}

uint32_t folder_counts_at(const struct folder_counts *counts, uint32_t folder, size_t category)
{
    bool is_known = folder < counts->folder_capacity && counts->slots[category] != 0;
    return is_known ? *place_of(counts, folder, category) : 0;
}
