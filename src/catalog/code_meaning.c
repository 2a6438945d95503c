#include "catalog/code_meaning.h"

#include <string.h>

#include "catalog/catalog_lookup.h"
#include "catalog/catalog_private.h"
#include "catalog/code_family.h"

static struct code_meaning meaning_of_row(const struct catalog_code *row)
{
    struct code_meaning meaning = {.category = row->category,
                                   .symbol = row->symbol,
                                   .transient = row->transient,
                                   .at_risk = row->at_risk,
                                   .reference = row->reference};
    memcpy(meaning.action, row->action, sizeof meaning.action);
    return meaning;
}

static struct code_meaning meaning_of_category(const struct catalog *catalog, size_t index)
{
    const struct catalog_category *category = &catalog->categories[index].row;
    struct code_meaning meaning = {.category = index,
                                   .symbol = "",
                                   .transient = category->transient,
                                   .at_risk = category->at_risk,
                                   .reference = category->reference};
    for (size_t i = 0; i < LANGUAGE_COUNT; i++)
        meaning.action[i] = category->action_count[i] > 0 ? category->actions[i][0] : "";
    return meaning;
}

/* Gives a row without an action the first one of its category. */
static void fill_action(const struct catalog *catalog, struct code_meaning *meaning)
{
    for (size_t i = 0; i < LANGUAGE_COUNT; i++)
        if (*meaning->action[i] == '\0')
            meaning->action[i] = meaning_of_category(catalog, meaning->category).action[i];
}

struct code_meaning catalog_code_meaning(const struct catalog *catalog, uint32_t code)
{
    const struct catalog_code *exact = catalog_code_find(catalog, code);
    const struct catalog_code *row =
        exact != NULL ? exact : catalog_code_find(catalog, code_family_equivalent(code));
    if (row != NULL) {
        struct code_meaning meaning = meaning_of_row(row);
        meaning.exact = exact;
        fill_action(catalog, &meaning);
        return meaning;
    }
    const struct code_family *family = code_family_of(catalog, code);
    if (family == NULL)
        family = code_family_of(catalog, code_family_equivalent(code));
    if (family == NULL)
        return meaning_of_category(catalog, catalog->unknown_category);
    struct code_meaning meaning = meaning_of_category(catalog, family->category);
    if (*family->reference != '\0')
        meaning.reference = family->reference;
    return meaning;
}

const char *catalog_code_own_action(const struct catalog *catalog, uint32_t code,
                                    enum language language)
{
    struct code_meaning meaning = catalog_code_meaning(catalog, code);
    const struct catalog_category *category = &catalog->categories[meaning.category].row;
    const char *action = meaning.action[language];
    if (meaning.exact == NULL || *action == '\0')
        return NULL;
    for (size_t i = 0; i < category->action_count[language]; i++)
        if (strcmp(category->actions[language][i], action) == 0)
            return NULL;
    return action;
}
