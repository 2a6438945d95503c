#include "diagnosis/folder_counts.h"

#include "base/memory.h"

bool folder_counts_open(struct folder_counts *counts, const struct tally *tally,
                        struct fault *fault)
{
    size_t category_count = catalog_category_count(tally->options.catalog);
    counts->slot_of = memory_allocate(category_count, sizeof *counts->slot_of, fault);
    if (counts->slot_of == NULL)
        return false;
    for (size_t i = 0; i < category_count; i++)
        counts->slot_of[i] = SIZE_MAX;
    for (size_t i = 0; i < tally->cells.count; i++) {
        const struct tally_cell *cell = keyed_at(&tally->cells, i);
        if (counts->slot_of[cell->category] == SIZE_MAX)
            counts->slot_of[cell->category] = counts->slot_count++;
    }
    counts->folder_count = tally->folders.count;
    counts->files =
        memory_allocate(counts->folder_count * counts->slot_count, sizeof *counts->files, fault);
    return counts->files != NULL;
}

void folder_counts_release(struct folder_counts *counts)
{
    memory_free(counts->files);
    memory_free(counts->slot_of);
    *counts = (struct folder_counts){0};
}

static uint32_t *place_of(const struct folder_counts *counts, uint32_t folder, size_t category)
{
    size_t slot = counts->slot_of[category];
    bool is_known = folder < counts->folder_count && slot != SIZE_MAX;
    return is_known ? &counts->files[folder * counts->slot_count + slot] : NULL;
}

void folder_counts_add(struct folder_counts *counts, uint32_t folder, size_t category)
{
    uint32_t *place = place_of(counts, folder, category);
    if (place != NULL)
        (*place)++;
}

uint32_t folder_counts_at(const struct folder_counts *counts, uint32_t folder, size_t category)
{
    const uint32_t *place = place_of(counts, folder, category);
    return place ? *place : 0;
}
