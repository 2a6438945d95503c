/* Failed files that a later backup of their host no longer failed in: the newest recovery point
 * most likely has them. What a backup skips without a word nobody can see in a log, so they stay in
 * the report; but they are not called at risk. */
#include "diagnosis/drafting.h"

#include "diagnosis/file_rank.h"
#include "diagnosis/run.h"

enum { LIST_DAY_SECONDS = 24 * 60 * 60 };

bool drafting_note_clean_backups(struct draft *draft, const struct run *runs, size_t count)
{
    draft->clean_since = arena_allocate(draft->arena, draft->tally->hosts.count,
                                        sizeof *draft->clean_since, draft->fault);
    if (draft->clean_since == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        uint32_t start = event_time(runs[i].shown.start);
        uint32_t *latest = &draft->clean_since[runs[i].job->host];
        bool is_clean = run_is_backup(&runs[i]) && runs[i].shown.state == JOB_SUCCEEDED &&
                        runs[i].shown.files == 0;
        if (is_clean && event_is_later(start, *latest))
            *latest = start;
    }
    return true;
}

/* A list has the mere date of its job, which may have begun a day later. */
static bool is_before_clean_backup(const struct draft *draft, const struct file_entry *file)
{
    const struct tally_cell *cell = keyed_at(&draft->tally->cells, file->cell);
    uint32_t clean = draft->clean_since[cell->host];
    struct event_rank rank = file_rank(draft->tally, file);
    uint32_t time = file->time + (rank.is_list ? LIST_DAY_SECONDS : 0);
    return file->time != 0 && clean != 0 && event_is_later(clean, time);
}

bool drafting_files_before_clean_backup(struct draft *draft)
{
    const struct tally *tally = draft->tally;
    size_t place = 0;
    draft->files_before_clean = arena_allocate(draft->arena, catalog_category_count(draft->catalog),
                                               sizeof *draft->files_before_clean, draft->fault);
    if (draft->files_before_clean == NULL)
        return false;
    for (const struct file_entry *file; (file = file_set_next(&tally->files, &place)) != NULL;) {
        const struct tally_cell *cell = keyed_at(&tally->cells, file->cell);
        draft->files_before_clean[cell->category] += is_before_clean_backup(draft, file);
    }
    return true;
}
