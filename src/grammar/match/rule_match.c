#include "grammar/match/rule_match.h"

#include <string.h>

#include "grammar/match/matcher_private.h"
#include "grammar/match/noise_cache.h"
#include "grammar/match/prefilter.h"
#include "grammar/match/step_limit.h"

/* Inserts `rule` in order, once. */
static void add_candidate(struct matcher *matcher, uint32_t rule)
{
    size_t at = matcher->candidate_count;
    while (at > 0 && matcher->candidates[at - 1] > rule)
        at--;
    if (at > 0 && matcher->candidates[at - 1] == rule)
        return;
    memmove(matcher->candidates + at + 1, matcher->candidates + at,
            (matcher->candidate_count - at) * sizeof *matcher->candidates);
    matcher->candidates[at] = rule;
    matcher->candidate_count++;
}

static void add_candidates(struct matcher *matcher, const struct rule_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        add_candidate(matcher, list->rules[i]);
}

/* Collects the rules that may fit the record, by the prefilter's hits inside it. Both hits and
 * records come in order: one walk over both. */
static void collect_candidates(struct matcher *matcher, const struct event *event)
{
    const struct rule_index *rule_index = matcher->rule_index;
    size_t start = (size_t)(event->text.bytes - matcher->block->text.bytes);
    size_t end = start + event->text.length;
    while (matcher->next_hit < matcher->hit_count && matcher->hits[matcher->next_hit].end <= start)
        matcher->next_hit++;
    matcher->candidate_count = 0;
    for (; matcher->next_hit < matcher->hit_count && matcher->hits[matcher->next_hit].end <= end;
         matcher->next_hit++)
        add_candidates(matcher,
                       &rule_index->rules_of_literal[matcher->hits[matcher->next_hit].literal]);
    add_candidates(matcher,
                   rule_index->uses_fast_paths ? &rule_index->always : &rule_index->patterns);
}

static void apply_rule(struct event *event, const struct rule *rule)
{
    event->class = rule->verdict;
    event->fact = rule->fact;
    event->repeats = rule->repeats;
    event->rule = rule->name;
    event->is_otherwise = rule->is_otherwise;
}

/* Returns the text that rules are matched against: the message, and the lines that continue the
 * record. */
static struct span subject_of(const struct event *event)
{
    struct span message = event->fields[FIELD_MESSAGE];
    if (!event->is_record || message.bytes == NULL)
        return event->text;
    if (event->line_count == 1)
        return message;
    const char *end = event->text.bytes + event->text.length;
    return (struct span){.bytes = message.bytes, .length = (size_t)(end - message.bytes)};
}

static bool try_fast_path(struct matcher *matcher, const struct rule *rule, struct span subject)
{
    struct shape_match match;
    for (size_t i = 0; i < rule->shape_count; i++)
        if (shape_find(&rule->shapes[i], subject, &match)) {
            shape_fields(&rule->shapes[i], subject, &match, matcher->captures);
            return true;
        }
    for (size_t i = 0; i < rule->quick_count; i++)
        if (pattern_match(rule->quick[i], matcher->patterns, subject, matcher->captures) ==
            PATTERN_MATCH)
            return true;
    return false;
}

/* Tells whether the evidence for the dialect is enough for the rule, or the record brings its own.
 */
static enum pattern_result match_given(struct matcher *matcher, const struct rule *rule,
                                       const struct event *event)
{
    const struct pattern *detect = matcher->rule_index->dialect->detect;
    if (dialect_rule_is_given(rule, matcher->evidence))
        return PATTERN_MATCH;
    if (detect == NULL)
        return PATTERN_NO_MATCH;
    return pattern_match(detect, matcher->patterns, event->text, NULL);
}

static enum pattern_result match_rule(struct matcher *matcher, const struct rule *rule,
                                      const struct event *event)
{
    enum pattern_result given = match_given(matcher, rule, event);
    if (given != PATTERN_MATCH)
        return given;
    if (matcher->rule_index->uses_fast_paths && try_fast_path(matcher, rule, event->body))
        return PATTERN_MATCH;
    return pattern_match(rule->pattern, matcher->patterns, event->body, matcher->captures);
}

/* Makes `captures` the fields of the event, for a rule to add its own. */
static void own_fields(struct matcher *matcher, struct event *event)
{
    if (event->fields == matcher->captures)
        return;
    memcpy(matcher->captures, event->fields, sizeof matcher->captures);
    matcher->captured_shape = NULL;
    event->fields = matcher->captures;
}

static void apply_resolved(struct matcher *matcher, const struct resolved_line *resolved,
                           struct event *event)
{
    shape_fields(resolved->shape, event->body, &resolved->match, matcher->captures);
    apply_rule(event, &matcher->rule_index->dialect->rules[0]);
}

bool rule_match_list_entry(struct matcher *matcher, struct event *event)
{
    const struct dialect *dialect = matcher->rule_index->dialect;
    const struct resolved_line *resolved = prefilter_resolved_line(matcher, event->line);
    if (resolved == NULL || dialect->record != NULL ||
        dialect->rules[0].verdict != VERDICT_FAILED_FILE)
        return false;
    if (matcher->captured_shape != resolved->shape) /* a shape always sets the same fields */
        memset(matcher->captures, 0, sizeof matcher->captures);
    matcher->captured_shape = resolved->shape;
    event->fields = matcher->captures;
    event->body = event->text;
    apply_resolved(matcher, resolved, event);
    matcher->is_after_noise = false;
    return true;
}

/* The level of the record, empty for one in a language of which the dialect does not know the
 * words: that tells nothing. */
static struct span known_level(const struct dialect *dialect, struct span level)
{
    if (dialect->source->level_words_count == 0 || level.length == 0)
        return level;
    for (size_t i = 0; i < dialect->rule_count; i++)
        if (dialect->rules[i].level_count > 0 &&
            dialect_rule_takes_level(&dialect->rules[i], level))
            return level;
    return span_slice(level, 0, 0);
}

/* Returns the first candidate that fits the record, or NULL. */
static const struct rule *try_candidates(struct matcher *matcher, struct event *event)
{
    const struct dialect *dialect = matcher->rule_index->dialect;
    struct span level = known_level(dialect, event->fields[FIELD_LEVEL]);
    for (size_t i = 0; i < matcher->candidate_count; i++) {
        uint32_t number = matcher->candidates[i];
        const struct rule *rule = &dialect->rules[number];
        if (!dialect_rule_takes_level(rule, level))
            continue;
        own_fields(matcher, event);
        enum pattern_result result = match_rule(matcher, rule, event);
        if (result == PATTERN_MATCH)
            return rule;
        if (result == PATTERN_STEP_LIMIT)
            step_limit_note_rule(matcher, event, number);
    }
    return NULL;
}

void rule_match_apply(struct matcher *matcher, struct event *event)
{
    const struct rule *cached_rule = matcher->reader.layouts[event->line].cached_rule;
    const struct resolved_line *resolved = prefilter_resolved_line(matcher, event->line);
    event->body = subject_of(event);
    if (resolved != NULL) {
        own_fields(matcher, event);
        apply_resolved(matcher, resolved, event);
        return;
    }
    if (cached_rule != NULL) {
        apply_rule(event, cached_rule);
        return;
    }
    collect_candidates(matcher, event);
    const struct rule *rule = try_candidates(matcher, event);
    if (rule == NULL && event->is_record && event->limited_rule_count == 0)
        rule = rule_index_rest_at(matcher->rule_index, event->fields[FIELD_LEVEL]);
    if (rule == NULL)
        return;
    apply_rule(event, rule);
    noise_cache_store(matcher, event, rule);
}
