#include "report/host_state.h"

#include "base/memory.h"
#include "report/builder.h"
#include "report/elapsed.h"
#include "report/host_causes.h"
#include "report/open_sources.h"
#include "report/rhythm.h"

enum {
    START_JITTER_MINUTES = 2 * 60, /* of begins from night to night */
    OTHER_KIND_MINUTES = 36 * 60   /* a host that went on this long has a schedule for each kind */
};

/* The state of one kind of backups of a host. */
struct kind_state {
    enum host_state state;
    struct datetime since;
    const struct backup *last_good; /* NULL if none was done */
    const struct backup *newest;    /* finished; NULL if none is */
    struct backup_row row;
    const struct backup *first;
    const struct backup *last;
    enum host_newest after;
    bool is_server_on;
    bool is_rhythm_known;
};

static const struct backup *newest_done(struct backup_row row)
{
    for (size_t i = row.count; i-- > 0;)
        if (backup_is_done(&row.backups[i]))
            return &row.backups[i];
    return NULL;
}

/* True if a run of the kind was logged: a night without failures writes no list, so that lists
 * alone show no rhythm; neither do the versions that are kept, or one event that somebody copied.
 */
static bool has_run(struct backup_row row)
{
    for (size_t i = 0; i < row.count; i++)
        if (!row.backups[i].is_list && !row.backups[i].is_version &&
            (row.count > 1 || !row.backups[i].is_of_windows))
            return true;
    return false;
}

static bool is_of_lists(struct backup_row row)
{
    for (size_t i = 0; i < row.count; i++)
        if (!row.backups[i].is_list)
            return false;
    return true;
}

/* True if the only backup of the kind, repeated or not, may be a weekly one: a daily one would have
 * left another, as the host's records go back further, or another kind of backup went on. */
static bool may_be_weekly(const struct builder *builder, const struct host_evidence *evidence,
                          const struct backup *only)
{
    struct datetime first = evidence->first_record;
    if (datetime_is_set(first) && elapsed_minutes(first, only->begin) >= OTHER_KIND_MINUTES)
        return true;
    struct backup_row other = builder->backups->rows[evidence->host][1 - (int)only->kind];
    return other.count > 0 &&
           elapsed_minutes(only->begin, other.backups[other.count - 1].begin) > OTHER_KIND_MINUTES;
}

/* Finds whether no backup began, or none is known, for longer than the rhythm of the row allows.
 * False with the fault
 * set. */
static bool find_overdue(const struct builder *builder, const struct host_evidence *evidence,
                         struct backup_row row, struct kind_state *found)
{
    const struct backup *last = &row.backups[row.count - 1];
    bool may_stop = has_run(row);
    if ((!may_stop && !is_of_lists(row)) || !datetime_is_set(last->begin) ||
        !datetime_is_set(evidence->newest))
        return true;
    int64_t *begins = memory_allocate(row.count, sizeof *begins, builder->fault);
    if (begins == NULL)
        return false;
    size_t count = 0;
    int64_t last_minute = datetime_milliseconds(last->begin) / MINUTE_MILLISECONDS;
    for (size_t i = 0; i < row.count; i++)
        if (datetime_is_set(row.backups[i].begin))
            begins[count++] = last_minute - elapsed_minutes(row.backups[i].begin, last->begin);
    struct rhythm rhythm =
        rhythm_of(begins, count, may_be_weekly(builder, evidence, &row.backups[0]));
    if (elapsed_minutes(last->begin, evidence->newest) > rhythm.limit)
        found->after = may_stop ? NEWEST_OVERDUE : NEWEST_UNKNOWN;
    found->is_rhythm_known = rhythm.is_known;
    found->is_server_on = found->after == NEWEST_OVERDUE &&
                          datetime_is_set(evidence->last_record) &&
                          elapsed_minutes(last->begin, evidence->last_record) > rhythm.limit;
    memory_free(begins);
    return true;
}

