#include "tally/file_totals.h"

bool file_sums_add(struct tally *tally, const struct file_entry *file, struct fault *fault)
{
    struct tally_cell *cell = hash_array_at(&tally->cells, file->cell);
    cell->files++;
    cell->events += file->events;
    return folder_counts_add(&tally->folder_counts, file->folder, cell->category, fault);
}

bool file_sums_remove(struct tally *tally, const struct file_entry *file, struct fault *fault)
{
    struct tally_cell *cell = hash_array_at(&tally->cells, file->cell);
    cell->files--;
    cell->events -= file->events;
    return folder_counts_remove(&tally->folder_counts, file->folder, cell->category, fault);
}
