#include "grammar/matcher.h"

#include <string.h>

#include "base/memory.h"
#include "grammar/pattern.h"
#include "grammar/reading.h"
#include "grammar/rulebook.h"
#include "grammar/scanner.h"
#include "grammar/statement.h"

struct matcher {
    const struct rulebook *rulebook;
    struct pattern_scratch *patterns;
    struct scanner_scratch *scans;
    struct reader reader;
    uint32_t *candidates; /* rules to try on a record, in their order */
    size_t candidate_count;
    struct span captures[FIELD_COUNT]; /* the fields of a record and of the rule that it fits */
    /* Of the block at hand. */
    const struct block *block;
    const struct scanner_hit *hits;
    size_t hit_count;
    size_t hit_at;
    size_t record_hits;   /* the first hit of the record at hand; hit_at is behind its last */
    bool is_behind_noise; /* nothing but lines without a prefix since a harmless record */
};

struct matcher *matcher_open(const struct rulebook *rulebook, const struct limits *limits,
                             struct fault *fault)
{
    struct matcher *matcher = memory_allocate(1, sizeof *matcher, fault);
    if (matcher == NULL)
        return NULL;
    matcher->rulebook = rulebook;
    matcher->patterns = pattern_scratch_open(limits->max_regex_steps, fault);
    matcher->scans = scanner_scratch_open(rulebook->scanner, fault);
    matcher->candidates =
        memory_allocate(rulebook->dialect->rule_count, sizeof *matcher->candidates, fault);
    matcher->reader = (struct reader){.dialect = rulebook->dialect,
                                      .patterns = matcher->patterns,
                                      .uses_columns = rulebook->has_shortcuts};
    if (matcher->patterns != NULL && matcher->scans != NULL && matcher->candidates != NULL)
        return matcher;
    matcher_close(matcher);
    return NULL;
}

void matcher_close(struct matcher *matcher)
{
    if (matcher == NULL)
        return;
    pattern_scratch_close(matcher->patterns);
    scanner_scratch_close(matcher->scans);
    memory_free(matcher->candidates);
    memory_free(matcher);
}

static bool fits(struct matcher *matcher, const struct pattern *pattern, struct span text)
{
    return pattern != NULL &&
           pattern_match(pattern, matcher->patterns, text, NULL) == PATTERN_MATCH;
}

/* A name that is never closed must not swallow what comes behind it. */
enum { MAX_WRAPPED_LINES = 1 };

/* Lengthens the record `event` by the lines that go on with it. */
static void take_continuations(struct matcher *matcher, struct event *event)
{
    const struct dialect *dialect = matcher->rulebook->dialect;
    size_t next = event->line + 1;
    for (; next < matcher->block->line_count; next++) {
        struct span text = reader_line(&matcher->reader, next);
        if (span_trim(text).length == 0 || reader_is_record(&matcher->reader, next))
            break;
        if (!fits(matcher, dialect->continuation, text) &&
            (next > (size_t)event->line + MAX_WRAPPED_LINES ||
             !fits(matcher, dialect->unfinished, reader_line(&matcher->reader, next - 1))))
            break;
        const char *end = text.bytes + text.length;
        event->text.length = (size_t)(end - event->text.bytes);
    }
    event->line_count = (uint32_t)next - event->line;
}

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
    const struct rulebook *rulebook = matcher->rulebook;
    size_t start = (size_t)(event->text.bytes - matcher->block->text.bytes);
    size_t end = start + event->text.length;
    while (matcher->hit_at < matcher->hit_count && matcher->hits[matcher->hit_at].end <= start)
        matcher->hit_at++;
    matcher->record_hits = matcher->hit_at;
    matcher->candidate_count = 0;
    for (; matcher->hit_at < matcher->hit_count && matcher->hits[matcher->hit_at].end <= end;
         matcher->hit_at++) {
        uint32_t literal = matcher->hits[matcher->hit_at].literal;
        if (literal < rulebook->rule_literal_count)
            add_candidates(matcher, &rulebook->wanting[literal]);
    }
    add_candidates(matcher, rulebook->has_shortcuts ? &rulebook->always : &rulebook->patterns);
}

/* The first known message among the record's hits that it really says. What is harmless says
 * nothing, and a failed file speaks for itself: its path may hold any words. */
