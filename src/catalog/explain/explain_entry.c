#include "catalog/explain/explain_entry.h"
#include "catalog/code_family.h"

#include <stdio.h>
#include <string.h>

#include "catalog/action_text.h"
#include "text/code_notation.h"

/* An explanation has pointers to booleans, NULL where they do not apply. */
static const bool *pointer_to(bool value)
{
    static const bool yes = true;
    static const bool no = false;
    return value ? &yes : &no;
}

/* An empty text does not apply. */
static const char *or_null(const char *text)
{
    return *text != '\0' ? text : NULL;
}

/* A copy of `text` in the arena, or NULL. */
static const char *copy_text(const struct explainer *explainer, const char *text)
{
    return arena_copy(explainer->arena, span_of(text), explainer->fault).bytes;
}

const char *explain_text(const struct explainer *explainer, enum catalog_text_id id,
                         const char *first, const char *second)
{
    const struct span arguments[] = {span_of(first), span_of(second)};
    return catalog_text_fill(id, explainer->language, arguments, explainer->arena,
                             explainer->fault);
}

static bool fill_number(const struct explainer *explainer, uint32_t id,
                        struct explanation *explanation)
{
    char decimal[16];
    char hex[16];
    snprintf(decimal, sizeof decimal, "%u", (unsigned)id);
    snprintf(hex, sizeof hex, "0x%05X", (unsigned)id);
    explanation->id = copy_text(explainer, decimal);
    explanation->hex = copy_text(explainer, hex);
    return explanation->id != NULL && explanation->hex != NULL;
}

/* Fills in the actions. There is no record to take a volume from. */
static bool fill_actions(const struct explainer *explainer, struct action_texts texts,
                         struct explanation *explanation)
{
    const struct action_targets none = {0};
    if (texts.count == 0)
        return true;
    if (!action_text_fill(&texts, &none, explainer->language, explainer->arena, &texts,
                          explainer->fault))
        return false;
    explanation->actions = texts.texts;
    explanation->action_count = texts.count;
    return true;
}

static bool fill_category(const struct explainer *explainer, size_t index,
                          struct explanation *explanation)
{
    const struct catalog_category *category = catalog_category_at(explainer->catalog, index);
    explanation->category = category->name;
    explanation->category_title = category->title[explainer->language];
    explanation->severity = severity_name(category->severity);
    explanation->transient = pointer_to(category->transient);
    explanation->at_risk = pointer_to(category->at_risk);
    explanation->cause = or_null(category->meaning[explainer->language]);
    explanation->reference = or_null(category->reference);
    return fill_actions(
        explainer, action_texts_in(category->actions, category->action_count, explainer->language),
        explanation);
}

static bool fill_error_actions(const struct explainer *explainer, const struct agent_error *error,
                               struct explanation *explanation)
{
    return fill_actions(explainer,
                        action_texts_in(error->actions, error->action_count, explainer->language),
                        explanation);
}

/* Fills in why the code appears and what to do: those of the agent error that it is, if any. */
static bool fill_remedy(const struct explainer *explainer, const struct code_meaning *meaning,
                        uint32_t code, struct explanation *explanation)
{
    size_t error;
    struct action_texts actions;
    if (catalog_error_by_code(explainer->catalog, code, &error)) {
        const struct agent_error *same = catalog_error_at(explainer->catalog, error);
        explanation->cause = or_null(same->cause[explainer->language]);
        return fill_error_actions(explainer, same, explanation);
    }
    bool is_known = meaning->row != NULL ||
                    meaning->category != catalog_category_unknown(explainer->catalog) ||
                    (meaning->family != NULL && *meaning->family->cause[LANGUAGE_EN] != '\0');
    explanation->cause = is_known ? or_null(meaning->cause[explainer->language])
                                  : catalog_text(CATALOG_TEXT_NOT_IN_CATALOG, explainer->language);
    return catalog_code_actions(meaning, catalog_category_at(explainer->catalog, meaning->category),
                                explainer->language, explainer->arena, &actions,
                                explainer->fault) &&
           fill_actions(explainer, actions, explanation);
}

static bool explain_code(const struct explainer *explainer, uint32_t code,
                         struct explanation *explanation)
{
    const struct code_meaning meaning = catalog_code_meaning(explainer->catalog, code);
    char text[CODE_TEXT_BYTES];
    char digits[CODE_NOTATION_BYTES];
    explanation->kind = EXPLAIN_HRESULT;
    if (!fill_category(explainer, meaning.category, explanation))
        return false;
    explanation->transient = pointer_to(meaning.transient);
    explanation->at_risk = pointer_to(meaning.at_risk);
    explanation->symbol = or_null(meaning.symbol);
    explanation->reference = or_null(meaning.reference);
    explanation->code = copy_text(explainer, code_notation_write_code(code, digits));
    explanation->title = copy_text(
        explainer, catalog_code_describe(explainer->catalog, code, explainer->language, text));
    return explanation->code != NULL && explanation->title != NULL &&
           fill_remedy(explainer, &meaning, code, explanation);
}

/* "Access denied (Win32 error 5)": the title says how a short number was understood. */
static bool explain_short_code(const struct explainer *explainer, uint32_t family, uint32_t number,
                               enum catalog_text_id text, struct explanation *explanation)
{
    if (!explain_code(explainer, family | number, explanation))
        return false;
    /* The description of a code without a row names the number. */
    if (catalog_code_find(explainer->catalog, family | number) == NULL)
        return true;
    char digits[16];
    snprintf(digits, sizeof digits, "%u", (unsigned)number);
    explanation->title = explain_text(explainer, text, explanation->title, digits);
    return explanation->title != NULL;
}

static bool explain_error(const struct explainer *explainer, size_t index,
                          struct explanation *explanation)
{
    const struct agent_error *error = catalog_error_at(explainer->catalog, index);
    if (error->code != 0)
        return explain_code(explainer, error->code, explanation);
    explanation->kind = EXPLAIN_AGENT_ERROR;
    if (!fill_category(explainer, error->category, explanation))
        return false;
    explanation->symbol = or_null(error->symbol);
    explanation->title = error->title[explainer->language];
    explanation->severity = severity_name(error->severity);
    explanation->transient = pointer_to(error->transient);
    explanation->at_risk = pointer_to(error->at_risk);
    explanation->cause = or_null(error->cause[explainer->language]);
    explanation->reference = or_null(error->reference);
    return fill_error_actions(explainer, error, explanation) &&
           (error->id == 0 || fill_number(explainer, error->id, explanation));
}

static bool explain_category(const struct explainer *explainer, size_t index,
                             struct explanation *explanation)
{
    explanation->kind = EXPLAIN_TOPIC;
    if (!fill_category(explainer, index, explanation))
        return false;
    explanation->title = explanation->category_title;
    return true;
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
    case ENTRY_WIN32_ERROR:
        return explain_short_code(explainer, CODE_WIN32_HRESULT, (uint32_t)entry.index,
                                  CATALOG_TEXT_WIN32_ERROR, explanation);
    case ENTRY_HTTP_STATUS:
        return explain_short_code(explainer, CODE_HTTP_HRESULT, (uint32_t)entry.index,
                                  CATALOG_TEXT_HTTP_STATUS, explanation);
    case ENTRY_CATEGORY:
        return explain_category(explainer, entry.index, explanation);
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
        explain_text(explainer, CATALOG_TEXT_UNKNOWN_NUMBER, explanation->id, explanation->hex);
    return explanation->title != NULL;
}
