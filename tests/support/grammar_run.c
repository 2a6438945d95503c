#include "support/grammar_run.h"

#include <criterion/criterion.h>
#include <stdio.h>

#include "base/embedded.h"
#include "base/memory.h"
#include "grammar/match/matcher.h"
#include "input/encoding/line_index.h"

struct dialect *grammar_built_in(const char *name)
{
    char file[64];
    struct fault fault = {0};
    snprintf(file, sizeof file, "grammars/%s.yaml", name);
    for (const struct embedded_file *at = embedded_files; at->name != NULL; at++) {
        if (span_equals(span_of(at->name), span_of(file))) {
            struct dialect *dialect = dialect_open(at->name, at->content, &fault);
            cr_assert(dialect != NULL, "%s", fault.text);
            return dialect;
        }
    }
    cr_assert(false, "no grammar %s", name);
    return NULL;
}

static bool collect_event(void *context, const struct event *event)
{
    struct grammar_run *run = context;
    if (run->count < RUN_EVENTS)
        run->events[run->count] = *event;
    run->count++;
    run->lines += event->line_count;
    return true;
}

void grammar_match(const struct dialect *dialect, struct span text,
                   const struct scanner_literal *messages, size_t message_count, bool is_first,
                   struct grammar_run *run)
{
    struct fault fault = {0};
    struct limits limits = limits_default();
    struct line *lines = NULL;
    size_t capacity = 0;
    struct line_index list = {.lines = &lines, .capacity = &capacity};
    cr_assert(line_index_find(text, limits.max_line_bytes, &list, &fault));
    struct block block = {.text = text, .lines = lines, .line_count = list.count};
    struct lazy_scanner scanner;
    lazy_scanner_prepare(&scanner, messages, message_count, /* uses_vectorscan= */ true);
    struct rule_index *rule_index =
        rule_index_open(dialect, &scanner, /* uses_fast_paths= */ true, &fault);
    struct matcher *matcher = matcher_open(rule_index, &limits, NULL, &fault);
    cr_assert(matcher != NULL, "%s", fault.text);
    *run = (struct grammar_run){.line_count = list.count};
    cr_assert(matcher_match(matcher, &block, is_first, /* may_merge= */ false, collect_event, run,
                            &fault),
              "%s", fault.text);
    matcher_close(matcher);
    rule_index_close(rule_index);
    lazy_scanner_release(&scanner);
    memory_free(lines);
}