static void find_message(const struct matcher *matcher, struct event *event)
{
    const struct rulebook *rulebook = matcher->rulebook;
    size_t record_start = (size_t)(event->text.bytes - matcher->block->text.bytes);
    size_t record_end = record_start + event->text.length;
    bool is_harmless = event->class == VERDICT_NOISE;
    if (is_harmless || event->class == VERDICT_FAILED_FILE || event->is_doubtful)
        return;
    for (size_t i = matcher->record_hits; i < matcher->hit_at; i++) {
        uint32_t literal = matcher->hits[i].literal;
        if (literal < rulebook->rule_literal_count)
            continue;
        uint32_t message = literal - (uint32_t)rulebook->rule_literal_count;
        size_t start = 0;
        size_t end = 0;
        if (message < event->literal &&
            scanner_confirm(rulebook->scanner, matcher->block->text, matcher->hits[i], &start,
                            &end) &&
            start >= record_start && end <= record_end &&
            statement_is_made(event->text, start - record_start, end - record_start))
            event->literal = message;
    }
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

static enum pattern_result match_rule(struct matcher *matcher, const struct rule *rule,
                                      struct span subject)
{
    for (size_t i = 0; matcher->rulebook->has_shortcuts && i < rule->quick_count; i++)
        if (pattern_match(rule->quick[i], matcher->patterns, subject, matcher->captures) ==
            PATTERN_MATCH)
            return PATTERN_MATCH;
    return pattern_match(rule->pattern, matcher->patterns, subject, matcher->captures);
}

/* The first candidate that fits takes the record. */
static void try_candidates(struct matcher *matcher, struct event *event)
{
    const struct dialect *dialect = matcher->rulebook->dialect;
    struct span level = event->fields[FIELD_LEVEL];
    for (size_t i = 0; i < matcher->candidate_count; i++) {
        const struct rule *rule = &dialect->rules[matcher->candidates[i]];
        if (!rule_takes_level(rule, level))
            continue;
        if (event->fields != matcher->captures) {
            memcpy(matcher->captures, event->fields, sizeof matcher->captures);
            event->fields = matcher->captures;
        }
        enum pattern_result result = match_rule(matcher, rule, event->body);
        if (result == PATTERN_MATCH) {
            apply_rule(event, rule);
            return;
        }
        event->gave_up = event->gave_up || result == PATTERN_GAVE_UP;
    }
}

static void apply_rules(struct matcher *matcher, struct event *event)
{
    const struct rulebook *rulebook = matcher->rulebook;
    try_candidates(matcher, event);
    if (event->rule != NULL || !event->is_record || event->gave_up)
        return;
    for (size_t i = 0; i < rulebook->rest.count; i++) {
        const struct rule *rule = &rulebook->dialect->rules[rulebook->rest.rules[i]];
        if (rule_takes_level(rule, event->fields[FIELD_LEVEL])) {
            apply_rule(event, rule);
            return;
        }
    }
}

/* Managed code writes one exception as several records with equal prefixes: the later ones go on
 * with the first. */
static bool has_equal_prefix(const struct span *a, const struct span *b)
{
    static const enum event_field prefix[] = {FIELD_PID,  FIELD_TID,    FIELD_DATE,
                                              FIELD_TIME, FIELD_SOURCE, FIELD_LEVEL};
    for (size_t i = 0; i < sizeof prefix / sizeof *prefix; i++)
        if (!span_equals(a[prefix[i]], b[prefix[i]]))
            return false;
    return a[FIELD_TIME].length > 0;
}

static void settle_unmatched(struct matcher *matcher, struct event *event, bool is_first)
{
    const struct reading *last = matcher->reader.last;
    bool is_unmatched = event->rule == NULL && event->literal == EVENT_NO_LITERAL;
    if (!is_unmatched || event->gave_up)
        return;
    bool may_repeat =
        event->is_record && fits(matcher, matcher->rulebook->dialect->repeating, event->text);
    if (may_repeat && last->is_known) {
        if (has_equal_prefix(event->fields, last->fields))
            event->class = VERDICT_FRAME;
    } else if (may_repeat) {
        event->may_continue = !is_first;
    } else if (!event->is_record && !is_first && !last->is_known &&
               fits(matcher, matcher->rulebook->dialect->continuation, event->text)) {
        event->class = VERDICT_FRAME;
    }
}

/* A line without a prefix right behind a harmless record may be the rest of its message. */
static void doubt(const struct matcher *matcher, struct event *event)
{
    bool has_only_words = event->class == VERDICT_UNPARSED || event->class == VERDICT_FINDING;
    event->is_doubtful = !event->is_record && matcher->is_behind_noise && has_only_words;
    if (event->is_doubtful)
        event->class = VERDICT_UNPARSED;
}

static void match_record(struct matcher *matcher, struct event *event, bool is_first)
{
    const struct reading *reading = reader_move(&matcher->reader, event->line);
    event->fields = reading->fields;
    event->is_record = reading->is_record;
    event->gave_up = reading->gave_up;
    if (event->is_record)
        take_continuations(matcher, event);
    event->body = subject_of(event);
    collect_candidates(matcher, event);
    apply_rules(matcher, event);
    doubt(matcher, event);
    find_message(matcher, event);
    settle_unmatched(matcher, event, is_first);
    matcher->is_behind_noise =
        event->is_record ? event->class == VERDICT_NOISE : event->is_doubtful;
    if (event->is_record)
        reader_keep(&matcher->reader);
}

bool matcher_match(struct matcher *matcher, const struct block *block, bool is_first,
                   event_receiver receiver, void *context, struct fault *fault)
{
    matcher->block = block;
    matcher->hit_at = 0;
    matcher->is_behind_noise = false;
    reader_start(&matcher->reader, block);
    if (!scanner_scan(matcher->rulebook->scanner, matcher->scans, block->text, &matcher->hits,
                      &matcher->hit_count, fault))
        return false;
    static const struct span no_fields[FIELD_COUNT];
    for (size_t line = 0; line < block->line_count;) {
        struct event event = {.fields = no_fields,
                              .class = VERDICT_UNPARSED,
                              .line = (uint32_t)line,
                              .line_count = 1,
                              .literal = EVENT_NO_LITERAL,
                              .text = reader_line(&matcher->reader, line)};
        if (span_trim(event.text).length == 0) {
            event.class = VERDICT_FRAME;
            matcher->is_behind_noise = false;
        } else {
            match_record(matcher, &event, is_first);
        }
        if (!receiver(context, &event))
            return false;
        line += event.line_count;
    }
    return true;
}

const struct span *matcher_last_record(const struct matcher *matcher)
{
    return matcher->reader.last->is_known ? matcher->reader.last->fields : NULL;
}
