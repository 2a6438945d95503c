#include "verdict/channel_event.h"

#include "base/count_of.h"
#include "text/code_notation.h"
#include "text/word_search.h"
#include "verdict/windows_backup_event.h"

bool channel_event_is_foreign(const struct event *event)
{
    static const char *const words[] = {
        "backup",   "バックアップ", "sicherung",     "sauvegarde", "copia de seguridad",
        "备份",     "백업",         "azure",         "shadow",     "vss",
        "snapshot", "volum",        "disk",          "recovery",   "restor",
        "シャドウ", "ボリューム",   "schattenkopie", "cliché",     "agent"};
    if (event->fields[FIELD_EVENT].length == 0 || event->fields[FIELD_PROVIDER].length > 0 ||
        event->fields[FIELD_LEVEL].length > 0)
        return false;
    return !word_search_contains_any(event->fields[FIELD_MESSAGE], words, COUNT_OF(words));
}

/* True for event 14 of Windows Server Backup, which follows each backup; that of the channel is
 * about versions. */
static bool is_end_of_windows(const struct event *event)
{
    return span_equals(span_trim(event->fields[FIELD_EVENT]), span_of("14")) &&
           word_search_contains(event->fields[FIELD_MESSAGE], span_of("backup operation"));
}

/* True unless the event is of another source: lists without the column have only this one. */
static bool is_of_channel(const struct event *event)
{
    static const char channel[] = "CloudBackup";
    struct span provider = event->fields[FIELD_PROVIDER];
    if (channel_event_is_foreign(event))
        return false;
    if (provider.length == 0)
        return !windows_backup_event_has_words(event) && !is_end_of_windows(event);
    return span_ends_with_ignoring_case(provider, span_of(channel));
}

struct span channel_event_symbol(const struct event *event)
{
    static const struct {
        uint32_t number;
        const char *symbol;
    } events[] = {
        {1, "BACKUP_START_EVENT"},
        {3, "BACKUP_SUCCESS_STOP_EVENT"},
        {10, "BACKUP_WARNING_STOP_EVENT"},
        {11, "BACKUP_ERROR_STOP_EVENT"},
        {14, "CBP_VERSION_UPGRADE_NTF_EVENT"},
        {16, "CBP_STORAGE_QUOTA_EXCEEDED_NTF_EVENT"},
        {18, "SCHEDULE_BACKUP_FAILED_EVENT"},
    };
    uint32_t number = 0;
    if (event->fields[FIELD_EVENT].length == 0 || !is_of_channel(event) ||
        !code_notation_read_id(event->fields[FIELD_EVENT], &number))
        return event->fields[FIELD_SYMBOL];
    for (size_t i = 0; i < COUNT_OF(events); i++)
        if (events[i].number == number)
            return span_of(events[i].symbol);
    return event->fields[FIELD_SYMBOL];
}
