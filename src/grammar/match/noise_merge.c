#include "grammar/match/noise_merge.h"

#include <assert.h>

#include "grammar/match/matcher_private.h"

static bool any_takes_level(const struct rule_index *rule_index, const struct rule_list *list,
                            struct span level)
{
    for (size_t i = 0; i < list->count; i++)
        if (dialect_rule_takes_level(&rule_index->dialect->rules[list->rules[i]], level))
            return true;
    return false;
}

/* Returns the rule that takes what is left at `level`; NULL if that is not harmless, or if a rule
 * must be tried on every record of the level. */
static const struct rule *rule_of_level(const struct rule_index *rule_index, struct span level)
{
    if (any_takes_level(rule_index, &rule_index->always, level))
        return NULL;
    const struct rule *rule = rule_index_rest_at(rule_index, level);
    return rule != NULL && rule->verdict == VERDICT_NOISE ? rule : NULL;
}

void noise_merge_prepare(struct matcher *matcher)
{
    const struct columns *columns = &matcher->rule_index->dialect->columns;
    for (size_t i = 0; i < columns->count; i++)
        for (size_t word = 0; word < columns->list[i].word_count; word++)
            matcher->noise_rules[word] =
                rule_of_level(matcher->rule_index, columns->list[i].words[word]);
}

static bool has_hits(struct matcher *matcher, size_t index)
{
    const struct line *line = &matcher->block->lines[index];
    size_t end = (size_t)line->start + line->length;
    while (matcher->next_hit < matcher->hit_count &&
           matcher->hits[matcher->next_hit].end <= line->start)
        matcher->next_hit++;
    return matcher->next_hit < matcher->hit_count && matcher->hits[matcher->next_hit].end <= end;
}

/* True if the line can be merged. Sets `*rule` to its rule if that is NULL. */
static bool is_mergeable(struct matcher *matcher, size_t line, const struct rule **rule)
{
    const struct line_layout *layout = &matcher->reader.layouts[line];
    if (!layout->is_record || layout->resolved > 0 || layout->may_hold_another ||
        layout->columns.word == COLUMN_NO_WORD)
        return false;
    const struct rule *own =
        layout->cached_rule ? layout->cached_rule : matcher->noise_rules[layout->columns.word];
    if (own == NULL || (layout->cached_rule == NULL && has_hits(matcher, line)))
        return false;
    if (*rule == NULL)
        *rule = own;
    return true;
}

bool noise_merge(struct matcher *matcher, struct event *event)
{
    struct record_reader *reader = &matcher->reader;
    size_t count = matcher->block->line_count;
    const struct rule *rule = NULL;
    size_t line = event->line;
    /* The block's first record is not merged: its time is the beginning of the block. */
    if (!reader->last->is_valid)
        return false;
    while (line < count && is_mergeable(matcher, line, &rule) &&
           (line + 1 == count || reader->layouts[line + 1].is_record))
        line++;
    if (line == event->line)
        return false;
    event->fields = record_reader_advance(reader, line - 1)->fields;
    record_reader_set_last(reader);
    event->line_count = event->record_count = (uint32_t)(line - event->line);
    assert(rule->verdict == VERDICT_NOISE);
    event->class = rule->verdict;
    event->rule = rule->name;
    event->is_record = true;
    event->text =
        span_slice(matcher->block->text, matcher->block->lines[event->line].start,
                   matcher->block->lines[line - 1].start + matcher->block->lines[line - 1].length);
    matcher->is_after_noise = true;
    return true;
}
