#include "report/build_superseded.h"

#include "report/build_contexts.h"
#include "report/builder.h"

#include "report/job_run.h"
#include "tally/event_precedence.h"
#include "tally/file_counts.h"
#include "tally/file_precedence.h"
#include "tally/text_budget.h"

enum { DAY_SECONDS = 24 * 60 * 60 };

/* Times of the latest backups of one host, as event_precedence_time; 0 for none. */
struct host_backups {
    uint32_t clean_start;     /* of the latest one without failed files */
    uint32_t clean_end;       /* of the latest one that succeeded without failed files */
    uint32_t completed_start; /* of the latest one that ended with success, or with warnings */
    uint32_t failed_start;    /* of the latest one that failed, and its last record */
    uint32_t failed_end;
};

static void update_latest(uint32_t *latest, struct datetime datetime)
{
    uint32_t time = event_precedence_time(datetime);
    if (time != 0 && event_precedence_is_later(time, *latest))
        *latest = time;
}

static void note_run(const struct job_run *run, struct host_backups *backups)
{
    const struct report_job *shown = &run->shown;
    if (shown->state == JOB_FAILED &&
        event_precedence_is_later(event_precedence_time(run->when), backups->failed_start)) {
        backups->failed_start = event_precedence_time(run->when);
        backups->failed_end = event_precedence_time(shown->last_seen);
    }
    if (shown->state != JOB_SUCCEEDED && shown->state != JOB_WARNINGS)
        return;
    bool is_clean = shown->state == JOB_SUCCEEDED && shown->files == 0;
    update_latest(&backups->completed_start, shown->start);
    if (is_clean)
        update_latest(&backups->clean_end, shown->end);
    if (is_clean && job_run_is_backup(run))
        update_latest(&backups->clean_start, shown->start);
}

bool superseded_note_backups(struct builder *builder, const struct job_run *runs, size_t count)
{
    builder->backups = arena_allocate(builder->arena, builder->tally->text_budget.hosts.count,
                                      sizeof *builder->backups, builder->fault);
    if (builder->backups == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        if (job_run_is_backup(&runs[i]) || runs[i].job->kind == JOB_KIND_EVENT)
            note_run(&runs[i], &builder->backups[runs[i].job->host]);
    return true;
}

/* A backup that began after the event supersedes it. So does one that was under way and ended
 * without a failed file, unless the event may belong to another backup, which failed. */
bool superseded_by_backup(const struct builder *builder, uint32_t host, struct datetime datetime)
{
    const struct host_backups *backups = &builder->backups[host];
    uint32_t time = event_precedence_time(datetime);
    if (time == 0)
        return false;
    /* The hour of a mere date is unknown. */
    time += datetime.has_time ? 0 : DAY_SECONDS;
    if (backups->completed_start != 0 && event_precedence_is_later(backups->completed_start, time))
        return true;
    bool may_have_failed = backups->failed_start != 0 &&
                           !event_precedence_is_later(backups->failed_start, time) &&
                           !event_precedence_is_later(time, backups->failed_end);
    return backups->clean_end != 0 && !may_have_failed &&
           event_precedence_is_later(backups->clean_end, time);
}

/* A list has only the date of its job, which may have begun a day later. */
static bool is_before_clean_backup(const struct builder *builder, const struct file_entry *file)
{
    const struct tally_bucket *bucket =
        hash_array_at(&builder->tally->file_counts.buckets, file->bucket);
    uint32_t clean = builder->backups[bucket->host].clean_start;
    struct event_precedence rank = file_precedence_of(builder->tally, file);
    uint32_t time = file->time + (rank.is_list ? DAY_SECONDS : 0);
    return file->time != 0 && clean != 0 && event_precedence_is_later(clean, time);
}

/* Checked before walking over millions of files: most inputs have no such backup. */
static bool has_clean_backup(const struct builder *builder)
{
    for (size_t host = 0; host < builder->tally->text_budget.hosts.count; host++)
        if (builder->backups[host].clean_start != 0)
            return true;
    return false;
}

bool build_superseded(struct builder *builder)
{
    const struct tally *tally = builder->tally;
    size_t place = 0;
    builder->before_clean_backup =
        arena_allocate(builder->arena, catalog_category_count(builder->catalog),
                       sizeof *builder->before_clean_backup, builder->fault);
    if (builder->before_clean_backup == NULL)
        return false;
    if (!has_clean_backup(builder))
        return true;
    for (const struct file_entry *file;
         (file = file_set_next(&tally->file_counts.files, &place)) != NULL;) {
        const struct tally_bucket *bucket =
            hash_array_at(&tally->file_counts.buckets, file->bucket);
        if (!is_before_clean_backup(builder, file))
            continue;
        builder->before_clean_backup[bucket->category].files++;
        builder->before_clean_backup[bucket->category].harmless +=
            build_context_mark(builder, bucket)[0] != '\0';
    }
    return true;
}
