#include "catalog/code_meaning.h"

#include <string.h>

#include "catalog/catalog_lookup.h"
#include "catalog/catalog_private.h"
#include "catalog/code_family.h"

bool catalog_code_has_own_cause(const struct catalog_code *row)
{
    return *row->cause[LANGUAGE_EN] != '\0';
}

static struct code_meaning meaning_of_category(const struct catalog *catalog, size_t index)
{
    const struct catalog_category *category = &catalog->categories[index].row;
    struct code_meaning meaning = {.category = index,
                                   .symbol = "",
                                   .transient = category->transient,
                                   .at_risk = category->at_risk,
                                   .reference = category->reference};
    memcpy(meaning.cause, category->meaning, sizeof meaning.cause);
    return meaning;
}

static struct code_meaning meaning_of_row(const struct catalog *catalog,
                                          const struct catalog_code *row)
{
    struct code_meaning meaning = meaning_of_category(catalog, row->category);
    meaning.row = row;
    meaning.symbol = row->symbol;
    meaning.transient = row->transient;
    meaning.at_risk = row->at_risk;
    meaning.reference = row->reference;
    if (catalog_code_has_own_cause(row))
        memcpy(meaning.cause, row->cause, sizeof meaning.cause);
    return meaning;
}

struct code_meaning catalog_code_meaning(const struct catalog *catalog, uint32_t code)
{
    const struct catalog_code *exact = catalog_code_find(catalog, code);
    const struct catalog_code *row =
        exact != NULL ? exact : catalog_code_find(catalog, code_family_equivalent(code));
    if (row != NULL) {
        struct code_meaning meaning = meaning_of_row(catalog, row);
        meaning.exact = exact;
        return meaning;
    }
    const struct code_family *family = code_family_of(catalog, code);
    if (family == NULL)
        family = code_family_of(catalog, code_family_equivalent(code));
    if (family == NULL)
        return meaning_of_category(catalog, catalog->unknown_category);
    struct code_meaning meaning = meaning_of_category(catalog, family->category);
    meaning.family = family;
    if (*family->cause[LANGUAGE_EN] != '\0')
        memcpy(meaning.cause, family->cause, sizeof meaning.cause);
    if (*family->reference != '\0')
        meaning.reference = family->reference;
    return meaning;
}

bool catalog_code_actions(const struct code_meaning *meaning,
                          const struct catalog_category *category, enum language language,
                          struct arena *arena, struct action_texts *actions, struct fault *fault)
{
    const struct catalog_code *row = meaning->row;
    const struct code_family *family = meaning->family;
    const struct action_texts general =
        action_texts_in(category->actions, category->action_count, language);
    if (row == NULL && family == NULL) {
        *actions = general;
        return true;
    }
    *actions = row != NULL ? action_texts_in(row->actions, row->action_count, language)
                           : action_texts_in(family->actions, family->action_count, language);
    bool has_own_cause =
        row != NULL ? catalog_code_has_own_cause(row) : *family->cause[LANGUAGE_EN] != '\0';
    return (actions->count > 0 && has_own_cause) ||
           action_texts_join(actions, &general, arena, actions, fault);
}
