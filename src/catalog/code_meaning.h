/* Meanings of failure codes, also of those that have no row of their own. */
#ifndef MARSIFT_CATALOG_CODE_MEANING_H
#define MARSIFT_CATALOG_CODE_MEANING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fault.h"
#include "catalog/action_text.h"
#include "catalog/catalog_types.h"

struct catalog;

/* Texts are lent by the catalog. */
struct code_meaning {
    const struct catalog_code *exact; /* the code's own row, or NULL */
    const struct catalog_code *row;   /* that, or the row of the equivalent code; NULL */
    const struct code_family *family; /* that of a code without a row, or NULL */
    size_t category;
    const char *symbol; /* "" if not known */
    bool transient;
    bool at_risk;
    const char
        *cause[LANGUAGE_COUNT]; /* why it happens: the row's or family's own, else the category's */
    const char *reference;
};

/* Returns the meaning of any code: from its row, else from the row of the equivalent code (0xD...
 * and 0xC... for an NTSTATUS), else from its family (VSS, BitLocker ...), else that of the category
 * "unknown". */
struct code_meaning catalog_code_meaning(const struct catalog *catalog, uint32_t code);

/* True if the row gives a cause of its own: then its actions are all that there is to do, and those
 * of the category do not apply. */
bool catalog_code_has_own_cause(const struct catalog_code *row);

/* What to do about the code, most specific first: the actions of its row or family, then, unless
 * that has a cause of its own, those of `category` that it does not give as well. False with the
 * fault set when there is no memory. */
bool catalog_code_actions(const struct code_meaning *meaning,
                          const struct catalog_category *category, enum language language,
                          struct arena *arena, struct action_texts *actions, struct fault *fault);

#endif
