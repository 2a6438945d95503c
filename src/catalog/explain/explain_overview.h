/* Lists what `explain` knows by name, for somebody who does not know yet what to ask. */
#ifndef MARSIFT_CATALOG_EXPLAIN_EXPLAIN_OVERVIEW_H
#define MARSIFT_CATALOG_EXPLAIN_EXPLAIN_OVERVIEW_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/language.h"
#include "catalog/catalog.h"
#include "catalog/explain/explanation.h"

/* The topics, and the categories of failures. */
enum { EXPLAIN_OVERVIEW_LISTS = 2 };

/* Fills in a list for each, of kind EXPLAIN_TOPIC with an empty query: its matches are the entries,
 * in the order of the catalog, and the query of each is its name. Texts are lent by `catalog` and
 * `arena`. False without memory. */
bool explain_overview(const struct catalog *catalog, enum language language, struct arena *arena,
                      struct explanation explanations[EXPLAIN_OVERVIEW_LISTS], struct fault *fault);

#endif
