#include "grammar/dialect.h"

#include <string.h>

#include "base/count_of.h"
#include "base/limits.h"
#include "base/memory.h"
#include "grammar/dialect_titles.h"
#include "grammar/dialect_yaml.h"
#include "grammar/level_words.h"
#include "grammar/yaml_line.h"

/* Fewer letters of a level do not tell which it is. */
enum { LEAST_CUT_LEVEL = 2 };

/* Sets the fault to `cause`, prefixed with the place of the key in the file. Returns false. */
static bool fail_at_key(const struct dialect *dialect, const char *key, const char *rule,
                        const struct fault *cause, struct fault *fault)
{
    if (cause->kind != FAULT_GRAMMAR)
        return fault_set(fault, cause->kind, "%s", cause->text);
    if (rule == NULL)
        return fault_set(fault, FAULT_GRAMMAR, "%s:1: %s: %.500s", dialect->file, key, cause->text);
    return fault_set(fault, FAULT_GRAMMAR, "%s:%zu: rule \"%s\": %.500s", dialect->file,
                     yaml_line_of_rule(dialect->source_text, rule), rule, cause->text);
}

/* Compiles the value of a key of the file, or of the rule in it, and finds the literals that it
 * requires unless `literals` is NULL. A missing key leaves `*pattern` NULL. */
static bool compile_key(struct dialect *dialect, const char *key, const char *rule,
                        const char *expression, struct pattern **pattern,
                        struct required_literals *literals, struct fault *fault)
{
    struct fault cause = {0};
    struct buffer expanded = {0};
    const struct limits limits = limits_default();
    if (expression == NULL)
        return true;
    if (pattern_parts_expand(dialect->source->parts, dialect->source->parts_count,
                             span_of(expression), (size_t)limits.max_pattern_bytes, &expanded,
                             &cause))
        *pattern = pattern_compile(buffer_span(&expanded), &cause);
    bool done = *pattern != NULL;
    if (!done)
        fail_at_key(dialect, key, rule, &cause, fault);
    else if (literals != NULL)
        done = required_literals_of_pattern(buffer_span(&expanded), literals, fault);
    buffer_release(&expanded);
    return done;
}

static bool compile_fast_paths(struct dialect *dialect, const struct rule_source *source,
                               struct rule *rule, struct fault *fault)
{
    struct fault cause = {0};
    rule->shapes = memory_allocate(source->shapes_count, sizeof *rule->shapes, fault);
    rule->quick = memory_allocate(source->quick_count, sizeof *rule->quick, fault);
    if (rule->shapes == NULL || rule->quick == NULL)
        return false;
    for (; rule->shape_count < source->shapes_count; rule->shape_count++)
        if (!shape_parse(span_of(source->shapes[rule->shape_count]),
                         &rule->shapes[rule->shape_count], &cause))
            return fail_at_key(dialect, "shapes", source->name, &cause, fault);
    for (; rule->quick_count < source->quick_count; rule->quick_count++)
        if (!compile_key(dialect, "quick", source->name, source->quick[rule->quick_count],
                         &rule->quick[rule->quick_count], /* literals= */ NULL, fault))
            return false;
    return true;
}

/* Says at the rule's place in the file what is wrong with it. Returns false. */
static bool fail_at_rule(const struct dialect *dialect, const char *rule, const char *sentence,
                         struct fault *fault)
{
    return fault_set(fault, FAULT_GRAMMAR, "%s:%zu: rule \"%s\" %s", dialect->file,
                     yaml_line_of_rule(dialect->source_text, rule), rule, sentence);
}

