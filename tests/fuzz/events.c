#include "fuzz/events.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "fuzz/fuzz.h"
#include "fuzz/sides.h"
#include "input/encoding/decoder.h"
#include "verdict/verdict.h"

enum { MOST_EVENTS = 4096 };

struct event_check {
    const struct block *block;
    const struct catalog *catalog;
    struct event events[MOST_EVENTS];
    struct span fields[MOST_EVENTS][FIELD_COUNT];
    size_t count;
    uint64_t lines;
    uint64_t by_class[VERDICT_CLASS_COUNT];
};

static void check_lent(const struct block *block, struct span part)
{
    if (part.length == 0)
        return;
    MUST_HOLD(part.bytes >= block->text.bytes &&
              part.bytes + part.length <= block->text.bytes + block->text.length);
}

static void check_verdict(const struct event_check *seen, const struct event *event)
{
    struct verdict verdict;
    MUST_HOLD(verdict_classify(seen->catalog, event, /* scratch= */ NULL, &verdict, NULL));
    const struct span parts[] = {verdict.path, verdict.operation, verdict.job, verdict.source,
                                 verdict.host, verdict.text,      verdict.body};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        check_lent(seen->block, parts[i]);
    if (event->fields[FIELD_EVENT].length == 0)
        check_lent(seen->block, verdict.symbol);
    MUST_HOLD(verdict.class < VERDICT_CLASS_COUNT);
    MUST_HOLD(verdict.class != VERDICT_FAILED_FILE || verdict.path.length > 0);
    MUST_HOLD((verdict.class == VERDICT_FINDING) <= verdict.has_error);
    MUST_HOLD(verdict.line_count == event->line_count);
}

/* A record that begins on the previous record's line counts only its further lines. */
static bool check_event(void *context, const struct event *event)
{
    struct event_check *seen = context;
    MUST_HOLD(event->record_count <= event->line_count);
    MUST_HOLD(event->line + (event->record_count == 0) == seen->lines);
    seen->lines += event->line_count;
    MUST_HOLD(seen->lines <= seen->block->line_count);
    seen->by_class[event->class] += event->record_count;
    seen->by_class[VERDICT_FRAME] += event->line_count - event->record_count;
    check_lent(seen->block, event->text);
    check_lent(seen->block, event->body);
    for (size_t i = 0; i < FIELD_COUNT; i++)
        check_lent(seen->block, event->fields[i]);
    check_verdict(seen, event);
    if (seen->count < MOST_EVENTS) {
        seen->events[seen->count] = *event;
        memcpy(seen->fields[seen->count++], event->fields, sizeof seen->fields[0]);
    }
    return true;
}

static void match(struct event_check *seen, size_t side, const char *name,
                  const struct block *block, bool is_first, bool may_merge)
{
    struct fault fault = {0};
    seen->block = block;
    seen->catalog = side_ruleset(side)->catalog;
    seen->count = 0;
    seen->lines = 0;
    memset(seen->by_class, 0, sizeof seen->by_class);
    MUST_HOLD(matcher_match(side_matcher(side, name), block, is_first, may_merge, check_event, seen,
                            &fault));
    MUST_HOLD(seen->lines == block->line_count);
}

static bool is_same_span(struct span a, struct span b)
{
    return a.length == b.length && (a.length == 0 || a.bytes == b.bytes);
}

static bool is_same_text(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static void check_same(const struct event_check *fast, const struct event_check *slow)
{
    MUST_HOLD(fast->count == slow->count);
    for (size_t i = 0; i < fast->count; i++) {
        const struct event *a = &fast->events[i];
        const struct event *b = &slow->events[i];
        MUST_HOLD(a->limited_rule_count == b->limited_rule_count || !a->limited_rule_count);
        if (b->limited_rule_count) /* a fast path may decide what a pattern took too long for */
            continue;
        MUST_HOLD(a->class == b->class && is_same_text(a->rule, b->rule));
        MUST_HOLD(a->line == b->line && a->line_count == b->line_count);
        MUST_HOLD(a->record_count == b->record_count && a->literal == b->literal);
        MUST_HOLD(a->is_record == b->is_record && a->is_doubtful == b->is_doubtful);
        MUST_HOLD(a->may_continue == b->may_continue);
        MUST_HOLD(is_same_span(a->text, b->text) && is_same_span(a->body, b->body));
        for (size_t field = 0; field < FIELD_COUNT; field++)
            MUST_HOLD(is_same_span(fast->fields[i][field], slow->fields[i][field]));
    }
}

/* Returns the lines from `first` up to, but not including, `end`; `lines` is their storage. */
static struct block part_of(const struct block *block, struct line *lines, size_t first, size_t end)
{
    size_t start = first < block->line_count ? block->lines[first].start : block->text.length;
    size_t stop = end < block->line_count ? block->lines[end].start : block->text.length;
    for (size_t i = first; i < end; i++)
        lines[i - first] =
            (struct line){block->lines[i].start - (uint32_t)start, block->lines[i].length};
    return (struct block){
        .text = span_slice(block->text, start, stop), .lines = lines, .line_count = end - first};
}

static void check_parts(struct event_check *seen, const char *name, const struct block *block)
{
    size_t cut = fuzz_choice(block->text, block->line_count + 1);
    struct line *lines = malloc((block->line_count + 1) * sizeof *lines);
    struct block part = part_of(block, lines, 0, cut);
    match(seen, WITH_FAST_PATHS, name, &part, true, true);
    part = part_of(block, lines, cut, block->line_count);
    match(seen, WITH_FAST_PATHS, name, &part, false, true);
    free(lines);
}

static void check_block(const char *name, const struct block *block)
{
    static struct event_check fast;
    static struct event_check slow;
    match(&fast, WITH_FAST_PATHS, name, block, true, false);
    match(&slow, WITHOUT_FAST_PATHS, name, block, true, false);
    check_same(&fast, &slow);
    match(&slow, WITH_FAST_PATHS, name, block, true, true);
    MUST_HOLD(memcmp(fast.by_class, slow.by_class, sizeof fast.by_class) == 0);
    check_parts(&slow, name, block);
}

void events_check(const char *name, struct span text)
{
    struct decoder decoder = {0};
    struct raw_chunk chunk = {.bytes = fuzz_copy(text), .length = text.length};
    struct block block;
    struct decoding counts;
    struct fault fault = {0};
    MUST_HOLD(encoding_by_name("UTF-8", &chunk.encoding, &fault));
    MUST_HOLD(decoder_decode(&decoder, &chunk, side_limits(), &block, &counts, &fault));
    char *exact = fuzz_copy(block.text);
    block.text.bytes = exact;
    check_block(name, &block);
    free(exact);
    free(chunk.bytes);
    decoder_release(&decoder);
}
