/* The fast paths only make a run faster: with and without them, every text gives the same events.
 * Tried with every sample of every grammar and with mutations of them. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "engine/ruleset.h"
#include "input/encoding/line_index.h"
#include "support/shortcut_texts.h"
#include "text/utf8.h"

enum { MUTATIONS = 150, MAX_SEEN_EVENTS = 64 };

struct event_trace {
    struct event events[MAX_SEEN_EVENTS];
    struct span fields[MAX_SEEN_EVENTS][FIELD_COUNT];
    size_t count;
};

static bool keep_event(void *context, const struct event *event)
{
    struct event_trace *seen = context;
    if (seen->count == MAX_SEEN_EVENTS)
        return true;
    seen->events[seen->count] = *event;
    memcpy(seen->fields[seen->count++], event->fields, sizeof seen->fields[0]);
    return true;
}

/* One side of the comparison. */
struct side {
    struct ruleset ruleset;
    struct matcher *matcher;
    struct event_trace seen;
};

/* Opens the first side with fast paths, the second without. Returns the number of dialects. */
static size_t open_sides(struct side sides[2], const struct limits *limits)
{
    struct fault fault = {0};
    for (int i = 0; i < 2; i++) {
        sides[i].ruleset.without_prefilter = i == 1;
        cr_assert(ruleset_open(&sides[i].ruleset, NULL, 0, NULL, 0, limits, &fault), "%s",
                  fault.text);
    }
    return sides[0].ruleset.dialects.count;
}

static void close_sides(struct side sides[2])
{
    for (int i = 0; i < 2; i++) {
        matcher_close(sides[i].matcher);
        ruleset_close(&sides[i].ruleset);
    }
}

static const struct dialect_source *open_dialect(struct side sides[2], size_t dialect,
                                                 const struct limits *limits)
{
    struct fault fault = {0};
    for (int i = 0; i < 2; i++) {
        matcher_close(sides[i].matcher);
        sides[i].matcher = matcher_open(ruleset_rule_index(&sides[i].ruleset, dialect, &fault),
                                        limits, NULL, &fault);
        cr_assert(sides[i].matcher != NULL, "%s", fault.text);
    }
    return sides[0].ruleset.dialects.dialects[dialect]->source;
}

static void match(struct side *side, const struct block *block, bool may_merge)
{
    struct fault fault = {0};
    side->seen.count = 0;
    cr_assert(matcher_match(side->matcher, block, /* is_first= */ true, may_merge, keep_event,
                            &side->seen, &fault));
}

static bool is_same_span(struct span a, struct span b)
{
    return a.bytes == b.bytes && a.length == b.length;
}

/* Checks that merged harmless records are as many as those reported one by one, and all others the
 * same. */
static void check_merged(const struct event_trace *merged, const struct event_trace *single,
                         const char *text)
{
    size_t next = 0;
    for (size_t i = 0; i < merged->count; i++) {
        const struct event *event = &merged->events[i];
        uint32_t lines = 0;
        do {
            cr_assert(lt(sz, next, single->count), "%s", text);
            cr_assert(eq(int, single->events[next].class, event->class), "%s", text);
            struct span step = single->fields[next][FIELD_STEP];
            cr_assert(step.length == 0 || is_same_span(step, merged->fields[i][FIELD_STEP]), "%s",
                      text);
            lines += single->events[next++].line_count;
        } while (lines < event->line_count);
        cr_assert(eq(u32, lines, event->line_count), "%s", text);
        cr_assert(event->record_count <= 1 || event->class == VERDICT_NOISE, "%s", text);
    }
}

static void check_same(const struct side sides[2], const char *text)
{
    cr_assert(eq(sz, sides[0].seen.count, sides[1].seen.count), "%s", text);
    for (size_t i = 0; i < sides[0].seen.count; i++) {
        const struct event *a = &sides[0].seen.events[i];
        const struct event *b = &sides[1].seen.events[i];
        cr_assert(eq(int, a->class, b->class), "%s", text);
        cr_assert(eq(str, (char *)(a->rule ? a->rule : "-"), (char *)(b->rule ? b->rule : "-")),
                  "%s", text);
        cr_assert(eq(u32, a->literal, b->literal), "%s", text);
        cr_assert(eq(u32, a->line_count, b->line_count), "%s", text);
        cr_assert(eq(int, a->is_record, b->is_record), "%s", text);
        for (size_t field = 0; field < FIELD_COUNT; field++)
            cr_assert(is_same_span(sides[0].seen.fields[i][field], sides[1].seen.fields[i][field]),
                      "field %zu of %s", field, text);
    }
}

