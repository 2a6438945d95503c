#include "report/recovered.h"

#include "report/backups.h"
#include "tally/event_precedence.h"

enum { DAY_SECONDS = 24 * 60 * 60 };

/* The hour of a mere date is unknown, so that it counts as the end of its day. */
static uint32_t last_second_of(struct datetime time)
{
    uint32_t second = event_precedence_time(time);
    return second != 0 && !time.has_time ? second + DAY_SECONDS : second;
}

/* True if the backup ran at that time and was never done: it failed, hangs or ended unknown. */
static bool was_lost_then(const struct backup *backup, uint32_t second)
{
    uint32_t last =
        event_precedence_time(datetime_is_set(backup->end) ? backup->end : backup->last);
    return !backup_is_done(backup) &&
           !event_precedence_is_later(event_precedence_time(backup->begin), second) &&
           !event_precedence_is_later(second, last);
}

static bool is_done_after(const struct backup *backup, uint32_t second)
{
    uint32_t end =
        event_precedence_time(datetime_is_set(backup->end) ? backup->end : backup->begin);
    return backup_is_done(backup) && end != 0 && event_precedence_is_later(end, second);
}

bool recovered_since(const struct builder *builder, uint32_t host, struct datetime time)
{
    uint32_t second = last_second_of(time);
    bool is_done[BACKUP_KIND_COUNT] = {false};
    bool has_lost[BACKUP_KIND_COUNT] = {false};
    bool is_any_done = false;
    if (second == 0)
        return false;
    for (int kind = 0; kind < BACKUP_KIND_COUNT; kind++) {
        struct backup_row row = builder->backups->rows[host][kind];
        for (size_t i = 0; i < row.count; i++) {
            is_done[kind] = is_done[kind] || is_done_after(&row.backups[i], second);
            has_lost[kind] = has_lost[kind] || was_lost_then(&row.backups[i], second);
        }
        is_any_done = is_any_done || is_done[kind];
    }
    for (int kind = 0; kind < BACKUP_KIND_COUNT; kind++)
        if (has_lost[kind] && !is_done[kind])
            return false;
    return is_any_done;
}

bool recovered_finding(const struct builder *builder, const struct tally_finding *finding)
{
    uint32_t settled = builder->file_states.settled[finding->host];
    uint32_t last = last_second_of(finding->last);
    if (finding->files > 0)
        return settled != 0 && last != 0 && event_precedence_is_later(settled, last);
    return recovered_since(builder, finding->host, finding->last);
}