static bool compile_rule(struct dialect *dialect, const struct rule_source *source,
                         struct rule *rule, struct fault *fault)
{
    rule->name = source->name;
    rule->verdict = source->verdict;
    rule->fact = source->fact;
    rule->repeats = source->repeats;
    rule->given = (unsigned)source->given;
    if (source->pattern == NULL && source->levels_count == 0)
        return fail_at_rule(dialect, source->name, "has neither pattern nor levels", fault);
    rule->is_otherwise = source->otherwise;
    bool is_late = rule > dialect->rules && rule[-1].is_otherwise && !rule->is_otherwise;
    if (is_late && source->pattern != NULL)
        return fail_at_rule(dialect, source->name, "follows one with `otherwise`", fault);
    /* Harmless messages and what is left at a level are remembered from log to log. */
    if (source->given != 0 && (source->pattern == NULL || source->verdict == VERDICT_NOISE))
        return fail_at_rule(dialect, source->name, "has `given`, and no pattern or is noise",
                            fault);
    if (!level_words_expand(dialect->source, source, &rule->levels, &rule->level_count, fault) ||
        !compile_fast_paths(dialect, source, rule, fault))
        return false;
    return compile_key(dialect, "pattern", source->name, source->pattern, &rule->pattern,
                       &rule->literals, fault);
}

static bool compile_columns(struct dialect *dialect, struct fault *fault)
{
    struct fault cause = {0};
    if (dialect->source->columns == NULL)
        return true;
    if (dialect->record == NULL)
        return fault_set(fault, FAULT_GRAMMAR, "%s:1: columns: there is no record", dialect->file);
    return columns_parse(span_of(dialect->source->columns), &dialect->columns, &cause) ||
           fail_at_key(dialect, "columns", NULL, &cause, fault);
}

/* Compiles `record`, which takes record lines as well. */
static bool compile_record(struct dialect *dialect, struct fault *fault)
{
    const struct dialect_source *source = dialect->source;
    struct buffer record = {0};
    if (source->record == NULL && source->titles_count == 0)
        return true;
    bool done = dialect_titles_append_record(source, source->record, &record, fault) &&
                buffer_append_byte(&record, '\0', fault) &&
                compile_key(dialect, "record", NULL, record.bytes, &dialect->record,
                            /* literals= */ NULL, fault);
    buffer_release(&record);
    return done;
}

static bool compile_rules(struct dialect *dialect, struct fault *fault)
{
    const struct dialect_source *source = dialect->source;
    dialect->rules = memory_allocate(source->rules_count, sizeof *dialect->rules, fault);
    if (dialect->rules == NULL)
        return false;
    dialect->rule_count = source->rules_count;
    for (size_t i = 0; i < dialect->rule_count; i++)
        if (!compile_rule(dialect, &source->rules[i], &dialect->rules[i], fault))
            return false;
    return true;
}

/* A pattern of the file and its place. */
struct key_pattern {
    const char *key;
    const char *expression;
    struct pattern **pattern;
};

static bool compile_keys(struct dialect *dialect, const struct key_pattern *keys, size_t count,
                         struct fault *fault)
{
    for (size_t i = 0; i < count; i++)
        if (!compile_key(dialect, keys[i].key, NULL, keys[i].expression, keys[i].pattern,
                         /* literals= */ NULL, fault))
            return false;
    return true;
}

static bool compile_choice(struct dialect *dialect, struct fault *fault)
{
    const struct dialect_source *source = dialect->source;
    const struct key_pattern keys[] = {
        {"detect", source->detect, &dialect->detect},
        {"likely", source->likely, &dialect->likely},
        {"anywhere", source->anywhere, &dialect->anywhere},
        {"names", source->names, &dialect->names},
        {"heading", source->heading, &dialect->heading},
        {"hint", source->hint, &dialect->hint},
        {"against", source->against, &dialect->against},
        {"other_heading", source->other_heading, &dialect->other_heading},
        {"other_names", source->other_names, &dialect->other_names},
        {"continuation", source->continuation, &dialect->continuation},
    };
    struct fault cause = {0};
    if (!dialect_titles_compile(source, &dialect->titles, &cause))
        return fail_at_key(dialect, "titles", NULL, &cause, fault);
    return compile_keys(dialect, keys, COUNT_OF(keys), fault);
}

