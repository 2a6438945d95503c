/* The prefilter, the columns and the quick patterns only make a run faster: with and without them
 * every text gives the same events. Tried on every sample of every grammar and on mutations of
 * them. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "engine/ruleset.h"
#include "input/encoding/line_index.h"
#include "text/utf8.h"

enum { MUTATIONS = 150, MOST_EVENTS = 64, TEXT_BYTES = 2048 };

struct seen {
    struct event events[MOST_EVENTS];
    struct span fields[MOST_EVENTS][FIELD_COUNT];
    size_t count;
};

static bool keep_event(void *context, const struct event *event)
{
    struct seen *seen = context;
    if (seen->count == MOST_EVENTS)
        return true;
    seen->events[seen->count] = *event;
    memcpy(seen->fields[seen->count++], event->fields, sizeof seen->fields[0]);
    return true;
}

/* One side of the comparison. */
struct side {
    struct ruleset ruleset;
    struct matcher *matcher;
    struct seen seen;
};

/* With shortcuts the first, without them the second. Returns how many dialects there are. */
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

static const struct dialect_source *take_dialect(struct side sides[2], size_t dialect,
                                                 const struct limits *limits)
{
    struct fault fault = {0};
    for (int i = 0; i < 2; i++) {
        matcher_close(sides[i].matcher);
        sides[i].matcher =
            matcher_open(ruleset_rulebook(&sides[i].ruleset, dialect, &fault), limits, &fault);
        cr_assert(sides[i].matcher != NULL, "%s", fault.text);
    }
    return sides[0].ruleset.dialects.dialects[dialect]->source;
}

static void match(struct side *side, const struct block *block, bool may_merge)
{
    struct fault fault = {0};
    side->seen.count = 0;
    cr_assert(
        matcher_match(side->matcher, block, true, may_merge, keep_event, &side->seen, &fault));
}

static bool is_same_span(struct span a, struct span b)
{
    return a.bytes == b.bytes && a.length == b.length;
}

/* Merged harmless records are as many as those that were told one by one, and all others the same.
 */
static void check_merged(const struct seen *merged, const struct seen *single, const char *text)
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
    static struct line lines[TEXT_BYTES];
    struct line *list_lines = lines;
    size_t capacity = TEXT_BYTES;
    struct line_index list = {.lines = &list_lines, .capacity = &capacity};
    struct fault fault = {0};
    struct span span = {text, length};
    if (utf8_valid_length(span) != length)
        return;
    cr_assert(line_index_find(span, TEXT_BYTES, &list, &fault));
    struct block block = {.text = span, .lines = lines, .line_count = list.count};
    match(&sides[0], &block, false);
    match(&sides[1], &block, false);
    check_same(sides, text);
    match(&sides[0], &block, true);
    if (sides[1].seen.count < MOST_EVENTS)
        check_merged(&sides[0].seen, &sides[1].seen, text);
}

static uint64_t next(uint64_t *state, uint64_t bound)
{
    *state = hash_mix(*state, 1);
    return *state % bound;
}

/* Changes a few places of `text`, which has room for a few bytes more; the new length. */
static size_t mutate(char *text, size_t length, uint64_t *state)
{
    static const char *const pieces[] = {
        "\t",   " ",    "\t\t",   ":",     ", ",       "0x80070005",
        "\n",   "\\",   "(",      ")",     "]",        "[0x1FC07]",
        "x",    "7",    "NORMAL", "FATAL", "error ",   "(ID: 34513)",
        "\"",   "C:\\", "=",      "：",    "12345678", "Failed: Hr: = [",
        "ＩＤ", "あ",   "-",      ".",     "/",        "SalLowDiskSpace"};
    for (uint64_t edits = 1 + next(state, 3); edits > 0 && length > 2; edits--) {
        size_t at = (size_t)next(state, length);
        const char *piece = pieces[next(state, sizeof pieces / sizeof *pieces)];
        size_t removed = (size_t)next(state, 4);
        removed = at + removed > length ? length - at : removed;
        if (length - removed + strlen(piece) >= TEXT_BYTES - 1)
            break;
        memmove(text + at + strlen(piece), text + at + removed, length - at - removed);
        memcpy(text + at, piece, strlen(piece));
        length += strlen(piece) - removed;
    }
    text[length] = '\0';
    return length;
}

static void compare_mutations(struct side sides[2], const char *sample, uint64_t *state)
{
    static char text[TEXT_BYTES];
    size_t length = strlen(sample);
    if (length >= TEXT_BYTES - 1)
        return;
    compare(sides, sample, length);
    for (int i = 0; i < MUTATIONS; i++) {
        memcpy(text, sample, length + 1);
        compare(sides, text, mutate(text, length, state));
    }
}

#define PREFIX(pid, time, component, source, pointer, job, level)                                  \
    pid "\t0974\t08/04\t" time "\t" component "\t" source "\t" pointer "\t" job "\t\t" level "\t"
#define USUAL(level)                                                                               \
    PREFIX("0AB0", "13:16:29.206", "18", "mtffile.cpp(1372)", "[0000000053582120]",                \
           "11111111-2222-3333-4444-555555555555", level)
#define HUNDRED                                                                                    \
    "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhhhhhhhiiiiiiiiiijj" \
    "jjjjjjjj"

