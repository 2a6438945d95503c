/* The grammar loader: any text gives either a fault that names a line of the file, or a dialect. A
 * dialect whose author declares no fast paths gives the same events for its own samples with and
 * without the prefilter, and each line of them belongs to one record. */
#include "fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "grammar/match/matcher.h"
#include "grammar/match/sample_check.h"
#include "input/encoding/line_index.h"

enum { MOST_STEPS = 2000, MOST_EVENTS = 256 };

static struct limits small_limits(void)
{
    struct limits limits = limits_default();
    limits.max_regex_steps = MOST_STEPS;
    return limits;
}

/* Checks that the fault reads "fuzz.yaml:LINE: ..." and that the file has that line. */
static void check_fault(const struct fault *fault, struct span text)
{
    unsigned long line = 0;
    char separator = 0;
    if (fault->kind == FAULT_MEMORY)
        return;
    MUST_HOLD(fault->kind == FAULT_GRAMMAR);
    MUST_HOLD(sscanf(fault->text, "fuzz.yaml:%lu:%c", &line, &separator) == 2 && separator == ' ');
    unsigned long lines = 1;
    for (size_t i = 0; i < text.length; i++)
        lines += text.bytes[i] == '\n' || text.bytes[i] == '\r';
    MUST_HOLD(line >= 1 && line <= lines + 1);
}

static void ignore_violation(void *context, const char *sentence)
{
    MUST_HOLD(context == NULL && strncmp(sentence, "fuzz.yaml:", 10) == 0);
}

struct grammar_events {
    struct event events[MOST_EVENTS];
    size_t count;
    uint64_t lines;
    bool hit_step_limit;
};

static bool collect_event(void *context, const struct event *event)
{
    struct grammar_events *seen = context;
    seen->lines += event->line_count;
    seen->hit_step_limit |= event->limited_rule_count > 0;
    if (seen->count < MOST_EVENTS)
        seen->events[seen->count++] = *event;
    return true;
}

static void match(struct grammar_events *seen, const struct dialect *dialect,
                  const struct block *block, bool uses_fast_paths)
{
    struct limits limits = small_limits();
    struct fault fault = {0};
    *seen = (struct grammar_events){0};
    struct rule_index *rule_index = rule_index_open(dialect, NULL, uses_fast_paths, &fault);
    MUST_HOLD(rule_index != NULL);
    struct matcher *matcher = matcher_open(rule_index, &limits, NULL, &fault);
    MUST_HOLD(matcher != NULL);
    MUST_HOLD(matcher_match(matcher, block, /* is_first= */ true, /* may_merge= */ false,
                            collect_event, seen, &fault));
    MUST_HOLD(seen->lines == block->line_count);
    matcher_close(matcher);
    rule_index_close(rule_index);
}

static bool declares_fast_paths(const struct dialect *dialect)
{
    for (size_t i = 0; i < dialect->rule_count; i++)
        if (dialect->rules[i].shape_count > 0 || dialect->rules[i].quick_count > 0)
            return true;
    return dialect->source->columns != NULL;
}

static void check_matching(const struct dialect *dialect, struct span text)
{
    static struct grammar_events fast;
    static struct grammar_events slow;
    struct line *lines = NULL;
    size_t capacity = 0;
    struct line_index list = {.lines = &lines, .capacity = &capacity};
    MUST_HOLD(line_index_find(text, 4096, &list, NULL));
    struct block block = {.text = text, .lines = lines, .line_count = list.count};
    match(&fast, dialect, &block, true);
    match(&slow, dialect, &block, false);
    bool is_comparable =
        !declares_fast_paths(dialect) && !fast.hit_step_limit && !slow.hit_step_limit;
    MUST_HOLD(!is_comparable || fast.count == slow.count);
    for (size_t i = 0; is_comparable && i < fast.count; i++) {
        MUST_HOLD(fast.events[i].class == slow.events[i].class);
        MUST_HOLD(fast.events[i].rule == slow.events[i].rule);
        MUST_HOLD(fast.events[i].line_count == slow.events[i].line_count);
    }
    memory_free(lines);
}

/* Returns the file's own samples and not_samples, a line each. The caller releases them. */
static struct buffer samples_text(const struct dialect *dialect)
{
    struct buffer text = {0};
    for (unsigned i = 0; i < dialect->source->rules_count; i++) {
        const struct rule_source *rule = &dialect->source->rules[i];
        for (unsigned j = 0; j < rule->samples_count; j++)
            buffer_append_format(&text, NULL, "%s\n", rule->samples[j].line);
        for (unsigned j = 0; j < rule->not_samples_count; j++)
            buffer_append_format(&text, NULL, "%s\n", rule->not_samples[j]);
    }
    return text;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct limits limits = small_limits();
    struct span text = {fuzz_copy(fuzz_span(data, size)), size};
    struct fault fault = {0};
    struct dialect *dialect = dialect_open("fuzz.yaml", text, &fault);
    if (dialect == NULL) {
        check_fault(&fault, text);
    } else {
        struct sample_check_result result;
        struct buffer samples = samples_text(dialect);
        MUST_HOLD(fault.kind == FAULT_NONE);
        MUST_HOLD(sample_check_run(dialect, &limits, ignore_violation, NULL, &result, &fault));
        check_matching(dialect, buffer_span(&samples));
        buffer_release(&samples);
        dialect_close(dialect);
    }
    free((char *)(uintptr_t)text.bytes);
    return 0;
}
