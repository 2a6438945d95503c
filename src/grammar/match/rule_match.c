/* Which rule takes a record, and which message it says. */
#include "grammar/match/matcher_private.h"

#include <string.h>

#include "grammar/dialect.h"
#include "grammar/search/phrase_context.h"

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

/* Collects from the prefilter's hits inside the record which rules it may fit. Hits come in the
 * order of their ends, records in the order of lines: one walk over both. */
static void collect_candidates(struct matcher *matcher, const struct event *event)
{
    const struct rule_index *rule_index = matcher->rule_index;
    size_t start = (size_t)(event->text.bytes - matcher->block->text.bytes);
    size_t end = start + event->text.length;
    while (matcher->hit_at < matcher->hit_count && matcher->hits[matcher->hit_at].end <= start)
        matcher->hit_at++;
    matcher->candidate_count = 0;
    for (; matcher->hit_at < matcher->hit_count && matcher->hits[matcher->hit_at].end <= end;
         matcher->hit_at++)
        add_candidates(matcher, &rule_index->wanting[matcher->hits[matcher->hit_at].literal]);
    add_candidates(matcher,
                   rule_index->has_shortcuts ? &rule_index->always : &rule_index->patterns);
}

/* Messages are looked for in the records that are left: of 3 million records of a busy engine log
 * these are some thousands, and a scan of everything for hundreds of words cost a quarter of the
 * run. What is harmless or a heading says nothing, and a failed file speaks for itself: its path
 * may hold any words. */
bool matcher_find_message(struct matcher *matcher, struct event *event, struct fault *fault)
{
    struct lazy_scanner *late = matcher->rule_index->messages;
    struct scanner_hit *hits = NULL;
    size_t count = 0;
    bool is_mute = event->class == VERDICT_NOISE || event->class == VERDICT_FRAME;
    if (late == NULL || is_mute || event->class == VERDICT_FAILED_FILE || event->is_doubtful)
        return true;
    const struct literal_scanner *messages = lazy_scanner_get(late, fault);
    if (messages != NULL && matcher->message_scans == NULL)
        matcher->message_scans = literal_scanner_scratch_open(messages, fault);
    if (matcher->message_scans == NULL ||
        !literal_scanner_scan(messages, matcher->message_scans, event->text, &hits, &count, fault))
        return false;
    for (size_t i = 0; i < count; i++) {
        size_t start = 0;
        size_t end = 0;
        if (hits[i].literal < event->literal &&
            literal_scanner_confirm(messages, event->text, hits[i], &start, &end) &&
            phrase_is_asserted(event->text, start, end))
            event->literal = hits[i].literal;
    }
    return true;
}

static void apply_rule(struct event *event, const struct rule *rule)
{
    event->class = rule->verdict;
    event->rule = rule->name;
}

/* What the rules look at: the message and all that follows it. */
static struct span subject_of(const struct event *event)
{
    struct span message = event->fields[FIELD_MESSAGE];
    if (!event->is_record || message.bytes == NULL)
        return event->text;
    const char *end = event->text.bytes + event->text.length;
    return (struct span){.bytes = message.bytes, .length = (size_t)(end - message.bytes)};
}

static bool take_shortcut(struct matcher *matcher, const struct rule *rule, struct span subject)
{
    struct shape_place place;
    for (size_t i = 0; i < rule->shape_count; i++)
        if (shape_find(&rule->shapes[i], subject, &place)) {
            shape_fields(&rule->shapes[i], subject, &place, matcher->captures);
            return true;
        }
    for (size_t i = 0; i < rule->quick_count; i++)
        if (pattern_match(rule->quick[i], matcher->patterns, subject, matcher->captures) ==
            PATTERN_MATCH)
            return true;
    return false;
}

static enum pattern_result match_rule(struct matcher *matcher, const struct rule *rule,
                                      const struct event *event)
{
    if (matcher->rule_index->has_shortcuts && take_shortcut(matcher, rule, event->body))
        return PATTERN_MATCH;
    return pattern_match(rule->pattern, matcher->patterns, event->body, matcher->captures);
}

static void capture(struct matcher *matcher, struct event *event)
{
    if (event->fields == matcher->captures)
        return;
    memcpy(matcher->captures, event->fields, sizeof matcher->captures);
    matcher->captured = NULL;
    event->fields = matcher->captures;
}

/* What prefilter_scan has settled: the first rule takes it. */
static void take_settled(struct matcher *matcher, struct event *event)
{
    const struct resolved_line *resolved = &matcher->resolved[matcher->settled_at++];
    shape_fields(resolved->shape, event->body, &resolved->place, matcher->captures);
    apply_rule(event, &matcher->rule_index->dialect->rules[0]);
}

bool match_list_entry(struct matcher *matcher, struct event *event)
{
    const struct dialect *dialect = matcher->rule_index->dialect;
    if (!matcher->reader.heads[event->line].is_settled || dialect->record != NULL ||
        dialect->rules[0].verdict != VERDICT_FAILED_FILE)
        return false;
    /* A shape always sets the same fields. */
    const struct shape *shape = matcher->resolved[matcher->settled_at].shape;
    if (matcher->captured != shape)
        memset(matcher->captures, 0, sizeof matcher->captures);
    matcher->captured = shape;
    event->fields = matcher->captures;
    event->body = event->text;
    take_settled(matcher, event);
    matcher->is_behind_noise = false;
    return true;
}

/* The first candidate that fits the record, or NULL. */
static const struct rule *try_candidates(struct matcher *matcher, struct event *event)
{
    const struct dialect *dialect = matcher->rule_index->dialect;
    struct span level = event->fields[FIELD_LEVEL];
    for (size_t i = 0; i < matcher->candidate_count; i++) {
        const struct rule *rule = &dialect->rules[matcher->candidates[i]];
        if (!rule_takes_level(rule, level))
            continue;
        capture(matcher, event);
        enum pattern_result result = match_rule(matcher, rule, event);
        if (result == PATTERN_MATCH)
            return rule;
        if (result == PATTERN_STEP_LIMIT)
            step_limit_note(matcher, event, rule->name);
    }
    return NULL;
}

/* The rule that takes what is left at the record's level, or NULL. */
static const struct rule *rule_of_rest(const struct rule_index *rule_index,
                                       const struct event *event)
{
    for (size_t i = 0; i < rule_index->rest.count; i++) {
        const struct rule *rule = &rule_index->dialect->rules[rule_index->rest.rules[i]];
        if (rule_takes_level(rule, event->fields[FIELD_LEVEL]))
            return rule;
    }
    return NULL;
}

void rule_match_apply(struct matcher *matcher, struct event *event)
{
    const struct line_layout *head = &matcher->reader.heads[event->line];
    event->body = subject_of(event);
    if (head->is_settled) {
        capture(matcher, event);
        take_settled(matcher, event);
        return;
    }
    if (head->known != NULL) {
        apply_rule(event, head->known);
        return;
    }
    collect_candidates(matcher, event);
    const struct rule *rule = try_candidates(matcher, event);
    if (rule == NULL && event->is_record && event->gave_up == 0)
        rule = rule_of_rest(matcher->rule_index, event);
    if (rule == NULL)
        return;
    apply_rule(event, rule);
    noise_cache_store(matcher, event, rule);
}
