/* The meanings of failure codes, agent errors and system messages: the catalog, read from CSV files
 * that are built into the program, with the user's own rows on top.
 *
 * A user's file (--catalog FILE) has the columns of one of the built-in files, catalog/NAME.csv,
 * and is recognised by its header row. Columns that are not required may be missing or empty; then
 * a failure code takes transient, at_risk and reference from its category, an agent error severity,
 * transient, at_risk and reference, and a Japanese text is the English one.
 *
 * A row replaces the whole row with the same key, or is added when there is none. The key is the
 * code; the number of an agent error, or its symbol when the row has no number; the name of a
 * category, topic or context rule; the number of a facility. The user's families have precedence
 * over the built-in ones. A row may name only categories that were read before it, from the
 * built-in files or from an earlier file; so for the agent errors that a context rule names. A file
 * has each key and each message at most once. */
#ifndef MARSIFT_CATALOG_CATALOG_H
#define MARSIFT_CATALOG_CATALOG_H

#include <stddef.h>

#include "base/fault.h"
#include "catalog/catalog_lookup.h"
#include "catalog/catalog_types.h"
#include "catalog/code_description.h"
#include "catalog/code_meaning.h"
#include "catalog/context_index.h"
#include "catalog/system_message.h"

struct catalog;

/* Reads the built-in files, then the user's `paths` in their order; later rows win. A file that
 * breaks a rule is a FAULT_CATALOG that names file and line. NULL with the fault set. */
struct catalog *catalog_open(const char *const *paths, size_t path_count, struct fault *fault);

/* NULL is allowed. */
void catalog_close(struct catalog *catalog);

#endif
