#include "grammar/match/matcher.h"

#include <string.h>

#include "base/memory.h"
#include "grammar/match/matcher_private.h"

/* Of a dialect, beside its rules: record or joined, continuation, unfinished, repeating. */
enum { OTHER_PATTERNS = 4 };

struct matcher *matcher_open(const struct rule_index *rule_index, const struct limits *limits,
                             struct fault *fault)
{
    struct matcher *matcher = memory_allocate(1, sizeof *matcher, fault);
    if (matcher == NULL)
        return NULL;
    matcher->rule_index = rule_index;
    matcher->patterns = pattern_scratch_open(limits->max_regex_steps, fault);
    matcher->scans = literal_scanner_scratch_open(rule_index->scanner, fault);
    matcher->candidates =
        memory_allocate(rule_index->dialect->rule_count, sizeof *matcher->candidates, fault);
    matcher->reader = (struct record_reader){.dialect = rule_index->dialect,
                                             .patterns = matcher->patterns,
                                             .uses_columns = rule_index->has_shortcuts};
    noise_merge_prepare(matcher);
    matcher->undecided = memory_allocate(rule_index->dialect->rule_count + OTHER_PATTERNS,
                                         sizeof *matcher->undecided, fault);
    if (matcher->patterns != NULL && matcher->scans != NULL && matcher->candidates != NULL &&
        matcher->undecided != NULL)
        return matcher;
    matcher_close(matcher);
    return NULL;
}

void matcher_close(struct matcher *matcher)
{
    if (matcher == NULL)
        return;
    pattern_scratch_close(matcher->patterns);
    literal_scanner_scratch_close(matcher->scans);
    literal_scanner_scratch_close(matcher->message_scans);
    memory_free(matcher->candidates);
    memory_free(matcher->undecided);
    memory_free(matcher->resolved);
    buffer_release(&matcher->gathered);
    record_reader_release(&matcher->reader);
    memory_free(matcher);
}

/* Matches the record of a line; `*has_rest`: another one follows on the line. */
static bool match_record(struct matcher *matcher, struct event *event, bool is_first,
                         bool *has_rest, struct fault *fault)
{
    const struct parsed_line *reading = record_reader_move(&matcher->reader, event->line);
    event->fields = reading->fields;
    event->is_record = reading->is_record;
    if (reading->gave_up != NULL)
        step_limit_note(matcher, event, reading->gave_up);
    *has_rest = reading->rest > 0;
    if (*has_rest)
        event->text = span_slice(event->text, 0, reading->rest);
    else if (event->is_record)
        continuation_take(matcher, event);
    rule_match_apply(matcher, event);
    rule_match_doubt(matcher, event);
    if (!matcher_find_message(matcher, event, fault))
        return false;
    prefilter_resolve_unmatched(matcher, event, is_first);
    matcher->is_behind_noise =
        event->is_record ? event->class == VERDICT_NOISE : event->is_doubtful;
    if (*has_rest)
        record_reader_cut(&matcher->reader);
    if (event->is_record)
        record_reader_keep(&matcher->reader);
    return true;
}

bool matcher_match(struct matcher *matcher, const struct block *block, bool is_first,
                   bool may_merge, event_receiver receiver, void *context, struct fault *fault)
{
    matcher->block = block;
    matcher->hit_at = 0;
    matcher->is_behind_noise = false;
    if (!record_reader_start(&matcher->reader, block, fault) || !prefilter_scan(matcher, fault))
        return false;
    static const struct span no_fields[FIELD_COUNT];
    bool is_rest = false; /* of a line whose first record has been told */
    for (size_t line = 0; line < block->line_count;) {
        struct event event = {.fields = no_fields,
                              .class = VERDICT_UNPARSED,
                              .line = (uint32_t)line,
                              .line_count = 1,
                              .record_count = 1,
                              .literal = EVENT_NO_LITERAL,
                              .text = record_reader_line(&matcher->reader, line)};
        bool has_rest = false;
        if ((may_merge && !is_rest && noise_merge(matcher, &event)) ||
            match_list_entry(matcher, &event)) {
            /* All is said. */
        } else if (span_trim(event.text).length == 0) {
            event.class = VERDICT_FRAME;
            matcher->is_behind_noise = false;
        } else if (!match_record(matcher, &event, is_first, &has_rest, fault)) {
            return false;
        }
        line += has_rest ? 0 : event.line_count;
        event.line_count -= is_rest;
        event.record_count -= is_rest;
        is_rest = has_rest;
        if (!receiver(context, &event))
            return false;
    }
    return true;
}

const struct span *matcher_last_record(const struct matcher *matcher)
{
    return matcher->reader.last->is_known ? matcher->reader.last->fields : NULL;
}
