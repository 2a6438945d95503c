#include "report/build_since.h"

#include "base/memory.h"
#include "report/backups.h"
#include "report/rollup.h"
#include "tally/file_counts.h"
#include "tally/job_counts.h"

/* The unbroken row of backups of a host and kind that failed on files of a reason. */
struct failing_row {
    struct datetime since;
    uint64_t backups;
    bool is_after_others; /* a newer backup is finished and does not name them */
    bool is_after_none;   /* the backup before the row had no such file */
    bool is_again;        /* one before that had */
};

/* Marks the jobs that failed on a file for the category, lists as their runs: a file may count for
 * another one of the same job, or of a later job. */
static void mark_jobs(const struct builder *builder, size_t category, bool *is_named)
{
    const struct tally *tally = builder->tally;
    for (size_t i = 0; i < tally->job_counts.job_buckets.count; i++) {
        const struct tally_job_bucket *part = hash_array_at(&tally->job_counts.job_buckets, i);
        const struct tally_bucket *bucket =
            hash_array_at(&tally->file_counts.buckets, part->bucket);
        if (bucket->category == category)
            is_named[builder->parent_run[part->job]] = true;
    }
}

/* Goes back from the newest backup to the first one before which none is known to have failed on
 * such files. Backups of which not every failure is known neither belong to the row nor end it. */
static struct failing_row look_back(struct backup_row row, const bool *is_named)
{
    struct failing_row found = {0};
    size_t start = 0;
    for (size_t end = row.count; end > 0 && !found.is_again; end = start) {
        bool names = false;
        bool settles = false;
        bool is_finished = false;
        for (start = end; start > 0 && row.backups[start - 1].turn == row.backups[end - 1].turn;) {
            const struct backup *backup = &row.backups[--start];
            names = names || (backup->has_job && is_named[backup->job]);
            settles = settles || backup_settles(backup);
            is_finished = is_finished || backup_is_finished(backup);
        }
        if (names && found.is_after_none) {
            found.is_again = true;
        } else if (names) {
            found.backups++;
            found.since = row.backups[start].begin;
        } else {
            found.is_after_none = found.is_after_none || (settles && found.backups > 0);
            found.is_after_others = found.is_after_others || (is_finished && found.backups == 0);
        }
    }
    return found;
}

static void add_host(const struct builder *builder, uint32_t host, const bool *is_named,
                     struct report_reason *reason)
{
    bool is_any = false;
    for (int kind = 0; kind < BACKUP_KIND_COUNT; kind++) {
        struct failing_row found = look_back(builder->backups->rows[host][kind], is_named);
        if (found.backups == 0)
            continue;
        bool is_earlier =
            !datetime_is_set(reason->since) || datetime_is_later(reason->since, found.since);
        if (datetime_is_set(found.since) && is_earlier)
            reason->since = found.since;
        datetime_keep_more_precise(&reason->since, found.since);
        if (found.backups > reason->backups)
            reason->backups = found.backups;
        reason->is_new = reason->is_new && found.backups == 1 && found.is_after_none &&
                         !found.is_again && !found.is_after_others;
        is_any = true;
    }
    reason->is_new = reason->is_new && is_any;
}

bool build_since(const struct builder *builder, struct report_reason *reason, size_t category)
{
    const struct hash_array *rows = &builder->rollup->rows;
    if (builder->backups->count == 0 || reason->files == 0)
        return true;
    bool *is_named =
        memory_allocate(builder->tally->job_counts.jobs.count, sizeof *is_named, builder->fault);
    if (is_named == NULL)
        return false;
    mark_jobs(builder, category, is_named);
    reason->is_new = true;
    for (size_t i = 0; i < rows->count; i++) {
        const struct row_sum *row = hash_array_at(rows, i);
        if (row->category == category && row->files > 0)
            add_host(builder, row->host, is_named, reason);
    }
    memory_free(is_named);
    return true;
}
