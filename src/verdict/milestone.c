#include "verdict/milestone.h"

#include "base/count_of.h"
#include "verdict/channel_event.h"
#include "verdict/windows_backup_event.h"

static const char *const phase_names[PHASE_COUNT] = {
#define PHASE_NAME(id, name, ...) [PHASE_##id] = name,
    JOB_PHASES(PHASE_NAME)
#undef PHASE_NAME
};

const char *milestone_phase_name(enum job_phase phase)
{
    return phase_names[phase];
}

const char *milestone_phase_title(enum job_phase phase, enum language language)
{
    static const char *const titles[PHASE_COUNT][LANGUAGE_COUNT] = {
#define PHASE_TITLE(id, ...) [PHASE_##id] = LANGUAGE_TEXTS(__VA_ARGS__),
        JOB_PHASES(PHASE_TITLE)
#undef PHASE_TITLE
    };
    return language_text(titles[phase], language);
}

static const struct milestone no_milestone = {.phase = PHASE_COUNT};

static struct span without_full_stop(struct span text)
{
    text = span_trim(text);
    while (text.length > 0 && text.bytes[text.length - 1] == '.')
        text = span_trim(span_slice(text, 0, text.length - 1));
    return text;
}

/* The milestone at the phase called `name`. */
static struct milestone at_phase(enum milestone_mark mark, struct span name)
{
    struct milestone milestone = {.mark = MARK_OTHER, .phase = PHASE_COUNT};
    name = span_trim(name);
    for (int phase = 0; phase < PHASE_COUNT; phase++) {
        if (span_equals_ignoring_case(name, span_of(phase_names[phase]))) {
            milestone.mark = mark;
            milestone.phase = (enum job_phase)phase;
        }
    }
    return milestone;
}

struct milestone milestone_of_step(struct span step)
{
    static const struct {
        const char *before;
        const char *after;
        enum milestone_mark mark;
    } forms[] = {
        {"", " started", MARK_START}, {"", " finished", MARK_END}, {"", " finsihed", MARK_END},
        {"Start: ", "", MARK_START},  {"End: ", "", MARK_END},
    };
    step = without_full_stop(step);
    if (span_equals_ignoring_case(step, span_of("Succeeded")))
        return (struct milestone){.mark = MARK_SUCCEEDED, .phase = PHASE_COUNT};
    if (span_equals_ignoring_case(step, span_of("Failed")))
        return (struct milestone){.mark = MARK_FAILED, .phase = PHASE_COUNT};
    for (size_t i = 0; i < COUNT_OF(forms); i++) {
        struct span before = span_of(forms[i].before);
        struct span after = span_of(forms[i].after);
        if (span_starts_with_ignoring_case(step, before) &&
            span_ends_with_ignoring_case(step, after) &&
            before.length + after.length <= step.length)
            return at_phase(forms[i].mark,
                            span_slice(step, before.length, step.length - after.length));
    }
    return (struct milestone){.mark = step.length > 0 ? MARK_OTHER : MARK_NONE,
                              .phase = PHASE_COUNT};
}

static struct milestone milestone_of_symbol(struct span symbol)
{
    static const struct {
        const char *symbol;
        enum milestone_mark mark;
    } events[] = {
        {"BACKUP_START_EVENT", MARK_START},
        {"BACKUP_SUCCESS_STOP_EVENT", MARK_SUCCEEDED},
        {"BACKUP_WARNING_STOP_EVENT", MARK_WARNINGS},
        {"BACKUP_ERROR_STOP_EVENT", MARK_FAILED},
        {"SCHEDULE_BACKUP_FAILED_EVENT", MARK_NOT_STARTED},
    };
    for (size_t i = 0; i < COUNT_OF(events); i++)
        if (span_equals_ignoring_case(symbol, span_of(events[i].symbol)))
            return (struct milestone){
                .mark = events[i].mark, .phase = PHASE_COUNT, .is_event = true};
    return no_milestone;
}

/* Reads "Failed: Hr: = [0x80780054] Offline Backup Progress: Failed", or any failure in the module
 * that logs the phases. */
static struct milestone milestone_of_failure(const struct event *event)
{
    static const char progress[] = "Backup Progress: ";
    static const char module[] = "backupasync.cpp(";
    size_t at = span_find(event->text, span_of(progress));
    if (at < event->text.length)
        return milestone_of_step(
            span_slice(event->text, at + sizeof progress - 1, event->text.length));
    if (!span_starts_with_ignoring_case(event->fields[FIELD_SOURCE], span_of(module)))
        return no_milestone;
    return (struct milestone){.mark = MARK_BROKEN, .phase = PHASE_COUNT};
}

bool milestone_is_version(const struct event *event)
{
    return event->class == VERDICT_NOISE && event->fields[FIELD_GOOD].length > 0 &&
           event->fields[FIELD_STATE].length == 0;
}

struct milestone milestone_of_event(const struct event *event, bool is_failure)
{
    if (event->fields[FIELD_STEP].length > 0) {
        struct milestone milestone = milestone_of_step(event->fields[FIELD_STEP]);
        /* "Data transfer failed": the words made the grammar call it a failure. */
        if (is_failure && milestone.mark == MARK_OTHER)
            milestone.mark = MARK_FAILED;
        return milestone;
    }
    if (milestone_is_version(event))
        return (struct milestone){.mark = MARK_SUCCEEDED,
                                  .phase = PHASE_COUNT,
                                  .is_event = true,
                                  .is_of_windows = true,
                                  .is_version = true};
    enum milestone_mark mark = windows_backup_event_mark(event);
    if (mark != MARK_NONE)
        return (struct milestone){
            .mark = mark, .phase = PHASE_COUNT, .is_event = true, .is_of_windows = true};
    struct span symbol = channel_event_symbol(event);
    if (symbol.length > 0) {
        struct milestone milestone = milestone_of_symbol(symbol);
        milestone.may_be_of_windows =
            milestone.mark == MARK_START && windows_backup_event_may_be_start(event);
        if (milestone.mark != MARK_NONE)
            return milestone;
    }
    return is_failure && event->fields[FIELD_JOB].length > 0 ? milestone_of_failure(event)
                                                             : no_milestone;
}
