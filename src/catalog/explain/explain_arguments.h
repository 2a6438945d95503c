/* The arguments of `explain` to its queries: what stands between blanks on a command line may be
 * one message that somebody has not quoted. */
#ifndef MARSIFT_CATALOG_EXPLAIN_EXPLAIN_ARGUMENTS_H
#define MARSIFT_CATALOG_EXPLAIN_EXPLAIN_ARGUMENTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/language.h"
#include "catalog/catalog.h"
#include "catalog/explain/explanation.h"

/* Explains the `count` arguments in their order, into `explanations`, which has room for as many;
 * `explained` tells how many queries they were.
 *
 * Codes, numbers, symbols, messages of the agent (Japanese ones need no blanks) and arguments with
 * a blank in them are queries of their own. Plain words that follow each other are one query,
 * joined by blanks, when that finds something; but not when each of them finds an entry by itself
 * ("proxy network") and all together are neither a name nor a message. A number
 * behind plain words belongs to them when they say what it is ("os error 5"). False without memory.
 */
bool explain_arguments(const struct catalog *catalog, const char *const *arguments, size_t count,
                       enum language language, struct arena *arena,
                       struct explanation *explanations, size_t *explained, struct fault *fault);

#endif
