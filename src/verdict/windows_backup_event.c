#include "verdict/windows_backup_event.h"

#include <stddef.h>

#include "base/count_of.h"
#include "text/code_notation.h"
#include "text/quoted_moment.h"
#include "text/word_search.h"

/* The numbers of its own channel are small, those of the Application log from 512 on; the source is
 * the same, but the Application log calls it "Backup". */
static const struct {
    uint32_t number;
    enum milestone_mark mark;
} events[] = {
    {1, MARK_START},         /* started */
    {4, MARK_SUCCEEDED},     /* finished successfully */
    {5, MARK_FAILED},        /* with a code */
    {6, MARK_NOT_STARTED},   /* another backup or recovery is in progress */
    {7, MARK_WARNINGS},      /* completed with errors */
    {8, MARK_FAILED},        /* cancelled */
    {9, MARK_FAILED},        /* no shadow copy */
    {13, MARK_WARNINGS},     /* bad clusters */
    {15, MARK_NOT_STARTED},  /* conflict with Group Policy */
    {16, MARK_NOT_STARTED},  /* a recovery is being planned */
    {17, MARK_NOT_STARTED},  /* the engine could not be contacted */
    {18, MARK_NOT_STARTED},  /* no settings of the schedule */
    {19, MARK_NOT_STARTED},  /* with a code */
    {20, MARK_NOT_STARTED},  /* as 6 */
    {21, MARK_NOT_STARTED},  /* as 15 */
    {22, MARK_NOT_STARTED},  /* as 16 */
    {23, MARK_WARNINGS},     /* encountered errors */
    {49, MARK_FAILED},       /* no storage location */
    {50, MARK_FAILED},       /* no space at the storage location */
    {52, MARK_FAILED},       /* the shared folder is not writeable */
    {517, MARK_FAILED},      /* as 5 */
    {518, MARK_NOT_STARTED}, /* as 6 */
    {519, MARK_FAILED},      /* volumes were not backed up */
    {521, MARK_FAILED},      /* as 9 */
    {525, MARK_WARNINGS},    /* as 13 */
    {526, MARK_NOT_STARTED}, /* as 15 */
    {527, MARK_NOT_STARTED}, /* as 16 */
    {528, MARK_NOT_STARTED}, /* as 15 */
    {544, MARK_NOT_STARTED}, /* as 17 */
    {545, MARK_NOT_STARTED}, /* as 18 */
    {546, MARK_NOT_STARTED}, /* as 19 */
    {547, MARK_WARNINGS},    /* as 7, for volumes */
    {561, MARK_FAILED},      /* as 49 */
    {564, MARK_FAILED},      /* as 52 */
};

/* The least number in the Application log. */
enum { LEAST_OF_APPLICATION = 512 };

static bool is_of_source(struct span provider, uint32_t number)
{
    provider = span_trim(provider);
    return span_equals_ignoring_case(provider, span_of("Microsoft-Windows-Backup")) ||
           (number >= LEAST_OF_APPLICATION &&
            span_equals_ignoring_case(provider, span_of("Backup")));
}

bool windows_backup_event_has_words(const struct event *event)
{
    struct span message = event->fields[FIELD_MESSAGE];
    /* That of event 517, of which a table may cut off the rest. */
    if (span_starts_with_ignoring_case(span_trim(message), span_of("Backup started at '")) &&
        word_search_contains(message, span_of("failed with")))
        return true;
    return word_search_contains(message, span_of("backup operation")) &&
           (word_search_contains(message, span_of("has finished successfully")) ||
            datetime_is_set(quoted_moment_find(message)));
}

/* True if the event is of Windows Server Backup by its source, or by its words where the source is
 * not told, is cut off by a table, or is the short one with a number of the other log. */
static bool is_of_windows(const struct event *event, uint32_t number)
{
    struct span provider = span_trim(event->fields[FIELD_PROVIDER]);
    if (is_of_source(provider, number))
        return true;
    bool is_open = provider.length == 0 || span_ends_with_ignoring_case(provider, span_of("...")) ||
                   span_equals_ignoring_case(provider, span_of("Backup"));
    return is_open && windows_backup_event_has_words(event);
}

static enum milestone_mark mark_of_number(const struct event *event)
{
    uint32_t number = 0;
    if (!code_notation_read_id(event->fields[FIELD_EVENT], &number) ||
        !is_of_windows(event, number))
        return MARK_NONE;
    for (size_t i = 0; i < COUNT_OF(events); i++)
        if (events[i].number == number) {
            bool is_bad = event->class == VERDICT_FINDING || event->class == VERDICT_OTHER_FAILURE;
            bool contradicts = events[i].mark == MARK_SUCCEEDED && is_bad &&
                               !windows_backup_event_has_words(event);
            return contradicts ? MARK_NONE : events[i].mark;
        }
    return MARK_NONE;
}

/* True for words beside a time of their own, and not for a sentence that somebody quotes. */
static bool is_listed(const struct event *event)
{
    return event->fields[FIELD_DATE].length > 0 && windows_backup_event_has_words(event);
}

/* What forwards events may leave their numbers out. */
static enum milestone_mark mark_of_words(const struct event *event)
{
    static const struct {
        const char *words;
        enum milestone_mark mark;
    } forms[] = {
        {"The backup operation has started", MARK_START},
        {"The backup operation has finished successfully", MARK_SUCCEEDED},
        {"has completed with errors", MARK_WARNINGS},
        {"has failed to start", MARK_NOT_STARTED},
        {"has failed", MARK_FAILED},
        {"The backup operation was canceled", MARK_FAILED},
    };
    struct span message = span_trim(event->fields[FIELD_MESSAGE]);
    struct span provider = event->fields[FIELD_PROVIDER];
    if (!span_starts_with_ignoring_case(message, span_of("The backup operation ")) ||
        (provider.length > 0 ? !is_of_source(provider, 0) : !is_listed(event)))
        return MARK_NONE;
    for (size_t i = 0; i < COUNT_OF(forms); i++)
        if (word_search_contains(message, span_of(forms[i].words)))
            return forms[i].mark;
    return MARK_NONE;
}

enum milestone_mark windows_backup_event_mark(const struct event *event)
{
    return event->fields[FIELD_EVENT].length > 0 ? mark_of_number(event) : mark_of_words(event);
}

bool windows_backup_event_may_be_start(const struct event *event)
{
    uint32_t number = 0;
    return event->fields[FIELD_PROVIDER].length == 0 &&
           code_notation_read_id(event->fields[FIELD_EVENT], &number) && number == 1;
}