static void compare(struct side sides[2], const char *text, size_t length)
{
    static struct line lines[SHORTCUT_TEXT_BYTES];
    struct line *list_lines = lines;
    size_t capacity = SHORTCUT_TEXT_BYTES;
    struct line_index list = {.lines = &list_lines, .capacity = &capacity};
    struct fault fault = {0};
    struct span span = {text, length};
    if (utf8_valid_length(span) != length)
        return;
    cr_assert(line_index_find(span, SHORTCUT_TEXT_BYTES, &list, &fault));
    struct block block = {.text = span, .lines = lines, .line_count = list.count};
    match(&sides[0], &block, false);
    match(&sides[1], &block, false);
    check_same(sides, text);
    match(&sides[0], &block, true);
    if (sides[1].seen.count < MAX_SEEN_EVENTS)
        check_merged(&sides[0].seen, &sides[1].seen, text);
}

static void compare_mutations(struct side sides[2], const char *sample, uint64_t *state)
{
    static char text[SHORTCUT_TEXT_BYTES];
    size_t length = strlen(sample);
    if (length >= SHORTCUT_TEXT_BYTES - 1)
        return;
    compare(sides, sample, length);
    for (int i = 0; i < MUTATIONS; i++) {
        memcpy(text, sample, length + 1);
        compare(sides, text, shortcut_texts_mutate(text, length, state));
    }
}

Test(engine_shortcuts, end_where_patterns_give_something_else)
{
    static struct side sides[2];
    struct limits limits = limits_default();
    size_t dialects = open_sides(sides, &limits);
    for (size_t i = 0; i < dialects; i++) {
        open_dialect(sides, i, &limits);
        for (size_t j = 0; shortcut_texts[j] != NULL; j++)
            compare(sides, shortcut_texts[j], strlen(shortcut_texts[j]));
    }
    close_sides(sides);
}

Test(engine_shortcuts, give_the_events_that_patterns_give)
{
    static struct side sides[2];
    struct limits limits = limits_default();
    uint64_t state = 20240721;
    size_t samples = 0;
    size_t dialects = open_sides(sides, &limits);
    for (size_t i = 0; i < dialects; i++) {
        const struct dialect_source *source = open_dialect(sides, i, &limits);
        for (unsigned rule = 0; rule < source->rules_count; rule++) {
            for (unsigned j = 0; j < source->rules[rule].samples_count; j++, samples++)
                compare_mutations(sides, source->rules[rule].samples[j].line, &state);
            for (unsigned j = 0; j < source->rules[rule].not_samples_count; j++, samples++)
                compare_mutations(sides, source->rules[rule].not_samples[j], &state);
        }
    }
    cr_assert(gt(sz, samples, 100));
    close_sides(sides);
}

/* Returns a sample of the dialect, or one of shortcut_texts. */
static const char *random_line(const struct dialect_source *source, uint64_t *state)
{
    size_t text_count = 0;
    while (shortcut_texts[text_count] != NULL)
        text_count++;
    for (;;) {
        const struct rule_source *rule =
            &source->rules[shortcut_texts_draw(state, source->rules_count)];
        if (shortcut_texts_draw(state, 4) == 0)
            return shortcut_texts[shortcut_texts_draw(state, text_count)];
        if (rule->samples_count > 0 && shortcut_texts_draw(state, 3) > 0)
            return rule->samples[shortcut_texts_draw(state, rule->samples_count)].line;
        if (rule->not_samples_count > 0)
            return rule->not_samples[shortcut_texts_draw(state, rule->not_samples_count)];
    }
}

/* A line may leave state that affects the next ones. */
Test(engine_shortcuts, give_the_same_events_in_blocks_of_many_lines)
{
    static struct side sides[2];
    struct limits limits = limits_default();
    uint64_t state = 20260101;
    size_t dialects = open_sides(sides, &limits);
    for (size_t i = 0; i < dialects; i++) {
        const struct dialect_source *source = open_dialect(sides, i, &limits);
        for (int round = 0; source->rules_count > 0 && round < 1000; round++) {
            static char text[SHORTCUT_TEXT_BYTES];
            size_t length = 0;
            for (;;) {
                const char *line = random_line(source, &state);
                if (length + strlen(line) + 1 >= SHORTCUT_TEXT_BYTES)
                    break;
                length += (size_t)sprintf(text + length, "%s\n", line);
            }
            compare(sides, text, length);
        }
    }
    close_sides(sides);
}