/* Where shortcuts end. */
static const char *const borders[] = {
    USUAL("WARNING") "Failed: Hr: = [0x80070005] BackupRead failed on file(D:\\a (2)",
    USUAL("WARNING") "Failed: Hr: = [0x80070005] BackupRead failed on file(D:\\a(b)c)",
    USUAL("WARNING") "Failed: Hr: = [0x80070005] BackupRead failed on file(D:\\a))",
    USUAL("WARNING") "Failed: Hr: = [0x80070005] BackupRead failed on file(D:\\a )",
    USUAL("WARNING") "Failed: Hr: = [0x80070005] BackupRead failed on file(D:\\a) ",
    USUAL("WARNING") "Failed: Hr: = [0x8007000] BackupRead failed on file(D:\\a)",
    USUAL("WARNING") "Failed: Hr: = [0x800700055] BackupRead failed on file(D:\\a)",
    USUAL("WARNING") "Failed: Hr: = [0x80070005] Backup-Read failed on file(D:\\a)",
    USUAL("WARNING") "Failed: Hr: = [0x80070005] BackupRead failed on file(D:\\a:stream)",
    USUAL("NORMAL") "Failed: Hr: = [0x80070005] BackupRead failed on file(D:\\a)",
    USUAL("NORMALX") "x",
    USUAL("TRACE") "x",
    USUAL("") "x",
    USUAL("NORMAL"),
    USUAL("NORMAL") "Backup Progress: Prebackup started.",
    PREFIX("123456789", "13:16:29.206", "18", "a.cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.2060", "18", "a.cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "3:16:29.206", "18", "a.cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:1:629.206", "18", "a.cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:2:.206", "18", "a.cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.20a", "18", "a.cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29/206", "18", "a.cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "12345", "a.cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "1a", "a.cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "18", "a.cpp()", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "18", "a(b).cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "18", "a b.cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "18", "ä.cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "18", HUNDRED "(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "18", HUNDRED "k(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "18", "a.cpp(1)", "[1234567]", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "18", "a.cpp(1)", "[12345678901234567]", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "18", "a.cpp(1)", "", "11111111-2222-3333-4444-55555555555",
           "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "18", "a.cpp(1)", "", "11111111-2222-3333-44445555555555555",
           "NORMAL") "x",
    "0x80070005, C:\\a\\b,",
    "0x80070005, C:\\a\\b ",
    "0x80070005, C:\\a;",
    "0x80070005, C:\\a=",
    "0x80070005, C:\\",
    "0x80070005, C:\\a\\b:s",
    "0x80070005, C:\\it's x.docx",
    "0x80070005, C:\\it' x",
    "0x80070005, E:\\'\\",
    "0x8007000g, C:\\x",
    "0x800700055, C:\\x",
    "0x80070005,  C:\\x",
    "0x80070005\tC:\\x",
    "C:\\x\t0x80070005",
    "C:\\x=\t0x80070005",
    "C:\\x error\t0x80070005",
    "C:\\x \t0x80070005",
    "C:\\x\t0x80070005 ",
    "1:\\x\t0x80070005",
    "C:\\a 12345",
    "C:\\a 80070005",
    "C:\\a error 5",
    "C:\\error.txt",
    "C:\\a.",
    "C:\\a - b.",
    "C:\\a： b",
    "C:\\a, Access is denied.",
    "C:\\a 0x5",
    "C:\\a/b",
    "C:\\a [x]",
    "C:\\C0000005",
};

Test(engine_shortcuts, end_where_patterns_say_otherwise)
{
    static struct side sides[2];
    struct limits limits = limits_default();
    size_t dialects = open_sides(sides, &limits);
    for (size_t i = 0; i < dialects; i++) {
        take_dialect(sides, i, &limits);
        for (size_t j = 0; j < sizeof borders / sizeof *borders; j++)
            compare(sides, borders[j], strlen(borders[j]));
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
        const struct dialect_source *source = take_dialect(sides, i, &limits);
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

/* Any line of the dialect's grammar. */
static const char *random_line(const struct dialect_source *source, uint64_t *state)
{
    for (;;) {
        const struct rule_source *rule = &source->rules[next(state, source->rules_count)];
        if (next(state, 4) == 0)
            return borders[next(state, sizeof borders / sizeof *borders)];
        if (rule->samples_count > 0 && next(state, 3) > 0)
            return rule->samples[next(state, rule->samples_count)].line;
        if (rule->not_samples_count > 0)
            return rule->not_samples[next(state, rule->not_samples_count)];
    }
}

/* A line may leave something behind for the next ones. */
Test(engine_shortcuts, give_the_same_events_in_blocks_of_many_lines)
{
    static struct side sides[2];
    struct limits limits = limits_default();
    uint64_t state = 20260101;
    size_t dialects = open_sides(sides, &limits);
    for (size_t i = 0; i < dialects; i++) {
        const struct dialect_source *source = take_dialect(sides, i, &limits);
        for (int round = 0; source->rules_count > 0 && round < 1000; round++) {
            static char text[TEXT_BYTES];
            size_t length = 0;
            for (;;) {
                const char *line = random_line(source, &state);
                if (length + strlen(line) + 1 >= TEXT_BYTES)
                    break;
                length += (size_t)sprintf(text + length, "%s\n", line);
            }
            compare(sides, text, length);
        }
    }
    close_sides(sides);
}
