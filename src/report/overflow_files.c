#include "report/overflow_files.h"

#include "tally/file_counts.h"

uint64_t overflow_files(const struct builder *builder)
{
    const struct file_counts *files = &builder->tally->file_counts;
    return files->overflow != NULL ? hyperloglog_estimate(&files->overflow_files) : 0;
}

/* Estimates of the first `count` categories. A file whose records have several counts in each. */
static uint64_t estimate_of_first(const struct file_counts *files, size_t count)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += hyperloglog_estimate(&files->overflow[i].files);
    return sum;
}

/* The share of all that the first categories have, of which the last one brings it to `total`. */
static uint64_t share_of_first(uint64_t total, uint64_t first, uint64_t all)
{
    return first == all ? total : (uint64_t)((double)total * ((double)first / (double)all));
}

uint64_t overflow_files_of(const struct builder *builder, size_t category)
{
    const struct file_counts *files = &builder->tally->file_counts;
    if (files->overflow == NULL)
        return 0;
    uint64_t all = estimate_of_first(files, files->category_count);
    uint64_t total = overflow_files(builder);
    return share_of_first(total, estimate_of_first(files, category + 1), all) -
           share_of_first(total, estimate_of_first(files, category), all);
}
