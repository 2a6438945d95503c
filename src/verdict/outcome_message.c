#include "verdict/outcome_message.h"

#include <string.h>

#include "base/count_of.h"
#include "text/path_bounds.h"
#include "verdict/backup_failure.h"

static bool ends_with_any(struct span text, const char *const *marks, size_t count, size_t *length)
{
    for (size_t i = 0; i < count; i++) {
        *length = strlen(marks[i]);
        if (span_ends_with_ignoring_case(text, span_of(marks[i])))
            return true;
    }
    return false;
}

/* The text without what closes the brackets or quotes around its end. */
static struct span without_closing_mark(struct span text)
{
    static const char *const closing[] = {")", "]", "\"", "」", "』", "）", "”", "»"};
    size_t length = 0;
    text = span_trim(text);
    bool is_closed = ends_with_any(text, closing, COUNT_OF(closing), &length);
    return is_closed ? span_slice(text, 0, text.length - length) : text;
}

/* True for a line with a time that speaks of backups, up to the message at `start`. */
static bool speaks_of_backup(const struct event *event, struct span text, size_t start)
{
    static const char *const before[] = {":",  "-",  "(",  ",", ";", "[", "\"",
                                         "「", "『", "（", "“", "„", "«", "："};
    struct span words = span_trim(span_slice(text, 0, start));
    size_t length = 0;
    return event->fields[FIELD_DATE].length > 0 &&
           ends_with_any(words, before, COUNT_OF(before), &length) &&
           backup_failure_mentions_backup(words);
}

bool outcome_message_code(const struct catalog *catalog, const struct event *event, uint32_t *code)
{
    size_t start = 0;
    uint32_t found = 0;
    struct span text =
        without_closing_mark(span_slice(event->body, 0, span_find_byte(event->body, '\n')));
    if (!catalog_system_message(catalog, text, &found, &start) || found == 0 ||
        path_bounds_contain(text, start, text.length) ||
        (!event->is_record && !speaks_of_backup(event, text, start)))
        return false;
    *code = found;
    return true;
}