/* True if the backup left files unprotected. */
static bool is_partial(const struct backup *backup)
{
    return backup->state == JOB_WARNINGS || (backup_is_done(backup) && backup->files > 0);
}

/* True if files of this kind of backups are unprotected: what the newest backup that settles them
 * names, and what those after it do. Lists of one night settle them together. */
static bool leaves_files(const struct host_evidence *evidence, struct backup_row row)
{
    const struct backup *settled = NULL;
    for (size_t i = row.count; i-- > 0 && evidence->has_unprotected_files;) {
        const struct backup *backup = &row.backups[i];
        if (settled != NULL && settled->turn != backup->turn)
            break;
        if (backup->files > 0)
            return true;
        settled = settled == NULL && backup_settles(backup) ? backup : settled;
    }
    return false;
}

/* True if a backup of an unknown time left files, which no other is known to have read since. */
static bool leaves_files_undated(struct backup_row row)
{
    for (size_t i = 0; i < row.count && !datetime_is_set(row.backups[i].begin); i++)
        if (row.backups[i].files > 0)
            return true;
    return false;
}

static bool has_failed(const struct backup *backup)
{
    return backup->state == JOB_FAILED;
}

/* The begin of the first of the unbroken row of finished backups like the newest one. */
static struct datetime since(struct backup_row row, bool (*is_alike)(const struct backup *))
{
    const struct backup *first = NULL;
    for (size_t i = row.count; i-- > 0;) {
        if (!backup_is_finished(&row.backups[i]))
            continue;
        if (first != NULL && !is_alike(&row.backups[i]))
            break;
        first = &row.backups[i];
    }
    return first != NULL ? first->begin : (struct datetime){0};
}

/* True if nothing says how the backup ended, or what it lacks: whether its host is protected is not
 * known. */
static bool has_unknown_end(const struct backup *backup)
{
    return backup->is_version || (!backup_is_finished(backup) && !backup_is_open(backup));
}

/* The state of a row, which has at least one backup. */
static bool state_of_row(const struct builder *builder, const struct host_evidence *evidence,
                         struct backup_row row, struct kind_state *found)
{
    const struct backup *last = &row.backups[row.count - 1];
    const struct backup *newest = backups_newest_finished(row);
    *found = (struct kind_state){.state = HOST_UNKNOWN,
                                 .newest = newest,
                                 .last_good = newest_done(row),
                                 .row = row,
                                 .first = &row.backups[0],
                                 .last = last};
    if (evidence->is_cut)
        found->after = NEWEST_ENDED;
    else if (backup_is_open(last))
        found->after = last->state == JOB_HANGS ? NEWEST_HANGS : NEWEST_RUNNING;
    else if (!find_overdue(builder, evidence, row, found))
        return false;
    if (newest != NULL && has_failed(newest)) {
        found->state = HOST_FAILED;
        found->since = since(row, has_failed);
    } else if (found->after == NEWEST_HANGS || found->after == NEWEST_OVERDUE) {
        found->state = HOST_STOPPED;
        found->since = last->begin;
    } else if (evidence->is_cut) {
        found->state = HOST_UNKNOWN;
    } else if (newest != NULL && (is_partial(newest) || leaves_files(evidence, row))) {
        found->state = HOST_PARTIAL;
        found->since = is_partial(newest) ? since(row, is_partial) : newest->begin;
    } else if (newest != NULL && leaves_files_undated(row)) {
        found->state = HOST_PARTIAL;
    } else if (found->after == NEWEST_RUNNING) {
        found->state = HOST_RUNNING;
        found->since = last->begin;
    } else if (newest != NULL && !has_unknown_end(last)) {
        found->state = HOST_PROTECTED;
    }
    return true;
}

/* The state of one kind: where another data source was backed up since one failed, that of the
 * latter. */
static bool state_of_kind(const struct builder *builder, const struct host_evidence *evidence,
                          struct backup_row row, struct kind_state *found)
{
    struct backup_row part;
    if (!state_of_row(builder, evidence, row, found))
        return false;
    return found->state == HOST_FAILED ||
           (open_sources_oldest(builder, row, &part) &&
            (part.count == 0 || state_of_row(builder, evidence, part, found)));
}

