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
    memory_free(counts->files);
    memory_free(counts->slots);
    *counts = (struct folder_counts){0};
}

static size_t larger_capacity(size_t capacity, size_t first, size_t wanted)
{
    while (capacity < wanted)
        capacity = capacity == 0 ? first : capacity * 2;
    return capacity;
}

/* Makes room for so many folders and slots: moves the counts into a larger table, if need be. */
static bool reserve(struct folder_counts *counts, size_t wanted_folders, size_t wanted_slots,
                    struct fault *fault)
{
    if (wanted_folders <= counts->folder_capacity && wanted_slots <= counts->slot_capacity)
        return true;
    size_t folders = larger_capacity(counts->folder_capacity, FIRST_FOLDERS, wanted_folders);
    size_t slots = larger_capacity(counts->slot_capacity, FIRST_SLOTS, wanted_slots);
    uint32_t *files = memory_allocate(folders * slots, sizeof *files, fault);
    if (files == NULL)
        return false;
    for (size_t i = 0; i < counts->folder_capacity; i++)
        memcpy(&files[i * slots], &counts->files[i * counts->slot_capacity],
               counts->slot_capacity * sizeof *files);
    memory_free(counts->files);
    counts->files = files;
    counts->folder_capacity = folders;
    counts->slot_capacity = slots;
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
