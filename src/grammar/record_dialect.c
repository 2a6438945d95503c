#include "grammar/record_dialect.h"

#include "input/structured/record_titles.h"

enum { MAX_RECORD_DIALECTS = 64 };

const struct dialect *record_dialect_of_line(const struct dialect_set *set, struct span line)
{
    if (!record_titles_is_marked(line))
        return NULL;
    line = span_slice(line, 1, line.length);
    struct span name = span_slice(line, 0, span_find_byte(line, '\t'));
    for (size_t i = 0; i < set->count; i++)
        if (span_equals(set->dialects[i]->titles.dialect, name))
            return set->dialects[i];
    return NULL;
}

const struct dialect *record_dialect_of_head(const struct dialect_set *set,
                                             const struct block *head, bool *is_most)
{
    size_t counts[MAX_RECORD_DIALECTS] = {0};
    size_t others = 0;
    const struct dialect *best = NULL;
    for (size_t i = 0; i < head->line_count; i++) {
        struct span line = span_slice(head->text, head->lines[i].start,
                                      (size_t)head->lines[i].start + head->lines[i].length);
        const struct dialect *dialect = record_dialect_of_line(set, line);
        if (dialect != NULL && dialect->index < MAX_RECORD_DIALECTS)
            counts[dialect->index]++;
        else
            others += span_trim(line).length > 0;
    }
    for (size_t i = 0; i < set->count && i < MAX_RECORD_DIALECTS; i++)
        if (counts[i] > 0 && (best == NULL || counts[i] > counts[best->index]))
            best = set->dialects[i];
    *is_most = best != NULL && counts[best->index] >= others;
    return best;
}
