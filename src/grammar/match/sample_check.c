#include "grammar/match/sample_check.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "grammar/match/matcher.h"
#include "grammar/pattern.h"
#include "grammar/yaml_line.h"

enum { MAX_SAMPLE_LINES = 64, SENTENCE_BYTES = 1024 };

struct sample_check {
    const struct dialect *dialect;
    struct matcher *matcher;
    struct pattern_scratch *scratch;
    violation_receiver receiver;
    void *context;
    struct sample_check_result *result;
    struct fault *fault;
    /* The first event of the current sample; its spans are lent by the sample. */
    struct event event;
    struct span fields[FIELD_COUNT];
    bool has_event;
};

static void report_violation(struct sample_check *check, const char *rule, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void report_violation(struct sample_check *check, const char *rule, const char *format, ...)
{
    char sentence[SENTENCE_BYTES];
    size_t line = yaml_line_of_rule(check->dialect->source_text, rule);
    int length = snprintf(sentence, sizeof sentence, "%s:%zu: rule \"%s\": ", check->dialect->file,
                          line, rule);
    va_list arguments;
    va_start(arguments, format);
    if (length >= 0 && (size_t)length < sizeof sentence)
        vsnprintf(sentence + length, sizeof sentence - (size_t)length, format, arguments);
    va_end(arguments);
    check->result->violations++;
    check->receiver(check->context, sentence);
}

static bool keep_first_event(void *context, const struct event *event)
{
    struct sample_check *check = context;
    if (!check->has_event) {
        check->event = *event;
        memcpy(check->fields, event->fields, sizeof check->fields);
        check->event.fields = check->fields;
    }
    check->has_event = true;
    return true;
}

/* Matches a sample as a block of its own, of up to MAX_SAMPLE_LINES lines. */
static bool match_sample(struct sample_check *check, const char *text)
{
    struct line lines[MAX_SAMPLE_LINES];
    struct block block = {.text = span_of(text), .lines = lines};
    size_t start = 0;
    while (start < block.text.length && block.line_count < MAX_SAMPLE_LINES) {
        size_t length = span_find_byte(span_slice(block.text, start, block.text.length), '\n');
        lines[block.line_count++] =
            (struct line){.start = (uint32_t)start, .length = (uint32_t)length};
        start += length + 1;
    }
    check->has_event = false;
    memset(check->fields, 0, sizeof check->fields);
    check->event = (struct event){.class = VERDICT_UNPARSED, .fields = check->fields};
    return matcher_match(check->matcher, &block, /* is_first= */ true, /* may_merge= */ false,
                         keep_first_event, check, check->fault);
}

static bool is_taken_by(const struct sample_check *check, const struct rule *rule)
{
    return check->event.rule != NULL && strcmp(check->event.rule, rule->name) == 0;
}

/* Reports every other rule that fits the sample, whatever the order of the rules. */
static void check_exclusive(struct sample_check *check, const struct rule *own, const char *text)
{
    struct span fields[FIELD_COUNT] = {{0}};
    struct span subject = span_of(text);
    struct span first_line = span_slice(subject, 0, span_find_byte(subject, '\n'));
    if (check->dialect->record != NULL &&
        pattern_match(check->dialect->record, check->scratch, first_line, fields) ==
            PATTERN_MATCH &&
        fields[FIELD_MESSAGE].bytes != NULL)
        subject = span_slice(subject, (size_t)(fields[FIELD_MESSAGE].bytes - text), subject.length);
    for (size_t i = 0; i < check->dialect->rule_count; i++) {
        const struct rule *other = &check->dialect->rules[i];
        if (other == own || other->pattern == NULL || other->is_otherwise ||
            !dialect_rule_takes_level(other, fields[FIELD_LEVEL]))
            continue;
        if (pattern_match(other->pattern, check->scratch, subject, NULL) == PATTERN_MATCH)
            report_violation(check, own->name, "a sample also fits rule \"%s\": %s", other->name,
                             text);
    }
}

static void check_expectations(struct sample_check *check, const char *rule,
                               const struct expectation *expect)
{
    static const char *const names[] = {
#define FIELD_NAME(id, name, meaning) name,
        EVENT_FIELDS(FIELD_NAME)
#undef FIELD_NAME
    };
    for (int field = 0; expect != NULL && field < FIELD_COUNT; field++) {
        if (expect->fields[field] == NULL)
            continue;
        struct span got = check->event.fields[field];
        if (!span_equals(got, span_of(expect->fields[field])))
            report_violation(check, rule, "expected %s \"%s\", got \"%.*s\"", names[field],
                             expect->fields[field], (int)got.length, got.bytes ? got.bytes : "");
    }
}

static bool try_rule(struct sample_check *check, const struct rule *rule,
                     const struct rule_source *source)
{
    if (source->samples_count == 0)
        report_violation(check, rule->name, "has no sample");
    if (source->not_samples_count == 0)
        report_violation(check, rule->name, "has no not_sample");
    for (unsigned i = 0; i < source->samples_count; i++) {
        const struct sample *sample = &source->samples[i];
        check->result->samples++;
        if (!match_sample(check, sample->line))
            return false;
        if (is_taken_by(check, rule))
            check_expectations(check, rule->name, sample->expect);
        else
            report_violation(check, rule->name, "a sample does not fit it%s%s: %s",
                             check->event.rule ? " but rule " : "",
                             check->event.rule ? check->event.rule : "", sample->line);
        if (rule->pattern != NULL)
            check_exclusive(check, rule, sample->line);
    }
    for (unsigned i = 0; i < source->not_samples_count; i++) {
        check->result->samples++;
        if (!match_sample(check, source->not_samples[i]))
            return false;
        if (is_taken_by(check, rule))
            report_violation(check, rule->name, "a not_sample fits it: %s", source->not_samples[i]);
    }
    return true;
}

bool sample_check_run(const struct dialect *dialect, const struct limits *limits,
                      violation_receiver receiver, void *context,
                      struct sample_check_result *result, struct fault *fault)
{
    struct sample_check check = {.dialect = dialect,
                                 .receiver = receiver,
                                 .context = context,
                                 .result = result,
                                 .fault = fault};
    struct rule_index *rule_index =
        rule_index_open(dialect, /* messages= */ NULL, /* uses_fast_paths= */ true, fault);
    bool done = rule_index != NULL;
    if (done) {
        check.matcher = matcher_open(rule_index, limits, NULL, fault);
        check.scratch = pattern_scratch_open(limits->max_regex_steps, fault);
        done = check.matcher != NULL && check.scratch != NULL;
    }
    for (size_t i = 0; done && i < dialect->rule_count; i++) {
        result->rules++;
        done = try_rule(&check, &dialect->rules[i], &dialect->source->rules[i]);
    }
    pattern_scratch_close(check.scratch);
    matcher_close(check.matcher);
    rule_index_close(rule_index);
    return done;
}
