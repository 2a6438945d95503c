#include "verdict/channel_event.h"

#include "text/code_notation.h"

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
    if (event->fields[FIELD_SYMBOL].length > 0 || event->fields[FIELD_EVENT].length == 0 ||
        !code_notation_read_id(event->fields[FIELD_EVENT], &number))
        return event->fields[FIELD_SYMBOL];
    for (size_t i = 0; i < sizeof events / sizeof *events; i++)
        if (events[i].number == number)
            return span_of(events[i].symbol);
    return (struct span){0};
}
