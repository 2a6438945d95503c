#include "grammar/dialect_set.h"

#include <string.h>

#include "base/memory.h"
#include "input/structured/record_titles.h"

enum {
    /* The lines at the head of a log that are tried: enough to get past a bundle's own headings. */
    HEAD_LINES = 200,
    /* The share of the lines that are not blank that a dialect must fit unless the log's name
     * matches: damaged logs pass, texts that quote a line or two do not. */
    MIN_SHARE_PERCENT = 20,
    /* The worth of a name that matches, in percent of the lines. */
    NAME_BONUS_PERCENT = 40
};

static const char last_resort[] = "text"; /* the name of a dialect */

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

/* The attempt to match a log with the patterns of the dialects. */
struct detection {
    struct pattern_scratch *scratch;
    bool hit_step_limit; /* one of the patterns did */
};

static bool fits(const struct pattern *pattern, struct span text, struct detection *detection)
{
    if (pattern == NULL)
        return false;
    enum pattern_result result = pattern_match(pattern, detection->scratch, text, NULL);
    detection->hit_step_limit = detection->hit_step_limit || result == PATTERN_STEP_LIMIT;
    return result == PATTERN_MATCH;
}

struct head_lines {
    struct span lines[HEAD_LINES];
    size_t count;
};

static void collect_head_lines(const struct block *head, struct head_lines *lines)
{
    for (size_t i = 0; i < head->line_count && lines->count < HEAD_LINES; i++) {
        const struct line *line = &head->lines[i];
        struct span text = span_slice(head->text, line->start, line->start + line->length);
        if (span_trim(text).length > 0 && !record_titles_is_marked(text))
            lines->lines[lines->count++] = text;
    }
}

static size_t percent_of_lines(const struct pattern *pattern, const struct head_lines *head,
                               struct detection *detection)
{
    size_t hits = 0;
    for (size_t i = 0; pattern != NULL && i < head->count; i++)
        hits += fits(pattern, head->lines[i], detection);
    return head->count ? hits * 100 / head->count : 0;
}

/* Returns the percentage of head lines that only this dialect has, plus the bonus of the log's
 * name. */
static size_t score_dialect(const struct dialect *dialect, const struct log *log,
                            const struct head_lines *head, struct detection *detection)
{
    bool is_named = fits(dialect->names, span_of(log->name), detection);
    size_t percent = percent_of_lines(dialect->detect, head, detection);
    if (is_named || log->named_directly) {
        size_t likely = percent_of_lines(dialect->likely, head, detection);
        percent = likely > percent ? likely : percent;
    }
    if (is_named)
        return percent + NAME_BONUS_PERCENT;
    return percent >= MIN_SHARE_PERCENT ? percent : 0;
}

struct dialect_choice dialect_set_choose(const struct dialect_set *set, const struct log *log,
                                         const struct block *head, struct pattern_scratch *scratch)
{
    struct head_lines lines = {.count = 0};
    collect_head_lines(head, &lines);
    const struct dialect *text = dialect_set_find(set, last_resort);
    struct dialect_choice choice = {0};
    struct detection detection = {.scratch = scratch};
    size_t best_score = 0;
    for (size_t i = 0; i < set->count; i++) {
        const struct dialect *dialect = set->dialects[i];
        size_t score = dialect == text ? 0 : score_dialect(dialect, log, &lines, &detection);
        if (score > best_score) {
            choice.dialect = dialect;
            best_score = score;
        }
        if (detection.hit_step_limit && choice.limited == NULL)
            choice.limited = dialect;
    }
    if (choice.dialect == NULL && text != NULL &&
        (log->named_directly || fits(text->names, span_of(log->name), &detection)))
        choice.dialect = text;
    return choice;
}
