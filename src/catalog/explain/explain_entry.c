#include "catalog/explain/explain_entry.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "catalog/action_text.h"
#include "text/code_notation.h"

static const bool said_yes = true;
static const bool said_no = false;

static const bool *as_pointer(bool value)
{
    return value ? &said_yes : &said_no;
}

/* What is empty does not apply. */
static const char *or_null(const char *text)
{
    return *text != '\0' ? text : NULL;
}

const char *explain_format(const struct explainer *explainer, const char *format, ...)
{
    char text[CODE_TEXT_BYTES + 128];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    return arena_copy(explainer->arena, span_of(text), explainer->fault).bytes;
}

static void fill_category(const struct explainer *explainer, size_t index,
                          struct explanation *explanation)
{
    const struct catalog_category *category = catalog_category_at(explainer->catalog, index);
    explanation->category = category->name;
    explanation->category_title = category->title[explainer->language];
    explanation->severity = severity_name(category->severity);
    explanation->transient = as_pointer(category->transient);
    explanation->at_risk = as_pointer(category->at_risk);
    explanation->cause = or_null(category->meaning[explainer->language]);
    explanation->actions = category->actions[explainer->language];
    explanation->action_count = category->action_count[explainer->language];
    explanation->reference = or_null(category->reference);
}

/* `first`, then the category's actions but for `first` itself. */
static bool put_action_first(const struct explainer *explainer, const char *first,
                             struct explanation *explanation)
{
    const char **actions = arena_allocate(explainer->arena, explanation->action_count + 1,
                                          sizeof *actions, explainer->fault);
    if (actions == NULL)
        return false;
    size_t count = 0;
    if (*first != '\0')
        actions[count++] = first;
    for (size_t i = 0; i < explanation->action_count; i++)
        if (strcmp(explanation->actions[i], first) != 0)
            actions[count++] = explanation->actions[i];
    explanation->actions = actions;
    explanation->action_count = count;
    return true;
}

static bool fill_number(const struct explainer *explainer, uint32_t id,
                        struct explanation *explanation)
{
    explanation->id = explain_format(explainer, "%u", (unsigned)id);
    explanation->hex = explain_format(explainer, "0x%05X", (unsigned)id);
    return explanation->id != NULL && explanation->hex != NULL;
}

/* What the agent error says to do, without a record to take a volume from. */
static bool fill_actions(const struct explainer *explainer, const struct agent_error *error,
                         struct explanation *explanation)
{
    enum language language = explainer->language;
    struct action_texts texts = {error->actions[language], error->actions[language],
                                 error->action_count[language]};
    const struct action_targets none = {0};
    if (texts.count == 0)
        return true;
    if (!action_text_fill(&texts, &none, language, explainer->arena, &texts, explainer->fault))
        return false;
    explanation->actions = texts.texts;
    explanation->action_count = texts.count;
    return true;
}

static bool explain_code(const struct explainer *explainer, uint32_t code,
                         struct explanation *explanation)
{
    const struct code_meaning meaning = catalog_code_meaning(explainer->catalog, code);
    char text[CODE_TEXT_BYTES];
    char digits[CODE_NOTATION_BYTES];
    size_t error;
    explanation->kind = EXPLAIN_HRESULT;
    fill_category(explainer, meaning.category, explanation);
    explanation->transient = as_pointer(meaning.transient);
    explanation->at_risk = as_pointer(meaning.at_risk);
    explanation->symbol = or_null(meaning.symbol);
    explanation->reference = or_null(meaning.reference);
    explanation->code = explain_format(explainer, "%s", code_notation_write_code(code, digits));
    explanation->title =
        explain_format(explainer, "%s",
                       catalog_code_describe(explainer->catalog, code, explainer->language, text));
    if (explanation->code == NULL || explanation->title == NULL)
        return false;
    if (!catalog_error_by_code(explainer->catalog, code, &error))
        return put_action_first(explainer, meaning.action[explainer->language], explanation);
    const struct agent_error *known = catalog_error_at(explainer->catalog, error);
    explanation->cause = or_null(known->cause[explainer->language]);
    return fill_actions(explainer, known, explanation);
}

static bool explain_error(const struct explainer *explainer, size_t index,
                          struct explanation *explanation)
{
    const struct agent_error *error = catalog_error_at(explainer->catalog, index);
    if (error->code != 0)
        return explain_code(explainer, error->code, explanation);
    explanation->kind = EXPLAIN_AGENT_ERROR;
    fill_category(explainer, error->category, explanation);
    explanation->symbol = or_null(error->symbol);
    explanation->title = error->title[explainer->language];
    explanation->severity = severity_name(error->severity);
    explanation->transient = as_pointer(error->transient);
    explanation->at_risk = as_pointer(error->at_risk);
    explanation->cause = or_null(error->cause[explainer->language]);
    explanation->reference = or_null(error->reference);
    return fill_actions(explainer, error, explanation) &&
           (error->id == 0 || fill_number(explainer, error->id, explanation));
}

static void explain_category(const struct explainer *explainer, size_t index,
                             struct explanation *explanation)
{
    explanation->kind = EXPLAIN_TOPIC;
    fill_category(explainer, index, explanation);
    explanation->title = explanation->category_title;
}

static void explain_topic(const struct explainer *explainer, size_t index,
                          struct explanation *explanation)
{
    const struct catalog_topic *topic = catalog_topic_at(explainer->catalog, index);
    explanation->kind = EXPLAIN_TOPIC;
    explanation->title = topic->title[explainer->language];
    explanation->cause = or_null(topic->cause[explainer->language]);
    explanation->actions = topic->actions[explainer->language];
    explanation->action_count = topic->action_count[explainer->language];
    explanation->reference = or_null(topic->reference);
}

bool explain_entry(const struct explainer *explainer, struct entry entry,
                   struct explanation *explanation)
{
    switch (entry.kind) {
    case ENTRY_ERROR:
        return explain_error(explainer, entry.index, explanation);
    case ENTRY_CODE:
        return explain_code(explainer, (uint32_t)entry.index, explanation);
    case ENTRY_CATEGORY:
        explain_category(explainer, entry.index, explanation);
        return true;
    case ENTRY_TOPIC:
        explain_topic(explainer, entry.index, explanation);
        return true;
    }
    return true;
}

bool explain_matches(const struct explainer *explainer, struct span query,
                     const struct entry *entries, size_t count, struct explanation *explanation)
{
    size_t listed = count < MAX_EXPLAINED_MATCHES ? count : MAX_EXPLAINED_MATCHES;
    struct explanation *matches =
        arena_allocate(explainer->arena, listed, sizeof *matches, explainer->fault);
    if (matches == NULL)
        return false;
    for (size_t i = 0; i < listed; i++) {
        matches[i].query = query;
        if (!explain_entry(explainer, entries[i], &matches[i]))
            return false;
    }
    explanation->matches = matches;
    explanation->match_count = listed;
    return true;
}

bool explain_unknown_number(const struct explainer *explainer, uint32_t number,
                            struct explanation *explanation)
{
    explanation->kind = EXPLAIN_UNKNOWN;
    if (!fill_number(explainer, number, explanation))
        return false;
    explanation->title =
        explainer->language == LANGUAGE_JA
            ? explain_format(explainer, "番号 %s (%s) のエージェント エラーはカタログにありません",
                             explanation->id, explanation->hex)
            : explain_format(explainer, "No agent error in the catalog has the number %s (%s)",
                             explanation->id, explanation->hex);
    return explanation->title != NULL;
}
