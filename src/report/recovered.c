#include "report/recovered.h"

#include "report/backups.h"
#include "report/windows_failures.h"
#include "tally/event_precedence.h"
#include "tally/text_budget.h"

enum { DAY_SECONDS = 24 * 60 * 60 };

/* The hour of a mere date is unknown, so that it counts as the end of its day. */
static uint32_t last_second_of(struct datetime time)
{
    uint32_t second = event_precedence_time(time);
    return second != 0 && !time.has_time ? second + DAY_SECONDS : second;
}

/* The second of the backup's end, or of the last that is known of it. */
static uint32_t end_of(const struct backup *backup)
{
    struct datetime known = backup_is_done(backup) ? backup->begin : backup->last;
    return event_precedence_time(datetime_is_set(backup->end) ? backup->end : known);
}

/* True if the backup ran at that time and was never done: it failed, hangs or ended unknown. */
static bool was_lost_then(const struct backup *backup, uint32_t second)
{
    return !backup_is_done(backup) &&
           !event_precedence_is_later(event_precedence_time(backup->begin), second) &&
           !event_precedence_is_later(second, end_of(backup));
}

static struct outcomes *outcomes_of(const struct builder *builder, size_t host, int kind)
{
    return &builder->outcomes[host * BACKUP_KIND_COUNT + (size_t)kind];
}

static bool is_done_after(const struct backup *backup, uint32_t second)
{
    uint32_t end = end_of(backup);
    return backup_is_done(backup) && end != 0 && event_precedence_is_later(end, second);
}

/* Takes the next backup, in the order of begins, into the outcomes of its row. */
static void add_outcome(const struct backup *backup, struct outcomes *outcomes)
{
    struct lost_backup *lost = &outcomes->lost[outcomes->lost_count];
    uint32_t begin = event_precedence_time(backup->begin);
    uint32_t end = end_of(backup);
    bool has_order = outcomes->lost_count == 0 || begin >= lost[-1].begin;
    outcomes->is_dated =
        outcomes->is_dated && event_precedence_is_dated(begin) && event_precedence_is_dated(end);
    if (backup_is_done(backup)) {
        outcomes->last_done = end > outcomes->last_done ? end : outcomes->last_done;
        return;
    }
    outcomes->is_dated = outcomes->is_dated && has_order;
    lost->begin = begin;
    lost->last_end = outcomes->lost_count > 0 && lost[-1].last_end > end ? lost[-1].last_end : end;
    lost->last_open_end = outcomes->lost_count > 0 ? lost[-1].last_open_end : 0;
    if (backup->is_open_source && end > lost->last_open_end)
        lost->last_open_end = end;
    outcomes->lost_count++;
}

bool recovered_prepare(struct builder *builder)
{
    const struct backups *backups = builder->backups;
    size_t hosts = builder->tally->text_budget.hosts.count;
    struct lost_backup *lost =
        arena_allocate(builder->arena, backups->count, sizeof *lost, builder->fault);
    builder->outcomes = arena_allocate(builder->arena, hosts * BACKUP_KIND_COUNT,
                                       sizeof *builder->outcomes, builder->fault);
    if (lost == NULL || builder->outcomes == NULL)
        return false;
    for (size_t host = 0; host < hosts; host++)
        for (int kind = 0; kind < BACKUP_KIND_COUNT; kind++) {
            struct backup_row row = backups->rows[host][kind];
            struct outcomes *outcomes = outcomes_of(builder, host, kind);
            *outcomes = (struct outcomes){.is_dated = true, .lost = lost};
            for (size_t i = 0; i < row.count; i++)
                add_outcome(&row.backups[i], outcomes);
            lost += outcomes->lost_count;
        }
    return true;
}

/* The last backup that was never done of those that began until then; NULL if there is none. */
static const struct lost_backup *last_lost(const struct outcomes *outcomes, uint32_t second)
{
    size_t first = 0;
    size_t end = outcomes->lost_count;
    while (first < end) {
        size_t middle = first + (end - first) / 2;
        if (outcomes->lost[middle].begin <= second)
            first = middle + 1;
        else
            end = middle;
    }
    return first > 0 ? &outcomes->lost[first - 1] : NULL;
}

/* What the backups of a host and kind say of an error. */
struct error_outcome {
    bool is_done; /* one was done since */
    bool is_lost; /* one that was never done ran then */
    bool is_open; /* of those, one whose data source was not backed up since */
};

/* Without years the order of times is a circle, and each backup is looked at. */
static struct error_outcome look_at_all(struct backup_row row, uint32_t second)
{
    struct error_outcome found = {0};
    for (size_t i = 0; i < row.count; i++) {
        bool is_lost = was_lost_then(&row.backups[i], second);
        found.is_done = found.is_done || is_done_after(&row.backups[i], second);
        found.is_lost = found.is_lost || is_lost;
        found.is_open = found.is_open || (is_lost && row.backups[i].is_open_source);
    }
    return found;
}

static struct error_outcome look(const struct builder *builder, uint32_t host, int kind,
                                 uint32_t second)
{
    const struct outcomes *outcomes = outcomes_of(builder, host, kind);
    if (!outcomes->is_dated || !event_precedence_is_dated(second))
        return look_at_all(builder->backups->rows[host][kind], second);
    /* One before the last may have ended later. */
    const struct lost_backup *lost = last_lost(outcomes, second);
    return (struct error_outcome){.is_done = outcomes->last_done > second,
                                  .is_lost = lost != NULL && lost->last_end >= second,
                                  .is_open = lost != NULL && lost->last_open_end >= second};
}

bool recovered_since(const struct builder *builder, uint32_t host, struct datetime time)
{
    uint32_t second = last_second_of(time);
    bool is_any_done = false;
    bool is_any_open = false;
    if (second == 0 || windows_failures_has(builder, host, event_precedence_time(time)))
        return false;
    for (int kind = 0; kind < BACKUP_KIND_COUNT; kind++) {
        struct error_outcome found = look(builder, host, kind, second);
        is_any_done = is_any_done || found.is_done;
        is_any_open = is_any_open || found.is_open || (found.is_lost && !found.is_done);
    }
    return is_any_done && !is_any_open;
}

bool recovered_finding(const struct builder *builder, const struct tally_finding *finding)
{
    uint32_t settled = builder->file_states.settled[finding->host];
    uint32_t last = last_second_of(finding->last);
    if (finding->files > 0)
        return settled != 0 && last != 0 && event_precedence_is_later(settled, last);
    return recovered_since(builder, finding->host, finding->last);
}
