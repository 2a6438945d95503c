#include "grammar/match/matcher.h"

#include <string.h>

#include "base/memory.h"
#include "grammar/match/continuation.h"
#include "grammar/match/matcher_private.h"
#include "grammar/match/message_finder.h"
#include "grammar/match/noise_merge.h"
#include "grammar/match/prefilter.h"
#include "grammar/match/rule_match.h"
#include "grammar/match/step_limit.h"

/* The patterns of a dialect that may be limited beside its rules: record or joined, continuation,
 * unfinished, explanation, repeating. */
enum { OTHER_PATTERNS = 5 };

struct matcher *matcher_open(const struct rule_index *rule_index, const struct limits *limits,
                             struct pattern_scratch *patterns, struct fault *fault)
{
    struct matcher *matcher = memory_allocate(1, sizeof *matcher, fault);
    if (matcher == NULL)
        return NULL;
    matcher->rule_index = rule_index;
    matcher->evidence = (unsigned)EVIDENCE_ANY;
    matcher->owns_patterns = patterns == NULL;
    matcher->patterns =
        patterns != NULL ? patterns : pattern_scratch_open(limits->max_regex_steps, fault);
    matcher->literal_scratch = literal_scanner_scratch_open(rule_index->scanner, fault);
    matcher->candidates =
        memory_allocate(rule_index->dialect->rule_count, sizeof *matcher->candidates, fault);
    matcher->reader = (struct record_reader){.dialect = rule_index->dialect,
                                             .patterns = matcher->patterns,
                                             .uses_columns = rule_index->uses_fast_paths};
    noise_merge_prepare(matcher);
    matcher->limited_rules = memory_allocate(rule_index->dialect->rule_count + OTHER_PATTERNS,
                                             sizeof *matcher->limited_rules, fault);
    if (matcher->patterns != NULL && matcher->literal_scratch != NULL &&
        matcher->candidates != NULL && matcher->limited_rules != NULL)
        return matcher;
    matcher_close(matcher);
    return NULL;
}

void matcher_close(struct matcher *matcher)
{
    if (matcher == NULL)
        return;
    if (matcher->owns_patterns)
        pattern_scratch_close(matcher->patterns);
    literal_scanner_scratch_close(matcher->literal_scratch);
    literal_scanner_scratch_close(matcher->message_scratch);
    memory_free(matcher->candidates);
    memory_free(matcher->limited_rules);
    memory_free(matcher->resolved_lines);
    buffer_release(&matcher->scan_text);
    record_reader_release(&matcher->reader);
    memory_free(matcher);
}

void matcher_set_evidence(struct matcher *matcher, unsigned evidence)
{
    matcher->evidence = evidence;
}

/* True for a dialect that takes every line for a record, unless it continues the one before. */
static bool joins_lines(const struct dialect *dialect)
{
    return dialect->record == NULL && (dialect->continuation != NULL ||
                                       dialect->unfinished != NULL || dialect->explanation != NULL);
}

/* Lets fields be added that no rule has found. */
static void own_fields(struct matcher *matcher, struct event *event)
{
    if (event->fields != matcher->hosted_fields)
        memcpy(matcher->hosted_fields, event->fields, sizeof matcher->hosted_fields);
    event->fields = matcher->hosted_fields;
}

/* Sets the fields from `first` to `last` that the pattern finds in the words of the event. */
static void set_from_words(struct matcher *matcher, struct event *event,
                           const struct pattern *pattern, enum event_field first,
                           enum event_field last)
{
    struct span found[FIELD_COUNT] = {{0}};
    if (pattern_match(pattern, matcher->patterns, event->text, found) != PATTERN_MATCH)
        return;
    own_fields(matcher, event);
    for (size_t field = first; field <= last; field++)
        matcher->hosted_fields[field] = found[field];
}

/* Sets the moment that a line without columns has in a place of its own, and the host that the
 * words of a failure name, if they may matter and no rule did. */
static void set_moment_and_host(struct matcher *matcher, struct event *event)
{
    const struct dialect *dialect = matcher->rule_index->dialect;
    if (event->class == VERDICT_NOISE || event->class == VERDICT_FRAME)
        return;
    if (dialect->moment != NULL && event->fields[FIELD_DATE].length == 0)
        set_from_words(matcher, event, dialect->moment, FIELD_DATE, FIELD_TIME);
    bool is_failure = event->class != VERDICT_UNPARSED || event->literal != EVENT_NO_LITERAL;
    if (dialect->named_host != NULL && is_failure && event->fields[FIELD_HOST].length == 0)
        set_from_words(matcher, event, dialect->named_host, FIELD_HOST, FIELD_HOST);
}

