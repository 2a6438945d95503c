#include "report/windows_failures.h"

#include <stdlib.h>

#include "report/backups.h"
#include "tally/event_precedence.h"
#include "tally/job_counts.h"
#include "tally/text_budget.h"

static int compare(const void *left, const void *right)
{
    const struct windows_failure *a = left;
    const struct windows_failure *b = right;
    int order = (a->host > b->host) - (a->host < b->host);
    return order ? order : (a->time > b->time) - (a->time < b->time);
}

static bool is_done(const struct tally_job_event *event)
{
    return event->milestone.mark == MARK_SUCCEEDED || event->milestone.mark == MARK_WARNINGS;
}

/* True if the event is of Windows Server Backup, which the agent of the host does not use. */
static bool is_separate(const struct builder *builder, const struct tally_job_event *event)
{
    const struct backup_row *rows = builder->backups->rows[event->host];
    return event->milestone.is_of_windows && rows[BACKUP_OF_SYSTEM_STATE].count == 0;
}

/* Sets the time of each host's last backup by Windows Server Backup. */
static void find_done(const struct builder *builder, uint32_t *done)
{
    const struct hash_array *events = &builder->tally->job_counts.job_events;
    for (size_t i = 0; i < events->count; i++) {
        const struct tally_job_event *event = hash_array_at(events, i);
        uint32_t time = event_precedence_time(event->time);
        if (event->milestone.is_of_windows && is_done(event) && time > done[event->host])
            done[event->host] = time;
    }
}

bool windows_failures_prepare(struct builder *builder)
{
    const struct hash_array *events = &builder->tally->job_counts.job_events;
    struct windows_failure *list =
        arena_allocate(builder->arena, events->count, sizeof *list, builder->fault);
    uint32_t *done = arena_allocate(builder->arena, builder->tally->text_budget.hosts.count,
                                    sizeof *done, builder->fault);
    if (list == NULL || done == NULL)
        return false;
    find_done(builder, done);
    for (size_t i = 0; i < events->count; i++) {
        const struct tally_job_event *event = hash_array_at(events, i);
        uint32_t time = event_precedence_time(event->time);
        bool is_failure = event->milestone.mark == MARK_FAILED;
        if (is_failure && event_precedence_is_dated(time) && time > done[event->host] &&
            is_separate(builder, event))
            list[builder->windows_failure_count++] =
                (struct windows_failure){.host = event->host, .time = time};
    }
    if (builder->windows_failure_count > 0)
        qsort(list, builder->windows_failure_count, sizeof *list, compare);
    builder->windows_failures = list;
    return true;
}

bool windows_failures_has(const struct builder *builder, uint32_t host, uint32_t time)
{
    struct windows_failure wanted = {.host = host, .time = time};
    return builder->windows_failure_count > 0 &&
           bsearch(&wanted, builder->windows_failures, builder->windows_failure_count,
                   sizeof wanted, compare) != NULL;
}
