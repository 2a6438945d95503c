#include "report/build_run_files.h"

#include "report/job_run.h"
#include "report/rollup.h"
#include "tally/file_counts.h"
#include "tally/job_counts.h"
#include "tally/job_membership.h"
#include "tally/tally_parts.h"

/* Finds the group's files that are new to the run that its job belongs to, as bits of `*members`.
 * `seen` has the files seen so far of groups that lists name. False with the fault set. */
static bool find_new_files(const struct builder *builder, const struct tally_shared_group *group,
                           struct hash_array *seen, uint64_t *members)
{
    const struct job_counts *jobs = &builder->tally->job_counts;
    uint32_t run = builder->parent_run[group->job];
    bool is_new = false;
    *members = group->members;
    if (run == group->job)
        return true;
    uint64_t *run_files = hash_array_add(seen, job_membership_group_key(jobs, run, group->number),
                                         &is_new, builder->fault);
    if (run_files == NULL)
        return false;
    if (is_new)
        *run_files = job_membership_members(jobs, run, group->number);
    *members &= ~*run_files;
    *run_files |= *members;
    return true;
}

bool build_run_files(const struct builder *builder, struct job_run *runs, size_t count)
{
    const struct job_counts *jobs = &builder->tally->job_counts;
    const struct hash_array *groups = &jobs->shared_groups;
    struct hash_array seen = {.item_bytes = sizeof(uint64_t)};
    uint64_t *files =
        arena_allocate(builder->arena, jobs->jobs.count, sizeof *files, builder->fault);
    bool done = files != NULL;
    for (size_t i = 0; done && i < jobs->jobs.count; i++)
        files[builder->parent_run[i]] += ((const struct job *)hash_array_at(&jobs->jobs, i))->files;
    for (size_t i = 0; done && i < groups->count; i++) {
        const struct tally_shared_group *group = hash_array_at(groups, i);
        uint64_t new_files = 0;
        done = find_new_files(builder, group, &seen, &new_files);
        files[builder->parent_run[group->job]] -=
            done ? (uint64_t)__builtin_popcountll(group->members & ~new_files) : 0;
    }
    hash_array_release(&seen);
    for (size_t i = 0; done && i < count; i++)
        if (job_run_may_have_list(&runs[i]))
            runs[i].shown.files = files[hash_array_number(&jobs->jobs, runs[i].job)];
    return done;
}

static bool add_part(const struct builder *builder, const struct file_entry *file, uint32_t job)
{
    const struct tally_bucket *bucket =
        hash_array_at(&builder->tally->file_counts.buckets, file->bucket);
    return rollup_add_part(builder->tally, &builder->rollup->jobs,
                           &(struct part_sum){.part = builder->parent_run[job],
                                              .host = bucket->host,
                                              .category = bucket->category,
                                              .files = 1},
                           builder->fault);
}

bool build_run_categories(const struct builder *builder)
{
    const struct job_counts *jobs = &builder->tally->job_counts;
    const struct file_set *files = &builder->tally->file_counts.files;
    const struct hash_array *groups = &jobs->shared_groups;
    struct hash_array seen = {.item_bytes = sizeof(uint64_t)};
    size_t place = 0;
    const struct file_entry *one;
    bool done = true;
    while (done && (one = file_set_next(files, &place)) != NULL)
        if (!job_membership_has_several(jobs, one))
            done = add_part(builder, one, one->job);
    for (size_t i = 0; done && i < groups->count; i++) {
        const struct tally_shared_group *group = hash_array_at(groups, i);
        uint64_t new_files = 0;
        done = find_new_files(builder, group, &seen, &new_files);
        while (done && new_files != 0) {
            uint64_t key = job_membership_take(jobs, group->number, &new_files);
            const struct file_entry *file = file_set_find(files, key);
            done = file == NULL || add_part(builder, file, group->job);
        }
    }
    hash_array_release(&seen);
    return done;
}