/* Gives a message of an alert the host that the one before it names, if it names none itself. */
static void share_host_of_alert(struct matcher *matcher, struct event *event)
{
    struct span line = record_reader_line(&matcher->reader, event->line);
    size_t end = line.length;
    if (!record_titles_is_marked(line))
        return;
    while (end > 0 && line.bytes[end - 1] != '\t')
        end--;
    struct span cells = span_slice(line, 0, end);
    const struct alert_message *last = &matcher->last_message;
    if (event->fields[FIELD_HOST].length == 0 && last->host.length > 0 &&
        last->end_line == event->line && span_equals(last->cells, cells)) {
        own_fields(matcher, event);
        matcher->hosted_fields[FIELD_HOST] = last->host;
    }
    matcher->last_message =
        (struct alert_message){cells, event->fields[FIELD_HOST], event->line + event->line_count};
}

/* Matches the record that begins at the line of `event`. `*has_rest`: another one follows on that
 * line. */
static bool match_record(struct matcher *matcher, struct event *event, bool is_first,
                         bool *has_rest, struct fault *fault)
{
    const struct parsed_line *parsed = record_reader_advance(&matcher->reader, event->line);
    event->fields = parsed->fields;
    event->is_record = parsed->is_record;
    if (parsed->limited_pattern != NULL)
        step_limit_note(matcher, event, parsed->limited_pattern);
    *has_rest = parsed->rest > 0;
    if (*has_rest)
        event->text = span_slice(event->text, 0, parsed->rest);
    else if (event->is_record || joins_lines(matcher->rule_index->dialect))
        continuation_extend(matcher, event);
    rule_match_apply(matcher, event);
    continuation_mark_doubtful(matcher, event);
    if (!message_finder_run(matcher, event, fault))
        return false;
    continuation_join_unmatched(matcher, event, is_first);
    set_moment_and_host(matcher, event);
    if (matcher->rule_index->dialect->titles.is_parted)
        share_host_of_alert(matcher, event);
    matcher->is_after_noise = event->is_record ? event->class == VERDICT_NOISE : event->is_doubtful;
    if (*has_rest)
        record_reader_cut(&matcher->reader);
    if (event->is_record)
        record_reader_set_last(&matcher->reader);
    return true;
}

/* Sets the host that the wrapper of the event's line names, if the record names none. */
static void set_host(struct matcher *matcher, struct event *event)
{
    if (event->fields[FIELD_HOST].length > 0)
        return;
    own_fields(matcher, event);
    matcher->hosted_fields[FIELD_HOST] = matcher->block->hosts[event->line];
    event->has_outer_host = true;
}

static size_t bytes_of_lines(const struct block *block)
{
    if (block->line_count == 0)
        return 0;
    const struct line *last = &block->lines[block->line_count - 1];
    return (size_t)last->start + last->length - block->lines[0].start;
}

static void begin_block(struct matcher *matcher, const struct block *block)
{
    matcher->block = block;
    matcher->next_hit = 0;
    matcher->is_after_noise = false;
    matcher->last_message = (struct alert_message){0};
    pattern_scratch_begin(matcher->patterns, bytes_of_lines(block));
}

bool matcher_match(struct matcher *matcher, const struct block *block, bool is_first,
                   bool may_merge, event_receiver receiver, void *context, struct fault *fault)
{
    begin_block(matcher, block);
    may_merge = may_merge && block->hosts == NULL;
    if (!record_reader_start(&matcher->reader, block, fault) || !prefilter_scan(matcher, fault))
        return false;
    static const struct span no_fields[FIELD_COUNT];
    bool is_rest = false; /* the first record of this line has been reported */
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
            rule_match_list_entry(matcher, &event)) {
            /* The event is complete. */
        } else if (span_trim(event.text).length == 0) {
            event.class = VERDICT_FRAME;
            matcher->is_after_noise = false;
        } else if (!match_record(matcher, &event, is_first, &has_rest, fault)) {
            return false;
        }
        line += has_rest ? 0 : event.line_count;
        event.line_count -= is_rest;
        event.record_count -= is_rest;
        is_rest = has_rest;
        if (block->hosts != NULL)
            set_host(matcher, &event);
        if (!receiver(context, &event))
            return false;
    }
    return true;
}

const struct span *matcher_last_record(const struct matcher *matcher)
{
    return matcher->reader.last->is_valid ? matcher->reader.last->fields : NULL;
}
