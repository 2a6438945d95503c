#include "report/host_causes.h"

#include <string.h>

#include "report/build_cause.h"

const char *host_stop_symbol(enum host_newest newest, bool is_server_on, bool is_rhythm_known)
{
    if (newest == NEWEST_HANGS)
        return "MARSIFT_BACKUP_HANGS";
    if (!is_rhythm_known)
        return "MARSIFT_ONE_BACKUP_KNOWN";
    return is_server_on ? "MARSIFT_SCHEDULE_STOPPED" : "MARSIFT_BACKUPS_STOPPED";
}

/* The agent error that stands for a failure where no record tells a cause. */
static const char *symbol_of(const struct backup *failed)
{
    if (backup_is_over_limit(failed))
        return FILES_LIMIT_ERROR_SYMBOL;
    return failed->is_aborted ? HOST_ABORTED_SYMBOL : HOST_FAILED_SYMBOL;
}

static bool describe(const struct builder *builder, struct job_cause cause, const char *symbol,
                     const char **text, const char **title)
{
    size_t error = 0;
    if (cause.kind == CAUSE_NONE &&
        catalog_error_by_symbol(builder->catalog, span_of(symbol), &error))
        cause = (struct job_cause){.kind = CAUSE_ERROR, .value = (uint32_t)error};
    return build_cause(builder, &cause, text, title);
}

/* Adds the cause if it is a new one and there is room. */
static void add_earlier(struct report_host_kind *kind, struct host_cause cause)
{
    bool is_known = cause.text[0] == '\0' || strcmp(kind->cause, cause.text) == 0;
    for (size_t i = 0; i < kind->earlier_cause_count; i++)
        is_known = is_known || strcmp(kind->earlier_causes[i].text, cause.text) == 0;
    if (!is_known && kind->earlier_cause_count < MAX_EARLIER_CAUSES)
        kind->earlier_causes[kind->earlier_cause_count++] = cause;
}

bool host_causes_of_failures(const struct builder *builder, struct backup_row row,
                             struct report_host_kind *kind)
{
    const struct backup *newest = backups_newest_finished(row);
    if (!describe(builder, newest->cause, symbol_of(newest), &kind->cause, &kind->cause_title))
        return false;
    for (const struct backup *backup = newest; backup-- > row.backups;) {
        struct host_cause cause = {0};
        if (!backup_is_finished(backup))
            continue;
        if (backup->state != JOB_FAILED)
            break;
        if (!describe(builder, backup->cause, symbol_of(backup), &cause.text, &cause.title))
            return false;
        add_earlier(kind, cause);
    }
    return true;
}

bool host_causes_of_stop(const struct builder *builder, bool is_rhythm_known,
                         struct report_host_kind *kind)
{
    const struct job_cause none = {.kind = CAUSE_NONE};
    return describe(builder, none,
                    host_stop_symbol(kind->newest, kind->is_server_on, is_rhythm_known),
                    &kind->cause, &kind->cause_title);
}

bool host_causes_of_miss(const struct builder *builder, struct report_host_kind *kind)
{
    return describe(builder, (struct job_cause){.kind = CAUSE_NONE}, JOB_MISSING_SYMBOL,
                    &kind->cause, &kind->cause_title);
}
