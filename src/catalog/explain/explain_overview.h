/* Lists what `explain` knows, for somebody who does not know yet what to ask. */
#ifndef MARSIFT_CATALOG_EXPLAIN_EXPLAIN_OVERVIEW_H
#define MARSIFT_CATALOG_EXPLAIN_EXPLAIN_OVERVIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/language.h"
#include "base/span.h"
#include "catalog/catalog.h"
#include "catalog/explain/explanation.h"

/* In the order in which they are printed. */
enum explain_list { LIST_TOPICS, LIST_CATEGORIES, LIST_ERRORS, LIST_CODES, EXPLAIN_LIST_COUNT };

/* The names by which lists are asked for, in their order; NULL ends them. */
extern const char *const explain_list_names[EXPLAIN_LIST_COUNT + 1];

/* Fills in the list, of kind EXPLAIN_TOPIC with an empty query: its matches are the entries, in the
 * order of the catalog, and the query of each is the name by which `explain` knows it. Texts are
 * lent by `catalog` and `arena`. False without memory. */
bool explain_list(const struct catalog *catalog, enum explain_list list, enum language language,
                  struct arena *arena, struct explanation *explanation, struct fault *fault);

#endif
