#include "tally/job_membership.h"

#include "base/hash.h"
#include "base/memory.h"

enum { GROUP_FILES = 64 };

void job_membership_prefetch(const struct tally *tally, uint64_t key, uint32_t job)
{
    const struct hash_table *numbers = &tally->shared_files.numbers;
    const struct file_entry *file = numbers->count > 0 ? file_set_find(&tally->files, key) : NULL;
    if (file != NULL && file->job != job)
        hash_table_prefetch(numbers, key);
}

uint64_t job_membership_group_key(const struct tally *tally, uint32_t job, uint32_t group)
{
    return hash_mix(tally->options.seed ^ job, group);
}

static bool add_to_group(struct tally *tally, uint32_t file, uint32_t job, bool *is_first,
                         struct fault *fault)
{
    bool is_new = false;
    uint32_t number = file / GROUP_FILES;
    uint64_t member = UINT64_C(1) << file % GROUP_FILES;
    struct tally_shared_group *group = hash_array_add(
        &tally->shared_groups, job_membership_group_key(tally, job, number), &is_new, fault);
    if (group == NULL)
        return false;
    if (is_new)
        *group = (struct tally_shared_group){.job = job, .number = number};
    *is_first = (group->members & member) == 0;
    group->members |= member;
    return true;
}

/* The number of the file with `key`, a new one (then `*is_new`) if it has none. */
static bool find_number(struct tally *tally, uint64_t key, uint32_t *number, bool *is_new,
                        struct fault *fault)
{
    uint64_t *kept = hash_array_add(&tally->shared_files, key, is_new, fault);
    if (kept == NULL)
        return false;
    *kept = key;
    *number = hash_array_number(&tally->shared_files, kept);
    return true;
}

bool job_membership_note(struct tally *tally, const struct file_entry *file, uint32_t job,
                         bool *is_first, struct fault *fault)
{
    bool is_new = false;
    uint32_t number = 0;
    return find_number(tally, file->key, &number, &is_new, fault) &&
           (!is_new || add_to_group(tally, number, file->job, is_first, fault)) &&
           add_to_group(tally, number, job, is_first, fault);
}

bool job_membership_has_several(const struct tally *tally, const struct file_entry *file)
{
    uint32_t number = 0;
    return hash_table_find(&tally->shared_files.numbers, file->key, &number);
}

uint64_t job_membership_members(const struct tally *tally, uint32_t job, uint32_t group)
{
    const struct hash_array *groups = &tally->shared_groups;
    uint32_t number = 0;
    if (!hash_table_find(&groups->numbers, job_membership_group_key(tally, job, group), &number))
        return 0;
    return ((const struct tally_shared_group *)hash_array_at(groups, number))->members;
}

uint64_t job_membership_take(const struct tally *tally, uint32_t group, uint64_t *members)
{
    size_t file = (size_t)group * GROUP_FILES + (size_t)__builtin_ctzll(*members);
    *members &= *members - 1;
    return *(const uint64_t *)hash_array_at(&tally->shared_files, file);
}

static void count_again(struct tally *tally)
{
    for (size_t i = 0; i < tally->jobs.count; i++)
        ((struct job *)hash_array_at(&tally->jobs, i))->files = 0;
    size_t place = 0;
    for (const struct file_entry *file; (file = file_set_next(&tally->files, &place)) != NULL;)
        if (!job_membership_has_several(tally, file))
            ((struct job *)hash_array_at(&tally->jobs, file->job))->files++;
    for (size_t i = 0; i < tally->shared_groups.count; i++) {
        const struct tally_shared_group *group = hash_array_at(&tally->shared_groups, i);
        struct job *job = hash_array_at(&tally->jobs, group->job);
        job->files += (uint64_t)__builtin_popcountll(group->members);
    }
}

/* The number that each of `files`, by their keys of old, has among the files of several jobs now.
 */
static uint32_t *number_again(struct tally *tally, const struct hash_array *files,
                              const struct hash_table *renamed, struct fault *fault)
{
    uint32_t *numbers = memory_allocate(files->count + 1, sizeof *numbers, fault);
    for (size_t i = 0; numbers != NULL && i < files->count; i++) {
        uint64_t key = *(const uint64_t *)hash_array_at(files, i);
        uint32_t path = 0;
        if (hash_table_find(renamed, key, &path))
            key = ((const struct tally_volume_path *)hash_array_at(&tally->volume_paths, path))
                      ->joined_key;
        bool is_new = false;
        if (!find_number(tally, key, &numbers[i], &is_new, fault)) {
            memory_free(numbers);
            return NULL;
        }
    }
    return numbers;
}

bool job_membership_rename(struct tally *tally, const struct hash_table *renamed,
                           struct fault *fault)
{
    struct hash_array files = tally->shared_files;
    struct hash_array groups = tally->shared_groups;
    if (renamed->count == 0)
        return true;
    tally->shared_files = (struct hash_array){.item_bytes = files.item_bytes};
    tally->shared_groups = (struct hash_array){.item_bytes = groups.item_bytes};
    uint32_t *numbers = number_again(tally, &files, renamed, fault);
    bool done = numbers != NULL;
    for (size_t i = 0; done && i < groups.count; i++) {
        const struct tally_shared_group *group = hash_array_at(&groups, i);
        for (size_t file = 0; done && file < GROUP_FILES; file++) {
            bool is_first = false;
            if (group->members >> file & 1)
                done = add_to_group(tally, numbers[group->number * (size_t)GROUP_FILES + file],
                                    group->job, &is_first, fault);
        }
    }
    memory_free(numbers);
    hash_array_release(&files);
    hash_array_release(&groups);
    if (done)
        count_again(tally);
    return done;
}
