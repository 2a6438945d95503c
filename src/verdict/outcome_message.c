#include "verdict/outcome_message.h"

#include "base/count_of.h"
#include "text/path_bounds.h"
#include "text/word_list.h"
#include "text/word_search.h"
#include "verdict/backup_failure.h"

/* The text without what closes the brackets or quotes around its end. */
static struct span without_closing_mark(struct span text)
{
    static const char *const closing[] = {")", "]", "\"", "」", "』", "）", "”", "»"};
    text = span_trim(text);
    size_t mark = word_list_end_of(closing, COUNT_OF(closing), text);
    return span_slice(text, 0, text.length - mark);
}

/* True for "job 13 ended": what follows is how. */
static bool tells_end_of_job(struct span words)
{
    static const char *const jobs[] = {"job", "task", "auftrag", "travail"};
    static const char *const parts[] = {"ジョブ", "タスク"};
    static const char *const ends[] = {"ended",  "finished", "terminated", "exited",
                                       "endete", "beendet",  "terminé",    "終了"};
    return (word_search_has_any_word(words, jobs, COUNT_OF(jobs)) ||
            word_search_contains_any(words, parts, COUNT_OF(parts))) &&
           word_search_contains_any(words, ends, COUNT_OF(ends));
}

/* True for a line that speaks of backups and has a time, or says that a job ended, up to the
 * message at `start`. */
static bool speaks_of_backup(const struct event *event, struct span text, size_t start)
{
    static const char *const before[] = {":",  "-",  "(",  ",", ";", "[", "\"",
                                         "「", "『", "（", "“", "„", "«", "："};
    struct span words = span_trim(span_slice(text, 0, start));
    if (word_list_end_of(before, COUNT_OF(before), words) == 0)
        return false;
    return tells_end_of_job(words) ||
           (event->fields[FIELD_DATE].length > 0 && backup_failure_mentions_backup(words));
}

/* Reads the message behind a label in the lines below a failure: "Reason: The device is not ready."
 */
static bool read_labelled(const struct catalog *catalog, const struct event *event, uint32_t *code)
{
    static const char *const colons[] = {":", "："};
    struct span rest = event->body;
    if (event->class != VERDICT_OTHER_FAILURE || event->is_record)
        return false;
    for (size_t end = span_find_byte(rest, '\n'); end < rest.length;
         end = span_find_byte(rest, '\n')) {
        rest = span_slice(rest, end + 1, rest.length);
        size_t start = 0;
        uint32_t found = 0;
        struct span line = without_closing_mark(span_slice(rest, 0, span_find_byte(rest, '\n')));
        if (catalog_system_message(catalog, line, &found, &start) && found != 0 &&
            word_list_end_of(colons, COUNT_OF(colons), span_trim(span_slice(line, 0, start))) > 0) {
            *code = found;
            return true;
        }
    }
    return false;
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
        return read_labelled(catalog, event, code);
    *code = found;
    return true;
}
