#include "engine/line_annotator.h"

#include <stdio.h>

#include "base/memory.h"
#include "engine/wrapper_choice.h"
#include "grammar/pattern.h"
#include "text/code_notation.h"
#include "text/code_search.h"
#include "verdict/verdict.h"

enum { MAX_NOTES = 16, MAX_AGENT_NUMBER = 0xFFFFFF };

/* Codes and agent errors that the line's annotation has already, so that each is given once. */
struct note_list {
    uint64_t keys[MAX_NOTES];
    size_t count;
};

/* Agent errors have keys above all 32-bit codes. */
enum { ERROR_KEY_SHIFT = 32 };

struct line_annotator {
    const struct catalog *catalog;
    enum language language;
    struct pattern_scratch *scratch;
    struct matcher *matcher; /* NULL: no dialect matches the log */
    struct wrapper wrapper;  /* is taken off a line before it is matched */
    struct wrapper_state wrapper_state;
    bool is_first;  /* no line was read yet */
    bool hit_limit; /* a pattern hit max_regex_steps */
    /* The current line. */
    struct note_list notes;
    struct buffer *annotation;
    struct fault *fault;
};

/* Opens a matcher for the dialect that the report would choose; none if no dialect matches. */
static bool open_matcher(struct line_annotator *annotator, struct ruleset *ruleset,
                         const struct log *log, const struct block *head,
                         const struct limits *limits, struct fault *fault)
{
    const struct dialect_set *set = &ruleset->dialects;
    struct dialect_choice choice = dialect_set_choose(set, log, head, annotator->scratch);
    if (choice.dialect == NULL)
        return true;
    const struct rule_index *rule_index = ruleset_rule_index(ruleset, choice.dialect->index, fault);
    annotator->matcher = rule_index != NULL ? matcher_open(rule_index, limits, NULL, fault) : NULL;
    if (annotator->matcher != NULL)
        matcher_set_evidence(annotator->matcher, choice.reading.evidence);
    return annotator->matcher != NULL;
}

/* Opens a matcher for the lines without what wraps them. */
static bool open_unwrapped(struct line_annotator *annotator, struct ruleset *ruleset,
                           const struct log *log, const struct block *head,
                           const struct limits *limits, struct fault *fault)
{
    struct wrapper_choice choice = {.trial_count = 0};
    struct block unwrapped;
    bool done = wrapper_choice_open(&choice, ruleset, limits, annotator->scratch, fault) &&
                wrapper_choice_make(&choice, log, head, fault) &&
                wrapper_choice_strip(&choice, head, &unwrapped, fault) &&
                open_matcher(annotator, ruleset, log, &unwrapped, limits, fault);
    annotator->wrapper = choice.wrapper;
    wrapper_choice_close(&choice);
    return done;
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
    annotator->scratch = pattern_scratch_open(limits->max_regex_steps, fault);
    if (annotator->scratch != NULL && open_unwrapped(annotator, ruleset, log, head, limits, fault))
        return annotator;
    line_annotator_close(annotator);
    return NULL;
}

void line_annotator_close(struct line_annotator *annotator)
{
    if (annotator == NULL)
        return;
    pattern_scratch_close(annotator->scratch);
    matcher_close(annotator->matcher);
    wrapper_state_release(&annotator->wrapper_state);
    memory_free(annotator);
}

/* Adds `key` and returns true, unless the line has that note already or too many others. */
static bool is_new_note(struct note_list *notes, uint64_t key)
{
    for (size_t i = 0; i < notes->count; i++)
        if (notes->keys[i] == key)
            return false;
    if (notes->count == MAX_NOTES)
        return false;
    notes->keys[notes->count++] = key;
    return true;
}

static bool append_separator(struct line_annotator *annotator)
{
    const char *separator = annotator->notes.count > 1 ? "; " : "  <- ";
    return buffer_append(annotator->annotation, span_of(separator), annotator->fault);
}

static bool append_code(struct line_annotator *annotator, uint32_t code)
{
    char text[CODE_NOTATION_BYTES];
    char meaning[CODE_TEXT_BYTES];
    if (code == 0 || !is_new_note(&annotator->notes, code))
        return true;
    const char *symbol = catalog_code_meaning(annotator->catalog, code).symbol;
    catalog_code_describe(annotator->catalog, code, annotator->language, meaning);
    return append_separator(annotator) &&
           buffer_append_format(annotator->annotation, annotator->fault, "%s%s%s: %s",
                                code_notation_write_code(code, text), symbol[0] ? " " : "", symbol,
                                meaning);
}

/* Appends "100050: title", "100034 CBPSourceSnapshotFailed: title", or only the title. */
static bool append_error(struct line_annotator *annotator, size_t index)
{
    const struct agent_error *error = catalog_error_at(annotator->catalog, index);
    char number[16] = "";
    if (!is_new_note(&annotator->notes, UINT64_C(1) << ERROR_KEY_SHIFT | index))
        return true;
    if (error->id != 0)
        snprintf(number, sizeof number, "%u", (unsigned)error->id);
    bool has_both = error->id != 0 && error->symbol[0] != '\0';
    bool has_name = error->id != 0 || error->symbol[0] != '\0';
    return append_separator(annotator) &&
           buffer_append_format(annotator->annotation, annotator->fault, "%s%s%s%s%s", number,
                                has_both ? " " : "", error->symbol, has_name ? ": " : "",
                                error->title[annotator->language]);
}

/* Appends what the report would count the record as. */
static bool append_event(void *context, const struct event *event)
{
    struct line_annotator *annotator = context;
    struct verdict verdict;
    annotator->hit_limit |= event->limited_rule_count > 0;
    return verdict_classify(annotator->catalog, event, /* scratch= */ NULL, &verdict,
                            annotator->fault) &&
           (!verdict.has_error || append_error(annotator, verdict.error)) &&
           (!verdict.has_code || verdict.code <= MAX_AGENT_NUMBER ||
            append_code(annotator, verdict.code));
}

/* Appends every code in the line: a code has a meaning even where it reports no failure. */
static bool append_codes(struct line_annotator *annotator, struct span line)
{
    uint32_t code;
    for (size_t at = 0; code_search_next(line, &at, &code);)
        if (!append_code(annotator, code))
            return false;
    return true;
}

/* Matches the line, without what wraps it. */
static bool match_line(struct line_annotator *annotator, const struct block *block, bool is_first)
{
    struct unwrapped_line unwrapped;
    struct line line = {.start = 0};
    struct block stripped = {.lines = &line, .line_count = 1};
    if (annotator->matcher == NULL)
        return true;
    if (annotator->wrapper.count > 0) {
        if (!wrapper_strip(&annotator->wrapper, &annotator->wrapper_state, block->text, &unwrapped,
                           annotator->fault))
            return false;
        stripped.text = unwrapped.text;
        line.length = (uint32_t)unwrapped.text.length;
        block = &stripped;
    }
    return matcher_match(annotator->matcher, block, is_first, /* may_merge= */ false, append_event,
                         annotator, annotator->fault);
}

bool line_annotator_append(struct line_annotator *annotator, const struct block *line,
                           struct buffer *annotation, struct fault *fault)
{
    bool is_first = annotator->is_first;
    annotator->is_first = false;
    annotator->notes.count = 0;
    annotator->annotation = annotation;
    annotator->fault = fault;
    return match_line(annotator, line, is_first) && append_codes(annotator, line->text);
}

bool line_annotator_hit_limit(const struct line_annotator *annotator)
{
    return annotator->hit_limit;
}
