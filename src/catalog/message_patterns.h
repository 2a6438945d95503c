/* What the catalog looks for in texts: the fragments of agent errors, the wordings of system
 * messages. */
#ifndef MARSIFT_CATALOG_MESSAGE_PATTERNS_H
#define MARSIFT_CATALOG_MESSAGE_PATTERNS_H

#include <stdbool.h>

#include "base/fault.h"
#include "catalog/catalog_private.h"

/* Fills catalog->fragments, longest first. Of equal texts (case folded) the one of the latest file
 * stays; within one file they are a FAULT_CATALOG, unless one row has both. */
bool catalog_collect_message_patterns(struct catalog *catalog, const char *const *file_names,
                                      struct fault *fault);

/* Fills catalog->wordings from the system messages. */
bool catalog_collect_message_suffixes(struct catalog *catalog, struct fault *fault);

#endif
