#include "tally/file_totals.h"

bool file_totals_add(struct tally *tally, const struct file_entry *file, struct fault *fault)
{
    struct tally_bucket *bucket = hash_array_at(&tally->buckets, file->bucket);
    bucket->files++;
    bucket->events += file->events;
    return folder_counts_add(&tally->folder_counts, file->folder, bucket->category, fault);
}

bool file_totals_remove(struct tally *tally, const struct file_entry *file, struct fault *fault)
{
    struct tally_bucket *bucket = hash_array_at(&tally->buckets, file->bucket);
    bucket->files--;
    bucket->events -= file->events;
    return folder_counts_remove(&tally->folder_counts, file->folder, bucket->category, fault);
}
