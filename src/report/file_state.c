#include "report/file_state.h"

#include "report/backups.h"
#include "tally/event_precedence.h"
#include "tally/file_counts.h"
#include "tally/job_counts.h"
#include "tally/job_membership.h"

const char *file_state_word(enum file_state state)
{
    static const char *const words[] = {[FILE_UNPROTECTED] = FILE_ROW_UNPROTECTED,
                                        [FILE_READ_SINCE] = "read-since",
                                        [FILE_OF_RESTORE] = "restore"};
    return words[state];
}

/* The newest backup of the row that settles; NULL if none does. */
static const struct backup *newest_settling(struct backup_row row)
{
    for (size_t i = row.count; i-- > 0;)
        if (backup_settles(&row.backups[i]))
            return &row.backups[i];
    return NULL;
}

/* Marks the jobs of a row that its newest settling backup followed. Whether it followed one without
 * a time, such as a list whose name has no date, is not known. */
static void settle_row(struct builder *builder, uint32_t host, enum backup_kind kind)
{
    struct backup_row row = builder->backups->rows[host][kind];
    struct file_states *states = &builder->file_states;
    const struct backup *newest = newest_settling(row);
    if (newest == NULL)
        return;
    uint32_t begin = event_precedence_time(newest->begin);
    if (event_precedence_is_later(begin, states->settled[host]))
        states->settled[host] = begin;
    for (size_t i = 0; i < row.count && row.backups[i].turn < newest->turn; i++)
        if (row.backups[i].has_job && datetime_is_set(row.backups[i].begin))
            states->of_job[row.backups[i].job] = FILE_READ_SINCE;
}

/* The state of a file that records without a job name, the last at `time`. */
static enum file_state state_by_time(const struct builder *builder, uint32_t host, uint32_t time)
{
    uint32_t settled = builder->file_states.settled[host];
    return settled != 0 && time != 0 && event_precedence_is_later(settled, time) ? FILE_READ_SINCE
                                                                                 : FILE_UNPROTECTED;
}

/* Lists count as their runs do, and records without a job by their last time. */
static void settle_parts(const struct builder *builder)
{
    const struct hash_array *jobs = &builder->tally->job_counts.jobs;
    uint8_t *states = builder->file_states.of_job;
    for (size_t i = 0; i < jobs->count; i++) {
        const struct job *job = hash_array_at(jobs, i);
        if (job->kind == JOB_KIND_RESTORE)
            states[i] = FILE_OF_RESTORE;
        else if (job->name.length == 0)
            states[i] =
                (uint8_t)state_by_time(builder, job->host, event_precedence_time(job->last));
        else
            states[i] = states[builder->parent_run[i]];
    }
}

/* Of files that several jobs name: one that an unsettled job names is unprotected, and one that any
 * backup names is not a restore's alone. */
static bool settle_shared(struct builder *builder)
{
    const struct job_counts *jobs = &builder->tally->job_counts;
    struct file_states *states = &builder->file_states;
    size_t groups = jobs->shared_files.count / GROUP_FILES + 1;
    states->unprotected = arena_allocate(builder->arena, groups, sizeof(uint64_t), builder->fault);
    states->read = arena_allocate(builder->arena, groups, sizeof(uint64_t), builder->fault);
    if (states->unprotected == NULL || states->read == NULL)
        return false;
    for (size_t i = 0; i < jobs->shared_groups.count; i++) {
        const struct tally_shared_group *group = hash_array_at(&jobs->shared_groups, i);
        uint8_t state = states->of_job[group->job];
        if (state == FILE_UNPROTECTED)
            states->unprotected[group->number] |= group->members;
        else if (state == FILE_READ_SINCE)
            states->read[group->number] |= group->members;
    }
    return true;
}

bool file_state_prepare(struct builder *builder)
{
    const struct hash_array *jobs = &builder->tally->job_counts.jobs;
    struct file_states *states = &builder->file_states;
    size_t hosts = builder->tally->text_budget.hosts.count;
    states->of_job = arena_allocate(builder->arena, jobs->count, sizeof(uint8_t), builder->fault);
    states->settled = arena_allocate(builder->arena, hosts, sizeof(uint32_t), builder->fault);
    if (states->of_job == NULL || states->settled == NULL)
        return false;
    for (uint32_t host = 0; host < hosts; host++)
        for (int kind = 0; kind < BACKUP_KIND_COUNT; kind++)
            settle_row(builder, host, (enum backup_kind)kind);
    settle_parts(builder);
    for (size_t i = 0; i < jobs->count && !states->is_any_settled; i++) {
        const struct job *job = hash_array_at(jobs, i);
        bool may_be_settled =
            states->of_job[i] != FILE_UNPROTECTED ||
            (job->name.length == 0 && builder->file_states.settled[job->host] != 0);
        states->is_any_settled = may_be_settled && job->files > 0;
    }
    return settle_shared(builder);
}

/* The state of a file that several jobs name. */
static enum file_state state_of_shared(const struct file_states *states, uint32_t number)
{
    uint64_t member = UINT64_C(1) << number % GROUP_FILES;
    if ((states->unprotected[number / GROUP_FILES] & member) != 0)
        return FILE_UNPROTECTED;
    return (states->read[number / GROUP_FILES] & member) != 0 ? FILE_READ_SINCE : FILE_OF_RESTORE;
}

enum file_state file_state_of(const struct builder *builder, const struct file_entry *file)
{
    const struct job_counts *jobs = &builder->tally->job_counts;
    uint32_t number = 0;
    if (!builder->file_states.is_any_settled)
        return FILE_UNPROTECTED;
    if (job_membership_number(jobs, file, &number))
        return state_of_shared(&builder->file_states, number);
    const struct job *job = hash_array_at(&jobs->jobs, file->job);
    if (job->name.length == 0)
        return state_by_time(builder, job->host, file->time);
    return (enum file_state)builder->file_states.of_job[file->job];
}
