/* "Did you mean ...?" for a word that no entry of the catalog has. */
#ifndef MARSIFT_CATALOG_EXPLAIN_EXPLAIN_SUGGESTION_H
#define MARSIFT_CATALOG_EXPLAIN_EXPLAIN_SUGGESTION_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/span.h"
#include "catalog/catalog.h"

/* Finds the symbol, topic, word of a topic or category that differs from `text` in a few letters,
 * ignoring case. `nearest` is lent by the catalog; NULL if there is none or the text is too short
 * to say. False without memory. */
bool explain_suggest(const struct catalog *catalog, struct span text, struct arena *arena,
                     const char **nearest, struct fault *fault);

#endif
