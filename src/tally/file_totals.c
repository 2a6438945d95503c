#include "tally/file_totals.h"

bool file_totals_add(struct file_counts *files, const struct file_entry *file, struct fault *fault)
{
    struct tally_bucket *bucket = hash_array_at(&files->buckets, file->bucket);
    bucket->files++;
    bucket->events += file->events;
    return folder_counts_add(&files->folder_counts, file->folder, bucket->category, fault);
}

bool file_totals_remove(struct file_counts *files, const struct file_entry *file,
                        struct fault *fault)
{
    struct tally_bucket *bucket = hash_array_at(&files->buckets, file->bucket);
    bucket->files--;
    bucket->events -= file->events;
    return folder_counts_remove(&files->folder_counts, file->folder, bucket->category, fault);
}
