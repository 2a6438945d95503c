#include "verdict/outcome_message.h"

#include <string.h>

#include "text/path_bounds.h"
#include "verdict/backup_failure.h"

/* True for a line with a time that speaks of backups, up to the message at `start`. */
static bool speaks_of_backup(const struct event *event, struct span text, size_t start)
{
    struct span words = span_trim(span_slice(text, 0, start));
    return event->fields[FIELD_DATE].length > 0 && words.length > 0 &&
           memchr(":-(,;", words.bytes[words.length - 1], 5) != NULL &&
           backup_failure_mentions_backup(words);
}

bool outcome_message_code(const struct catalog *catalog, const struct event *event, uint32_t *code)
{
    size_t start = 0;
    uint32_t found = 0;
    struct span text = span_slice(event->body, 0, span_find_byte(event->body, '\n'));
    if (!catalog_system_message(catalog, text, &found, &start) || found == 0 ||
        path_bounds_contain(text, start, text.length) ||
        (!event->is_record && !speaks_of_backup(event, text, start)))
        return false;
    *code = found;
    return true;
}
