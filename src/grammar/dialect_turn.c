#include "grammar/dialect_turn.h"

#include "grammar/record_dialect.h"

static bool fits(const struct pattern *pattern, struct pattern_scratch *scratch, struct span line)
{
    return pattern != NULL && pattern_match(pattern, scratch, line, NULL) == PATTERN_MATCH;
}

/* Returns the first dialect that finds the line anywhere; set->count if none does. */
static size_t find_anywhere(const struct dialect_set *set, struct pattern_scratch *scratch,
                            struct span line)
{
    size_t i = 0;
    while (i < set->count && !fits(set->dialects[i]->anywhere, scratch, line))
        i++;
    return i;
}

bool dialect_turn_is_anywhere(const struct dialect_set *set, struct pattern_scratch *scratch,
                              struct span line)
{
    pattern_scratch_begin(scratch, line.length);
    return find_anywhere(set, scratch, line) < set->count;
}

size_t dialect_turn_of_line(const struct dialect_set *set, struct pattern_scratch *scratch,
                            struct span line, size_t previous, size_t usual)
{
    if (line.length == 0)
        return previous;
    pattern_scratch_begin(scratch, line.length);
    const struct dialect *record_dialect = record_dialect_of_line(set, line);
    if (record_dialect != NULL)
        return record_dialect->index;
    size_t anywhere = find_anywhere(set, scratch, line);
    if (anywhere < set->count)
        return anywhere;
    const struct dialect *last = set->dialects[previous];
    bool goes_on = last->anywhere != NULL && fits(last->continuation, scratch, line);
    return goes_on ? previous : usual;
}
