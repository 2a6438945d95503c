/* "Did you mean ...?" for a word that no entry of the catalog has. */
#ifndef MARSIFT_CATALOG_EXPLAIN_EXPLAIN_SUGGESTION_H
#define MARSIFT_CATALOG_EXPLAIN_EXPLAIN_SUGGESTION_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/span.h"
#include "catalog/catalog.h"

/* The symbol, topic, word of a topic or category that differs from `text` in a few letters, case
 * aside; NULL when there is none, or the text is too short to tell. Lent by the catalog. False
 * without memory. */
bool explain_suggest(const struct catalog *catalog, struct span text, struct arena *arena,
                     const char **nearest, struct fault *fault);

#endif
