/* Meanings of failure codes, also of those that have no row of their own. */
#ifndef MARSIFT_CATALOG_CODE_MEANING_H
#define MARSIFT_CATALOG_CODE_MEANING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalog/catalog_types.h"

struct catalog;

/* Texts are lent by the catalog. */
struct code_meaning {
    const struct catalog_code *exact; /* the code's own row, or NULL */
    size_t category;
    const char *symbol; /* "" if not known */
    bool transient;
    bool at_risk;
    const char *action[LANGUAGE_COUNT];
    const char *reference;
};

/* Returns the meaning of any code: from its row, else from the row of the equivalent code (0xD...
 * and 0xC... for an NTSTATUS), else from its family (VSS, BitLocker ...), else that of the category
 * "unknown". */
struct code_meaning catalog_code_meaning(const struct catalog *catalog, uint32_t code);

/* Returns the action of the code's own row; NULL if it has none, or one of its category's. Lent by
 * the catalog. */
const char *catalog_code_own_action(const struct catalog *catalog, uint32_t code,
                                    enum language language);

#endif
