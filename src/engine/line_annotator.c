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

struct annotation {
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
static bool open_matcher(struct annotation *annotation, struct library *library,
                         const struct log *log, const struct block *head,
                         const struct limits *limits, struct fault *fault)
{
    const struct dialect_set *set = &library->dialects;
    const struct dialect *dialect = dialect_set_choose(set, log, head, annotation->scratch).dialect;
    size_t number = 0;
    while (number < set->count && set->dialects[number] != dialect)
        number++;
    if (number == set->count)
        return true;
    const struct rule_index *rule_index = library_rulebook(library, number, fault);
    annotation->matcher = rule_index != NULL ? matcher_open(rule_index, limits, fault) : NULL;
    return annotation->matcher != NULL;
}

struct annotation *annotation_open(struct library *library, enum language language,
                                   const struct log *log, const struct block *head,
                                   const struct limits *limits, struct fault *fault)
{
    struct annotation *annotation = memory_allocate(1, sizeof *annotation, fault);
    if (annotation == NULL)
        return NULL;
    annotation->catalog = library->catalog;
    annotation->language = language;
    annotation->is_first = true;
    annotation->pattern = pattern_compile(span_of(codes), fault);
    annotation->scratch = pattern_scratch_open(limits->max_regex_steps, fault);
    if (annotation->pattern != NULL && annotation->scratch != NULL &&
        open_matcher(annotation, library, log, head, limits, fault))
        return annotation;
    annotation_close(annotation);
    return NULL;
}

void annotation_close(struct annotation *annotation)
{
    if (annotation == NULL)
        return;
    pattern_free(annotation->pattern);
    pattern_scratch_close(annotation->scratch);
    matcher_close(annotation->matcher);
    memory_free(annotation);
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

static bool separate(struct annotation *annotation)
{
    const char *mark = annotation->notes.count > 1 ? "; " : "  <- ";
    return buffer_append(annotation->words, span_of(mark), annotation->fault);
}

static bool say_code(struct annotation *annotation, uint32_t code)
{
    char text[CODE_NOTATION_BYTES];
    char meaning[CODE_TEXT_BYTES];
    if (code == 0 || !is_news(&annotation->notes, code))
        return true;
    const char *symbol = catalog_code_meaning(annotation->catalog, code).symbol;
    catalog_code_describe(annotation->catalog, code, annotation->language, meaning);
    return separate(annotation) &&
           buffer_append_format(annotation->words, annotation->fault, "%s%s%s: %s",
                                code_notation_write_code(code, text), symbol[0] ? " " : "", symbol,
                                meaning);
}

/* "100050: title", "100034 CBPSourceSnapshotFailed: title", or a bare title. */
static bool say_error(struct annotation *annotation, size_t index)
{
    const struct agent_error *error = catalog_error_at(annotation->catalog, index);
    char number[16] = "";
    if (!is_news(&annotation->notes, UINT64_C(1) << 32 | index))
        return true;
    if (error->id != 0)
        snprintf(number, sizeof number, "%u", (unsigned)error->id);
    bool has_both = error->id != 0 && error->symbol[0] != '\0';
    bool has_name = error->id != 0 || error->symbol[0] != '\0';
    return separate(annotation) &&
           buffer_append_format(annotation->words, annotation->fault, "%s%s%s%s%s", number,
                                has_both ? " " : "", error->symbol, has_name ? ": " : "",
                                error->title[annotation->language]);
}

/* What the report would make of the record. */
static bool say_event(void *context, const struct event *event)
{
    struct annotation *annotation = context;
    struct verdict verdict;
    annotation->gave_up |= event->gave_up > 0;
    verdict_read(annotation->catalog, event, &verdict);
    return (!verdict.has_error || say_error(annotation, verdict.error)) &&
           (!verdict.has_code || verdict.code <= MAX_AGENT_NUMBER ||
            say_code(annotation, verdict.code));
}

/* Codes mean something even where they are no failure. */
static bool say_codes(struct annotation *annotation, struct span line)
{
    struct span fields[FIELD_COUNT] = {{0}};
    while (pattern_match(annotation->pattern, annotation->scratch, line, fields) == PATTERN_MATCH) {
        uint32_t code = 0;
        struct span text = fields[FIELD_CODE];
        if (code_notation_read_code(text, &code) && !say_code(annotation, code))
            return false;
        line = span_slice(line, (size_t)(text.bytes + text.length - line.bytes), line.length);
        fields[FIELD_CODE] = (struct span){0};
    }
    return true;
}

bool annotation_words(struct annotation *annotation, const struct block *line, struct buffer *words,
                      struct fault *fault)
{
    bool is_first = annotation->is_first;
    annotation->is_first = false;
    annotation->notes.count = 0;
    annotation->words = words;
    annotation->fault = fault;
    return (annotation->matcher == NULL || matcher_match(annotation->matcher, line, is_first, false,
                                                         say_event, annotation, fault)) &&
           say_codes(annotation, line->text);
}

bool annotation_gave_up(const struct annotation *annotation)
{
    return annotation->gave_up;
}
