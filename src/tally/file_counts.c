#include "tally/file_counts.h"

#include "base/hash_table.h"
#include "base/memory.h"

bool file_counts_open(struct file_counts *files, const struct limits *limits, size_t category_count,
                      struct fault *fault)
{
    *files = (struct file_counts){
        .limits = limits,
        .category_count = category_count,
        .buckets.item_bytes = sizeof(struct tally_bucket),
        .earlier_codes.item_bytes = sizeof(struct tally_earlier_code),
        .rows.item_bytes = sizeof(struct tally_file),
    };
    return folder_counts_open(&files->folder_counts, category_count, fault);
}

void file_counts_release(struct file_counts *files)
{
    file_set_release(&files->files);
    hash_array_release(&files->buckets);
    hash_array_release(&files->earlier_codes);
    string_pool_release(&files->folders);
    folder_counts_release(&files->folder_counts);
    hyperloglog_release(&files->overflow_files);
    for (size_t i = 0; files->overflow != NULL && i < files->category_count; i++)
        hyperloglog_release(&files->overflow[i].files);
    memory_free(files->overflow);
    hash_array_release(&files->rows);
}

bool file_counts_add_folder(struct file_counts *files, struct arena *arena, uint64_t key,
                            struct span folder, uint32_t *number, enum limit_id *hit,
                            struct fault *fault)
{
    struct string_pool *folders = &files->folders;
    bool is_full = folders->count >= files->limits->max_folders;
    if ((!is_full && folders->bytes + folder.length <= files->limits->max_folder_bytes) ||
        hash_table_find(&folders->numbers, key, number))
        return string_pool_add(folders, arena, key, folder, number, fault);
    *number = FILE_NO_FOLDER;
    *hit = is_full ? LIMIT_max_folders : LIMIT_max_folder_bytes;
    return true;
}

bool file_counts_add_overflow(struct file_counts *files, uint64_t key, size_t category,
                              struct fault *fault)
{
    if (files->overflow == NULL)
        files->overflow = memory_allocate(files->category_count, sizeof *files->overflow, fault);
    if (files->overflow == NULL)
        return false;
    struct tally_overflow *overflow = &files->overflow[category];
    overflow->events++;
    return hyperloglog_add(&files->overflow_files, key, fault) &&
           hyperloglog_add(&overflow->files, key, fault);
}

const struct bucket_example *file_counts_next_example(const struct file_counts *files,
                                                      uint32_t bucket, size_t *cursor)
{
    const struct tally_bucket *counted = hash_array_at(&files->buckets, bucket);
    while (*cursor < BUCKET_EXAMPLES) {
        const struct bucket_example *own = &counted->examples[(*cursor)++];
        const struct file_entry *file =
            own->is_used ? file_set_find(&files->files, own->key) : NULL;
        if (file != NULL && file->bucket == bucket)
            return own;
    }
    return NULL;
}
