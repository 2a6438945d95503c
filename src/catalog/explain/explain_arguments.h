/* Splits the arguments of `explain` into queries: several arguments may be one message that
 * somebody has not quoted. */
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
 * `explained` is the number of queries.
 *
 * Codes, numbers, symbols, messages of the agent (Japanese ones need no blanks) and arguments with
 * a blank in them are queries of their own. Adjacent plain words, joined by blanks, are one query
 * if that finds something; but not if each of them finds an entry by itself ("proxy network") and
 * they are neither a name nor a message together. A number after plain words belongs to them if
 * they say what it is ("os error 5"), and so does a code after words that find no entry, as in a
 * pasted line. False without memory. */
bool explain_arguments(const struct catalog *catalog, const char *const *arguments, size_t count,
                       enum language language, struct arena *arena,
                       struct explanation *explanations, size_t *explained, struct fault *fault);

#endif