struct dialect *dialect_open_for_choice(const char *file, struct span text, struct fault *fault)
{
    struct dialect *dialect = memory_allocate(1, sizeof *dialect, fault);
    if (dialect == NULL)
        return NULL;
    dialect->file = file;
    dialect->source_text = text;
    dialect->source = dialect_yaml_read(file, text, fault);
    if (dialect->source == NULL || !compile_choice(dialect, fault)) {
        dialect_close(dialect);
        return NULL;
    }
    dialect->name = dialect->source->grammar;
    dialect->kind_name = dialect->source->kind ? dialect->source->kind : dialect->name;
    dialect->kind = log_kind_of_word(dialect->kind_name);
    dialect->is_flat = dialect->source->is_flat;
    dialect->title = dialect->source->title ? dialect->source->title : dialect->name;
    return dialect;
}

bool dialect_complete(struct dialect *dialect, struct fault *fault)
{
    const struct dialect_source *source = dialect->source;
    const struct key_pattern keys[] = {
        {"unfinished", source->unfinished, &dialect->unfinished},
        {"explanation", source->explanation, &dialect->explanation},
        {"moment", source->moment, &dialect->moment},
        {"named_host", source->named_host, &dialect->named_host},
        {"repeating", source->repeating, &dialect->repeating},
        {"joined", source->joined, &dialect->joined},
    };
    if (dialect->rules != NULL)
        return true;
    return compile_record(dialect, fault) && compile_keys(dialect, keys, COUNT_OF(keys), fault) &&
           compile_columns(dialect, fault) && compile_rules(dialect, fault);
}

struct dialect *dialect_open(const char *file, struct span text, struct fault *fault)
{
    struct dialect *dialect = dialect_open_for_choice(file, text, fault);
    if (dialect == NULL || dialect_complete(dialect, fault))
        return dialect;
    dialect_close(dialect);
    return NULL;
}

void dialect_close(struct dialect *dialect)
{
    if (dialect == NULL)
        return;
    for (size_t i = 0; i < dialect->rule_count; i++) {
        pattern_free(dialect->rules[i].pattern);
        for (size_t j = 0; j < dialect->rules[i].quick_count; j++)
            pattern_free(dialect->rules[i].quick[j]);
        memory_free(dialect->rules[i].quick);
        memory_free(dialect->rules[i].shapes);
        memory_free(dialect->rules[i].levels);
        required_literals_release(&dialect->rules[i].literals);
    }
    memory_free(dialect->rules);
    pattern_free(dialect->detect);
    pattern_free(dialect->likely);
    pattern_free(dialect->anywhere);
    pattern_free(dialect->names);
    pattern_free(dialect->heading);
    pattern_free(dialect->hint);
    pattern_free(dialect->against);
    pattern_free(dialect->other_heading);
    pattern_free(dialect->other_names);
    pattern_free(dialect->record);
    pattern_free(dialect->continuation);
    pattern_free(dialect->unfinished);
    pattern_free(dialect->explanation);
    pattern_free(dialect->moment);
    pattern_free(dialect->named_host);
    pattern_free(dialect->repeating);
    pattern_free(dialect->joined);
    dialect_titles_release(&dialect->titles);
    dialect_yaml_free(dialect->source);
    memory_free(dialect);
}

/* Returns what is left of a level that a narrow column cut, "Informa...", or all of it. */
static struct span without_dots(struct span level)
{
    static const char *const marks[] = {"...", "\xe2\x80\xa6"};
    for (size_t i = 0; i < COUNT_OF(marks); i++)
        if (level.length >= strlen(marks[i]) + LEAST_CUT_LEVEL &&
            span_ends_with_ignoring_case(level, span_of(marks[i])))
            return span_slice(level, 0, level.length - strlen(marks[i]));
    return level;
}

bool dialect_rule_takes_level(const struct rule *rule, struct span level)
{
    if (level.bytes == NULL && rule->pattern != NULL)
        return true;
    for (size_t i = 0; i < rule->level_count; i++)
        if (span_equals_ignoring_case(level, span_of(rule->levels[i])))
            return true;
    struct span start = without_dots(level);
    for (size_t i = 0; start.length < level.length && i < rule->level_count; i++)
        if (span_starts_with_ignoring_case(span_of(rule->levels[i]), start))
            return true;
    return rule->level_count == 0;
}

bool dialect_rule_is_given(const struct rule *rule, unsigned evidence)
{
    return rule->given == 0 || (rule->given & evidence) != 0;
}
