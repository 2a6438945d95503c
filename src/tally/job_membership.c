#include "tally/job_membership.h"

#include <assert.h>

#include "base/hash.h"
#include "base/memory.h"

static_assert(GROUP_FILES == 8 * sizeof(uint64_t), "a group has a bit for each file");

void job_membership_prefetch(const struct job_counts *jobs, const struct file_set *files,
                             uint64_t key, uint32_t job)
{
    const struct hash_table *numbers = &jobs->shared_files.numbers;
    const struct file_entry *file = numbers->count > 0 ? file_set_find(files, key) : NULL;
    if (file != NULL && file->job != job)
        hash_table_prefetch(numbers, key);
}

uint64_t job_membership_group_key(const struct job_counts *jobs, uint32_t job, uint32_t group)
{
    return hash_mix(jobs->seed ^ job, group);
}

static bool add_to_group(struct job_counts *jobs, uint32_t file, uint32_t job, bool *is_first,
                         struct fault *fault)
{
    bool is_new = false;
    uint32_t number = file / GROUP_FILES;
    uint64_t member = UINT64_C(1) << file % GROUP_FILES;
    struct tally_shared_group *group = hash_array_add(
        &jobs->shared_groups, job_membership_group_key(jobs, job, number), &is_new, fault);
    if (group == NULL)
        return false;
    if (is_new)
        *group = (struct tally_shared_group){.job = job, .number = number};
    *is_first = (group->members & member) == 0;
    group->members |= member;
    return true;
}

/* Finds the number of the file with `key`, or gives it one (then `*is_new`). */
static bool find_number(struct job_counts *jobs, uint64_t key, uint32_t *number, bool *is_new,
                        struct fault *fault)
{
    uint64_t *shared = hash_array_add(&jobs->shared_files, key, is_new, fault);
    if (shared == NULL)
        return false;
    *shared = key;
    *number = hash_array_number(&jobs->shared_files, shared);
    return true;
}

bool job_membership_note(struct job_counts *jobs, const struct file_entry *file, uint32_t job,
                         bool *is_first, struct fault *fault)
{
    bool is_new = false;
    uint32_t number = 0;
    return find_number(jobs, file->key, &number, &is_new, fault) &&
           (!is_new || add_to_group(jobs, number, file->job, is_first, fault)) &&
           add_to_group(jobs, number, job, is_first, fault);
}

bool job_membership_has_several(const struct job_counts *jobs, const struct file_entry *file)
{
    uint32_t number = 0;
    return job_membership_number(jobs, file, &number);
}

bool job_membership_number(const struct job_counts *jobs, const struct file_entry *file,
                           uint32_t *number)
{
    return hash_table_find(&jobs->shared_files.numbers, file->key, number);
}

uint64_t job_membership_members(const struct job_counts *jobs, uint32_t job, uint32_t group)
{
    const struct hash_array *groups = &jobs->shared_groups;
    uint32_t number = 0;
    if (!hash_table_find(&groups->numbers, job_membership_group_key(jobs, job, group), &number))
        return 0;
    return ((const struct tally_shared_group *)hash_array_at(groups, number))->members;
}

uint64_t job_membership_take(const struct job_counts *jobs, uint32_t group, uint64_t *members)
{
    assert(*members != 0);
    size_t file = (size_t)group * GROUP_FILES + (size_t)__builtin_ctzll(*members);
    *members &= *members - 1;
    return *(const uint64_t *)hash_array_at(&jobs->shared_files, file);
}

static void recount_files(const struct job_counts *jobs, const struct file_set *files)
{
    for (size_t i = 0; i < jobs->jobs.count; i++)
        ((struct job *)hash_array_at(&jobs->jobs, i))->files = 0;
    size_t cursor = 0;
    for (const struct file_entry *file; (file = file_set_next(files, &cursor)) != NULL;)
        if (!job_membership_has_several(jobs, file))
            ((struct job *)hash_array_at(&jobs->jobs, file->job))->files++;
    for (size_t i = 0; i < jobs->shared_groups.count; i++) {
        const struct tally_shared_group *group = hash_array_at(&jobs->shared_groups, i);
        struct job *job = hash_array_at(&jobs->jobs, group->job);
        job->files += (uint64_t)__builtin_popcountll(group->members);
    }
}

/* The new number of each of `files`, which are old keys of files of several jobs. */
static uint32_t *renumber(struct job_counts *jobs, const struct hash_array *files,
                          const struct volume_counts *volumes, struct fault *fault)
{
    uint32_t *numbers = memory_allocate(files->count + 1, sizeof *numbers, fault);
    for (size_t i = 0; numbers != NULL && i < files->count; i++) {
        uint64_t key = *(const uint64_t *)hash_array_at(files, i);
        bool is_new = false;
        if (!find_number(jobs, volume_counts_joined_key(volumes, key), &numbers[i], &is_new,
                         fault)) {
            memory_free(numbers);
            return NULL;
        }
    }
    return numbers;
}

bool job_membership_rename(struct job_counts *jobs, const struct file_set *files,
                           const struct volume_counts *volumes, struct fault *fault)
{
    struct hash_array shared = jobs->shared_files;
    struct hash_array groups = jobs->shared_groups;
    if (volumes->joined.count == 0)
        return true;
    jobs->shared_files = (struct hash_array){.item_bytes = shared.item_bytes};
    jobs->shared_groups = (struct hash_array){.item_bytes = groups.item_bytes};
    uint32_t *numbers = renumber(jobs, &shared, volumes, fault);
    bool done = numbers != NULL;
    for (size_t i = 0; done && i < groups.count; i++) {
        const struct tally_shared_group *group = hash_array_at(&groups, i);
        for (size_t file = 0; done && file < GROUP_FILES; file++) {
            bool is_first = false;
            if (group->members >> file & 1)
                done = add_to_group(jobs, numbers[group->number * (size_t)GROUP_FILES + file],
                                    group->job, &is_first, fault);
        }
    }
    memory_free(numbers);
    hash_array_release(&shared);
    hash_array_release(&groups);
    if (done)
        recount_files(jobs, files);
    return done;
}
