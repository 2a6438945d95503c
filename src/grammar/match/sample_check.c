#include "grammar/match/sample_check.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "grammar/match/matcher.h"
#include "grammar/pattern.h"

enum { MAX_SAMPLE_LINES = 64, SENTENCE_BYTES = 1024 };

struct sample_check {
    const struct dialect *dialect;
    struct matcher *matcher;
    struct pattern_scratch *scratch;
    breach_receiver receiver;
    void *context;
    struct sample_check_result *proof;
    struct fault *fault;
    /* The first event of the sample at hand; its spans are lent by the sample. */
    struct event event;
    struct span fields[FIELD_COUNT];
    bool has_event;
};

static void violation(struct sample_check *court, const char *rule, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void violation(struct sample_check *court, const char *rule, const char *format, ...)
{
    char sentence[SENTENCE_BYTES];
    size_t line = dialect_source_line_of_rule(court->dialect->source_text, rule);
    int length = snprintf(sentence, sizeof sentence, "%s:%zu: rule \"%s\": ", court->dialect->file,
                          line, rule);
    va_list arguments;
    va_start(arguments, format);
    if (length >= 0 && (size_t)length < sizeof sentence)
        vsnprintf(sentence + length, sizeof sentence - (size_t)length, format, arguments);
    va_end(arguments);
    court->proof->breaches++;
    court->receiver(court->context, sentence);
}

static bool keep_first_event(void *context, const struct event *event)
{
    struct sample_check *court = context;
    if (!court->has_event) {
        court->event = *event;
        memcpy(court->fields, event->fields, sizeof court->fields);
        court->event.fields = court->fields;
    }
    court->has_event = true;
    return true;
}

/* Matches a sample as a block of its own. */
static bool match_sample(struct sample_check *court, const char *text)
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
    court->has_event = false;
    memset(court->fields, 0, sizeof court->fields);
    court->event = (struct event){.class = VERDICT_UNPARSED, .fields = court->fields};
    return matcher_match(court->matcher, &block, true, false, keep_first_event, court,
                         court->fault);
}

static bool is_taken_by(const struct sample_check *court, const struct rule *rule)
{
    return court->event.rule != NULL && strcmp(court->event.rule, rule->name) == 0;
}

/* No other rule may fit the sample, whatever the order of the rules. */
static void check_exclusive(struct sample_check *court, const struct rule *own, const char *text)
{
    struct span fields[FIELD_COUNT] = {{0}};
    struct span subject = span_of(text);
    struct span first_line = span_slice(subject, 0, span_find_byte(subject, '\n'));
    if (court->dialect->record != NULL &&
        pattern_match(court->dialect->record, court->scratch, first_line, fields) ==
            PATTERN_MATCH &&
        fields[FIELD_MESSAGE].bytes != NULL)
        subject = span_slice(subject, (size_t)(fields[FIELD_MESSAGE].bytes - text), subject.length);
    for (size_t i = 0; i < court->dialect->rule_count; i++) {
        const struct rule *other = &court->dialect->rules[i];
        if (other == own || other->pattern == NULL || !rule_takes_level(other, fields[FIELD_LEVEL]))
            continue;
        if (pattern_match(other->pattern, court->scratch, subject, NULL) == PATTERN_MATCH)
            violation(court, own->name, "a sample also fits rule \"%s\": %s", other->name, text);
    }
}

static void check_expectations(struct sample_check *court, const char *rule,
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
        struct span got = court->event.fields[field];
        if (!span_equals(got, span_of(expect->fields[field])))
            violation(court, rule, "expected %s \"%s\", got \"%.*s\"", names[field],
                      expect->fields[field], (int)got.length, got.bytes ? got.bytes : "");
    }
}

static bool try_rule(struct sample_check *court, const struct rule *rule,
                     const struct rule_source *source)
{
    if (source->samples_count == 0)
        violation(court, rule->name, "has no sample");
    if (source->not_samples_count == 0)
        violation(court, rule->name, "has no not_sample");
    for (unsigned i = 0; i < source->samples_count; i++) {
        const struct sample *sample = &source->samples[i];
        court->proof->samples++;
        if (!match_sample(court, sample->line))
            return false;
        if (is_taken_by(court, rule))
            check_expectations(court, rule->name, sample->expect);
        else
            violation(court, rule->name, "a sample does not fit it%s%s: %s",
                      court->event.rule ? " but rule " : "",
                      court->event.rule ? court->event.rule : "", sample->line);
        if (rule->pattern != NULL)
            check_exclusive(court, rule, sample->line);
    }
    for (unsigned i = 0; i < source->not_samples_count; i++) {
        court->proof->samples++;
        if (!match_sample(court, source->not_samples[i]))
            return false;
        if (is_taken_by(court, rule))
            violation(court, rule->name, "a not_sample fits it: %s", source->not_samples[i]);
    }
    return true;
}

bool sample_check_run(const struct dialect *dialect, const struct limits *limits,
                      breach_receiver receiver, void *context, struct sample_check_result *proof,
                      struct fault *fault)
{
    struct sample_check court = {.dialect = dialect,
                                 .receiver = receiver,
                                 .context = context,
                                 .proof = proof,
                                 .fault = fault};
    struct rule_index *rule_index = rule_index_open(dialect, NULL, true, fault);
    bool done = rule_index != NULL;
    if (done) {
        court.matcher = matcher_open(rule_index, limits, fault);
        court.scratch = pattern_scratch_open(limits->max_regex_steps, fault);
        done = court.matcher != NULL && court.scratch != NULL;
    }
    for (size_t i = 0; done && i < dialect->rule_count; i++) {
        proof->rules++;
        done = try_rule(&court, &dialect->rules[i], &dialect->source->rules[i]);
    }
    pattern_scratch_close(court.scratch);
    matcher_close(court.matcher);
    rule_index_close(rule_index);
    return done;
}
