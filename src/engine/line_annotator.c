#include "engine/line_annotator.h"

#include <stdio.h>

#include "base/memory.h"
#include "grammar/pattern.h"
#include "text/code_notation.h"
#include "verdict/verdict.h"

/* The ways in which logs write failure codes, wherever they stand in a line. */
static const char codes[] =
    "(?<![0-9A-Za-z])(?<code>0[xX][0-9A-Fa-f]{8}|-21[34]\\d{7}|214[78]\\d{6}"
    "|80(?:0[0-9Bb]|31|41|7[08]|85|99)[0-9A-Fa-f]{4})(?![0-9A-Za-z])";

enum { MAX_NOTES = 16, MAX_AGENT_NUMBER = 0xFFFFFF };

/* What was said of the line already: codes and agent errors, to say each once. */
struct notes {
    uint64_t said[MAX_NOTES];
    size_t count;
};

struct line_annotator {
    const struct catalog *catalog;
    enum language language;
    struct pattern *pattern;
    struct pattern_scratch *scratch;
    struct matcher *matcher; /* NULL: no dialect reads the log */
    bool is_first;           /* no line was read yet */
    bool gave_up;            /* a pattern reached its limit */
    /* The line that is being annotated. */
    struct notes notes;
    struct buffer *words;
    struct fault *fault;
};

/* The rules by which the report would read this log. True without a matcher when there are none. */
static bool open_matcher(struct line_annotator *annotator, struct ruleset *ruleset,
                         const struct log *log, const struct block *head,
                         const struct limits *limits, struct fault *fault)
{
    const struct dialect_set *set = &ruleset->dialects;
    const struct dialect *dialect = dialect_set_choose(set, log, head, annotator->scratch).dialect;
    if (dialect == NULL)
        return true;
    const struct rule_index *rule_index = ruleset_rulebook(ruleset, dialect->index, fault);
    annotator->matcher = rule_index != NULL ? matcher_open(rule_index, limits, fault) : NULL;
    return annotator->matcher != NULL;
}

struct line_annotator *line_annotator_open(struct ruleset *ruleset, enum language language,
                                           const struct log *log, const struct block *head,
                                           const struct limits *limits, struct fault *fault)
{
    struct line_annotator *annotator = memory_allocate(1, sizeof *annotator, fault);
    if (annotator == NULL)
        return NULL;
    annotator->catalog = ruleset->catalog;
    annotator->language = language;
    annotator->is_first = true;
    annotator->pattern = pattern_compile(span_of(codes), fault);
    annotator->scratch = pattern_scratch_open(limits->max_regex_steps, fault);
    if (annotator->pattern != NULL && annotator->scratch != NULL &&
        open_matcher(annotator, ruleset, log, head, limits, fault))
        return annotator;
    line_annotator_close(annotator);
    return NULL;
}

void line_annotator_close(struct line_annotator *annotator)
{
    if (annotator == NULL)
        return;
    pattern_free(annotator->pattern);
    pattern_scratch_close(annotator->scratch);
    matcher_close(annotator->matcher);
    memory_free(annotator);
}

/* Whether `what` is to be said now: it was not said before, and there is room. */
static bool is_news(struct notes *notes, uint64_t what)
{
    for (size_t i = 0; i < notes->count; i++)
        if (notes->said[i] == what)
            return false;
    if (notes->count == MAX_NOTES)
        return false;
    notes->said[notes->count++] = what;
    return true;
}

static bool separate(struct line_annotator *annotator)
{
    const char *mark = annotator->notes.count > 1 ? "; " : "  <- ";
    return buffer_append(annotator->words, span_of(mark), annotator->fault);
}

static bool say_code(struct line_annotator *annotator, uint32_t code)
{
    char text[CODE_NOTATION_BYTES];
    char meaning[CODE_TEXT_BYTES];
    if (code == 0 || !is_news(&annotator->notes, code))
        return true;
    const char *symbol = catalog_code_meaning(annotator->catalog, code).symbol;
    catalog_code_describe(annotator->catalog, code, annotator->language, meaning);
    return separate(annotator) &&
           buffer_append_format(annotator->words, annotator->fault, "%s%s%s: %s",
                                code_notation_write_code(code, text), symbol[0] ? " " : "", symbol,
                                meaning);
}

/* "100050: title", "100034 CBPSourceSnapshotFailed: title", or a bare title. */
static bool say_error(struct line_annotator *annotator, size_t index)
{
    const struct agent_error *error = catalog_error_at(annotator->catalog, index);
    char number[16] = "";
    if (!is_news(&annotator->notes, UINT64_C(1) << 32 | index))
        return true;
    if (error->id != 0)
        snprintf(number, sizeof number, "%u", (unsigned)error->id);
    bool has_both = error->id != 0 && error->symbol[0] != '\0';
    bool has_name = error->id != 0 || error->symbol[0] != '\0';
    return separate(annotator) &&
           buffer_append_format(annotator->words, annotator->fault, "%s%s%s%s%s", number,
                                has_both ? " " : "", error->symbol, has_name ? ": " : "",
                                error->title[annotator->language]);
}

/* What the report would make of the record. */
static bool say_event(void *context, const struct event *event)
{
    struct line_annotator *annotator = context;
    struct verdict verdict;
    annotator->gave_up |= event->limited_rule_count > 0;
    return verdict_classify(annotator->catalog, event, /* scratch= */ NULL, &verdict,
                            annotator->fault) &&
           (!verdict.has_error || say_error(annotator, verdict.error)) &&
           (!verdict.has_code || verdict.code <= MAX_AGENT_NUMBER ||
            say_code(annotator, verdict.code));
}

/* Codes mean something even where they are no failure. */
static bool say_codes(struct line_annotator *annotator, struct span line)
{
    struct span fields[FIELD_COUNT] = {{0}};
    while (pattern_match(annotator->pattern, annotator->scratch, line, fields) == PATTERN_MATCH) {
        uint32_t code = 0;
        struct span text = fields[FIELD_CODE];
        if (code_notation_read_code(text, &code) && !say_code(annotator, code))
            return false;
        line = span_slice(line, (size_t)(text.bytes + text.length - line.bytes), line.length);
        fields[FIELD_CODE] = (struct span){0};
    }
    return true;
}

bool line_annotator_words(struct line_annotator *annotator, const struct block *line,
                          struct buffer *words, struct fault *fault)
{
    bool is_first = annotator->is_first;
    annotator->is_first = false;
    annotator->notes.count = 0;
    annotator->words = words;
    annotator->fault = fault;
    return (annotator->matcher == NULL ||
            matcher_match(annotator->matcher, line, is_first, /* may_merge= */ false, say_event,
                          annotator, fault)) &&
           say_codes(annotator, line->text);
}

bool line_annotator_hit_limit(const struct line_annotator *annotator)
{
    return annotator->gave_up;
}
