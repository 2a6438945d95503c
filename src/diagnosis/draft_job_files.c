/* The failed files of jobs: a list's are those of its run, and a file may be one of several jobs.
 */
#include "base/hash.h"
#include "diagnosis/job_files.h"
#include "diagnosis/run.h"

/* Whether the file was not yet met as one of the run that the entry's job is part of. `seen` holds
 * those that only lists name. */
static bool find_first(const struct draft *draft, const struct tally_file_job *entry,
                       struct table *seen, bool *is_first)
{
    uint32_t owner = draft->owners[entry->job];
    uint64_t key = hash_mix(entry->file, owner);
    uint32_t number = 0;
    uint32_t *value = NULL;
    *is_first = owner == entry->job;
    if (*is_first || table_find(&draft->tally->files_of_jobs.numbers, key, &number))
        return true;
    return table_add(seen, key, 0, &value, is_first, draft->fault);
}

bool run_count_files(const struct draft *draft, struct run *runs, size_t count)
{
    const struct tally *tally = draft->tally;
    struct table seen = {0};
    uint64_t *files = arena_allocate(draft->arena, tally->jobs.count, sizeof *files, draft->fault);
    bool done = files != NULL;
    for (size_t i = 0; done && i < tally->jobs.count; i++)
        files[draft->owners[i]] += ((const struct job *)keyed_at(&tally->jobs, i))->files;
    for (size_t i = 0; done && i < tally->files_of_jobs.count; i++) {
        const struct tally_file_job *entry = keyed_at(&tally->files_of_jobs, i);
        bool is_first = false;
        done = find_first(draft, entry, &seen, &is_first);
        files[draft->owners[entry->job]] -= done && !is_first;
    }
    table_release(&seen);
    for (size_t i = 0; done && i < count; i++)
        if (run_is_backup(&runs[i]))
            runs[i].shown.files = files[keyed_number(&tally->jobs, runs[i].job)];
    return done;
}

static bool add_part(const struct draft *draft, const struct file_entry *file, uint32_t job)
{
    const struct tally_cell *cell = keyed_at(&draft->tally->cells, file->cell);
    return summary_add_part(
        draft->tally, &draft->summary->jobs,
        &(struct part_sum){
            .part = draft->owners[job], .host = cell->host, .category = cell->category, .files = 1},
        draft->fault);
}

bool drafting_job_parts(const struct draft *draft)
{
    const struct tally *tally = draft->tally;
    struct table seen = {0};
    size_t place = 0;
    const struct file_entry *one;
    bool done = true;
    while (done && (one = file_set_next(&tally->files, &place)) != NULL)
        if (!job_files_has_several(tally, one))
            done = add_part(draft, one, one->job);
    for (size_t i = 0; done && i < tally->files_of_jobs.count; i++) {
        const struct tally_file_job *entry = keyed_at(&tally->files_of_jobs, i);
        const struct file_entry *file = file_set_find(&tally->files, entry->file);
        bool is_first = false;
        done = find_first(draft, entry, &seen, &is_first) &&
               (!is_first || file == NULL || add_part(draft, file, entry->job));
    }
    table_release(&seen);
    return done;
}
