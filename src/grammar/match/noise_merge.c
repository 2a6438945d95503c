/* Most records of an engine log are harmless traces that no rule waits for: 9 of 10 lines need no
 * more than their columns, a look whether the prefilter met anything in them, and their level. Told
 * one by one, a log took a quarter more instructions (callgrind, -j1). */
#include "grammar/match/matcher_private.h"

#include "grammar/dialect.h"

static bool is_taken_by(const struct rule_index *rule_index, const struct rule_list *list,
                        struct span level)
{
    for (size_t i = 0; i < list->count; i++)
        if (rule_takes_level(&rule_index->dialect->rules[list->rules[i]], level))
            return true;
    return false;
}

/* The rule that takes what is left at `level`, if that is harmless and no rule is tried always. */
static const struct rule *rule_of_level(const struct rule_index *rule_index, struct span level)
{
    if (is_taken_by(rule_index, &rule_index->always, level))
        return NULL;
    for (size_t i = 0; i < rule_index->rest.count; i++) {
        const struct rule *rule = &rule_index->dialect->rules[rule_index->rest.rules[i]];
        if (rule_takes_level(rule, level))
            return rule->verdict == VERDICT_NOISE ? rule : NULL;
    }
    return NULL;
}

void noise_merge_prepare(struct matcher *matcher)
{
    const struct columns *columns = &matcher->rule_index->dialect->columns;
    for (size_t i = 0; i < columns->count; i++)
        for (size_t word = 0; word < columns->list[i].word_count; word++)
            matcher->crowd_rules[word] =
                rule_of_level(matcher->rule_index, columns->list[i].words[word]);
}

static bool has_hits(struct matcher *matcher, size_t line)
{
    const struct line *place = &matcher->block->lines[line];
    size_t end = (size_t)place->start + place->length;
    while (matcher->hit_at < matcher->hit_count &&
           matcher->hits[matcher->hit_at].end <= place->start)
        matcher->hit_at++;
    return matcher->hit_at < matcher->hit_count && matcher->hits[matcher->hit_at].end <= end;
}

/* Whether the line is of the crowd; its rule for `*rule`, if it is the first. */
static bool joins(struct matcher *matcher, size_t line, const struct rule **rule)
{
    const struct line_layout *head = &matcher->reader.heads[line];
    if (!head->is_record || head->is_settled || head->may_hold_another ||
        head->place.word == COLUMN_NO_WORD)
        return false;
    const struct rule *own = head->known ? head->known : matcher->crowd_rules[head->place.word];
    if (own == NULL || (head->known == NULL && has_hits(matcher, line)))
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
    /* The block's first record comes alone: it tells when the block begins. */
    if (!reader->last->is_known)
        return false;
    while (line < count && joins(matcher, line, &rule) &&
           (line + 1 == count || reader->heads[line + 1].is_record))
        line++;
    if (line == event->line)
        return false;
    event->fields = record_reader_move(reader, line - 1)->fields;
    record_reader_keep(reader);
    event->line_count = event->record_count = (uint32_t)(line - event->line);
    event->class = rule->verdict;
    event->rule = rule->name;
    event->is_record = true;
    event->text =
        span_slice(matcher->block->text, matcher->block->lines[event->line].start,
                   matcher->block->lines[line - 1].start + matcher->block->lines[line - 1].length);
    matcher->is_behind_noise = true;
    return true;
}