/* True if `a` is worse; of equal states, that with the older last good backup. */
static bool is_worse(const struct kind_state *a, const struct kind_state *b)
{
    if (a->state != b->state)
        return a->state < b->state;
    if (a->last_good == NULL || b->last_good == NULL)
        return a->last_good == NULL && b->last_good != NULL;
    return datetime_is_later(b->last_good->begin, a->last_good->begin);
}

/* A backup that is not due yet is no night without one; one that began early was due. */
static uint64_t nights_without(const struct kind_state *found, struct datetime newest)
{
    if (found->state != HOST_FAILED && found->state != HOST_STOPPED)
        return 0;
    struct datetime from = found->last_good ? found->last_good->begin : found->first->begin;
    if (!datetime_is_set(from) || !datetime_is_set(newest))
        return 0;
    int64_t nights = elapsed_minutes(from, newest) / RHYTHM_DAY_MINUTES;
    int64_t tried = datetime_is_set(found->last->begin)
                        ? (elapsed_minutes(from, found->last->begin) + START_JITTER_MINUTES) /
                              RHYTHM_DAY_MINUTES
                        : 0;
    nights = tried > nights ? tried : nights;
    if (found->last_good == NULL)
        nights++;
    return nights > 0 ? (uint64_t)nights : 1;
}

/* Sets what made the backups fail, or that no backup began. */
static bool set_causes(const struct builder *builder, const struct kind_state *found,
                       struct report_host_kind *shown)
{
    if (found->state == HOST_FAILED)
        return host_causes_of_failures(builder, found->row, shown);
    return host_causes_of_stop(builder, found->is_rhythm_known, shown);
}

/* True if the input does not name all that the newest backup that was done could not read. */
static bool has_unnamed_files(const struct kind_state *found)
{
    const struct backup *done = found->last_good;
    if (done == NULL || backup_settles(done))
        return false;
    return found->state == HOST_PARTIAL || done->state == JOB_WARNINGS;
}

/* False with the fault set. */
static bool show_kind(const struct builder *builder, const struct kind_state *found,
                      struct report_host_kind *shown)
{
    *shown = (struct report_host_kind){
        .state = found->state,
        .newest = found->after,
        .is_system_state = found->first->kind == BACKUP_OF_SYSTEM_STATE,
        .is_server_on = found->is_server_on,
        .may_be_due_later = found->state == HOST_STOPPED && found->after == NEWEST_OVERDUE &&
                            !found->is_rhythm_known,
        .since = found->since,
        .nights_without = nights_without(found, builder->report->newest),
        .has_unnamed_files = has_unnamed_files(found),
        .cause = "",
        .cause_title = ""};
    if (found->last_good != NULL)
        shown->last_good = found->last_good->begin;
    if (found->newest != NULL)
        shown->newest_backup = found->newest->begin, shown->newest_end = found->newest->last;
    return !report_host_kind_is_lacking(shown) || set_causes(builder, found, shown);
}

bool host_state_of(const struct builder *builder, const struct host_evidence *evidence,
                   struct report_host *shown)
{
    struct kind_state kinds[HOST_KINDS];
    size_t count = 0;
    for (int kind = 0; kind < BACKUP_KIND_COUNT; kind++) {
        struct backup_row row = builder->backups->rows[evidence->host][kind];
        if (row.count > 0 && !state_of_kind(builder, evidence, row, &kinds[count++]))
            return false;
    }
    bool second_is_worse = count == HOST_KINDS && is_worse(&kinds[1], &kinds[0]);
    for (size_t i = 0; i < count; i++)
        if (!show_kind(builder, &kinds[second_is_worse ? 1 - i : i], &shown->kinds[i]))
            return false;
    shown->kind_count = count;
    if (count == 0 && evidence->has_unprotected_files)
        shown->kinds[0].state = HOST_PARTIAL;
    return true;
}
