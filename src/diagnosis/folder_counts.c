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
    if (wanted <= capacity)
        return capacity;
    return capacity == 0 ? first : capacity * 2;
}

/* Moves the counts into a table with room for a folder or a slot more than there are. */
static bool enlarge(struct folder_counts *counts, uint32_t folder, struct fault *fault)
{
    size_t folders = larger_capacity(counts->folder_capacity, FIRST_FOLDERS, (size_t)folder + 1);
    size_t slots = larger_capacity(counts->slot_capacity, FIRST_SLOTS, counts->slot_count);
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
    if (counts->slots[category] == 0)
        counts->slots[category] = ++counts->slot_count;
    while (folder >= counts->folder_capacity || counts->slot_count > counts->slot_capacity)
        if (!enlarge(counts, folder, fault))
            return false;
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
