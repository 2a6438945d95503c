#include "diagnosis/job_files.h"

#include "base/hash.h"

static bool add(struct keyed *entries, uint64_t file, uint32_t job, bool *is_new,
                struct fault *fault)
{
    struct tally_file_job *entry = keyed_add(entries, hash_mix(file, job), is_new, fault);
    if (entry != NULL && *is_new)
        *entry = (struct tally_file_job){.file = file, .job = job};
    return entry != NULL;
}

void job_files_expect(const struct tally *tally, uint64_t key, uint32_t job)
{
    const struct file_entry *file = NULL;
    if (tally->files_of_jobs.count > 0)
        file = file_set_find(&tally->files, key);
    if (file == NULL || file->job == job)
        return;
    table_expect(&tally->files_of_jobs.numbers, hash_mix(key, file->job));
    table_expect(&tally->files_of_jobs.numbers, hash_mix(key, job));
}

bool job_files_note(struct tally *tally, const struct file_entry *file, uint32_t job,
                    bool *is_first, struct fault *fault)
{
    bool is_new = false;
    return add(&tally->files_of_jobs, file->key, file->job, &is_new, fault) &&
           add(&tally->files_of_jobs, file->key, job, is_first, fault);
}

bool job_files_has_several(const struct tally *tally, const struct file_entry *file)
{
    uint32_t number = 0;
    return table_find(&tally->files_of_jobs.numbers, hash_mix(file->key, file->job), &number);
}

static void count_again(struct tally *tally)
{
    for (size_t i = 0; i < tally->jobs.count; i++)
        ((struct job *)keyed_at(&tally->jobs, i))->files = 0;
    size_t place = 0;
    for (const struct file_entry *file; (file = file_set_next(&tally->files, &place)) != NULL;)
        if (!job_files_has_several(tally, file))
            ((struct job *)keyed_at(&tally->jobs, file->job))->files++;
    for (size_t i = 0; i < tally->files_of_jobs.count; i++) {
        const struct tally_file_job *entry = keyed_at(&tally->files_of_jobs, i);
        ((struct job *)keyed_at(&tally->jobs, entry->job))->files++;
    }
}

bool job_files_rename(struct tally *tally, const struct table *renamed, struct fault *fault)
{
    struct keyed entries = {.item_bytes = sizeof(struct tally_file_job)};
    bool done = true;
    if (renamed->count == 0)
        return true;
    for (size_t i = 0; done && i < tally->files_of_jobs.count; i++) {
        const struct tally_file_job *old = keyed_at(&tally->files_of_jobs, i);
        uint64_t file = old->file;
        uint32_t number = 0;
        bool is_new = false;
        if (table_find(renamed, file, &number))
            file = ((const struct tally_volume_path *)keyed_at(&tally->volume_paths, number))
                       ->joined_key;
        done = add(&entries, file, old->job, &is_new, fault);
    }
    if (!done) {
        keyed_release(&entries);
        return false;
    }
    keyed_release(&tally->files_of_jobs);
    tally->files_of_jobs = entries;
    count_again(tally);
    return true;
}
