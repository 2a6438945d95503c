/* Most records of an engine log are harmless traces that no rule waits for: 9 of 10 lines need no
 * more than their columns, a look whether the prefilter met anything in them, and their level. Told
 * one by one they took 7 % more instructions (callgrind, -j1). */
#include "grammar/matching.h"

#include "grammar/dialect.h"

static bool is_taken_by(const struct rulebook *rulebook, const struct rule_list *list,
                        struct span level)
{
    for (size_t i = 0; i < list->count; i++)
        if (rule_takes_level(&rulebook->dialect->rules[list->rules[i]], level))
            return true;
    return false;
}

/* The rule that takes what is left at `level`, if that is harmless and no rule is tried always. */
static const struct rule *rule_of_level(const struct rulebook *rulebook, struct span level)
{
    if (is_taken_by(rulebook, &rulebook->always, level))
        return NULL;
    for (size_t i = 0; i < rulebook->rest.count; i++) {
        const struct rule *rule = &rulebook->dialect->rules[rulebook->rest.rules[i]];
        if (rule_takes_level(rule, level))
            return rule->verdict == VERDICT_NOISE ? rule : NULL;
    }
    return NULL;
}

/* The same, remembered: levels come in long runs. */
static const struct rule *crowd_rule(struct matcher *matcher, struct span level)
{
    if (level.length == 0 || !span_equals(level, matcher->crowd_level)) {
        matcher->crowd_level = level;
        matcher->crowd_rule = rule_of_level(matcher->rulebook, level);
    }
    return matcher->crowd_rule;
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

/* Whether the line is of the crowd, and `*rule` takes it as the lines before it. */
static bool joins(struct matcher *matcher, size_t line, const struct rule **rule)
{
    const struct reading *reading = reader_peek(&matcher->reader, line);
    if (!reading->is_record || !reading->has_only_columns || reading->rest > 0 ||
        has_hits(matcher, line))
        return false;
    const struct rule *own = crowd_rule(matcher, reading->fields[FIELD_LEVEL]);
    if (own == NULL || (*rule != NULL && own != *rule))
        return false;
    *rule = own;
    return true;
}

bool matching_crowd(struct matcher *matcher, struct event *event)
{
    struct reader *reader = &matcher->reader;
    size_t count = matcher->block->line_count;
    const struct rule *rule = NULL;
    size_t line = event->line;
    /* The block's first record comes alone: it tells when the block begins. */
    if (!reader->last->is_known)
        return false;
    while (line < count && joins(matcher, line, &rule)) {
        const struct reading *reading = reader_move(reader, line);
        if (line + 1 < count && !reader_is_record(reader, line + 1))
            break;
        event->fields = reading->fields;
        reader_keep(reader);
        line++;
    }
    if (line == event->line)
        return false;
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
