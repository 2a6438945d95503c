#include "grammar/dialect_set.h"

#include <string.h>

#include "base/memory.h"
#include "grammar/dialect_evidence.h"

/* A dialect is close to the chosen one if this part of the lines fits it: a fifth. */
enum { CLOSE_SHARE = 5 };

bool dialect_set_add(struct dialect_set *set, struct dialect *dialect, struct fault *fault)
{
    for (size_t i = 0; i < set->count; i++) {
        if (strcmp(set->dialects[i]->name, dialect->name) == 0) {
            dialect_close(set->dialects[i]);
            dialect->index = i;
            set->dialects[i] = dialect;
            return true;
        }
    }
    void *dialects = set->dialects;
    if (!memory_reserve(&dialects, &set->capacity, set->count + 1, sizeof *set->dialects, fault)) {
        dialect_close(dialect);
        return false;
    }
    set->dialects = dialects;
    dialect->index = set->count;
    set->dialects[set->count++] = dialect;
    return true;
}

void dialect_set_release(struct dialect_set *set)
{
    for (size_t i = 0; i < set->count; i++)
        dialect_close(set->dialects[i]);
    memory_free(set->dialects);
    *set = (struct dialect_set){0};
}

const struct dialect *dialect_set_find(const struct dialect_set *set, const char *name)
{
    for (size_t i = 0; i < set->count; i++)
        if (strcmp(set->dialects[i]->name, name) == 0)
            return set->dialects[i];
    return NULL;
}

/* Notes that the lines fit the dialect, too, if they fit it better than those noted before. */
static void note_close(struct reading *close, const struct dialect *dialect,
                       const struct reading *reading)
{
    if (reading->fitting_lines * CLOSE_SHARE < reading->head_lines ||
        reading->fitting_lines <= close->close_lines)
        return;
    close->close = dialect->name;
    close->close_lines = reading->fitting_lines;
    close->close_against_lines = reading->against_lines;
}

/* Finds the dialect that the log's name speaks for and nearly all its lines fit: what has no name
 * cannot weigh more, and most logs of a large bundle have one. False if there is none. */
static bool find_certain(const struct dialect_set *set, const struct log *log,
                         const struct head_lines *lines, struct evidence_search *search,
                         struct dialect_choice *choice)
{
    for (size_t i = 0; i < set->count && log->name[0] != '\0'; i++) {
        const struct dialect *dialect = set->dialects[i];
        struct reading reading;
        if (dialect_evidence_fits(dialect->names, span_of(log->name), search) &&
            dialect_evidence_weigh(dialect, log, lines, search, &reading) >= CERTAIN_EVIDENCE) {
            choice->dialect = dialect;
            choice->reading = reading;
            return true;
        }
    }
    return false;
}

struct dialect_choice dialect_set_choose(const struct dialect_set *set, const struct log *log,
                                         const struct block *head, struct pattern_scratch *scratch)
{
    struct head_lines lines;
    dialect_evidence_collect_lines(head, &lines);
    const struct dialect *text = dialect_set_find(set, LAST_RESORT_DIALECT);
    struct dialect_choice choice = {.reading.head_lines = (uint8_t)lines.count};
    struct evidence_search search = {.scratch = scratch};
    struct reading close = {.close = NULL};
    size_t best_weight = 0;
    pattern_scratch_begin(scratch, head->text.length);
    if (find_certain(set, log, &lines, &search, &choice))
        return choice;
    for (size_t i = 0; i < set->count; i++) {
        const struct dialect *dialect = set->dialects[i];
        struct reading reading = {.reason = READING_LAST_RESORT};
        size_t weight =
            dialect == text ? 0 : dialect_evidence_weigh(dialect, log, &lines, &search, &reading);
        if (weight > best_weight) {
            if (choice.dialect != NULL)
                note_close(&close, choice.dialect, &choice.reading);
            choice.dialect = dialect;
            choice.reading = reading;
            best_weight = weight;
        } else {
            note_close(&close, dialect, &reading);
        }
        if (search.hit_step_limit && choice.limited == NULL)
            choice.limited = dialect;
    }
    if (choice.dialect == NULL && text != NULL &&
        (log->named_directly || dialect_evidence_fits(text->names, span_of(log->name), &search)))
        choice.dialect = text;
    choice.reading.close = close.close;
    choice.reading.close_lines = close.close_lines;
    choice.reading.close_against_lines = close.close_against_lines;
    return choice;
}

bool dialect_set_has_name(const struct dialect_set *set, struct span name,
                          struct pattern_scratch *scratch)
{
    struct evidence_search search = {.scratch = scratch};
    for (size_t i = 0; i < set->count; i++)
        if (dialect_evidence_fits(set->dialects[i]->names, name, &search))
            return true;
    return false;
}
