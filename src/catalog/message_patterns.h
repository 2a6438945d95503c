/* The patterns by which texts are recognised as agent errors. */
#ifndef MARSIFT_CATALOG_MESSAGE_PATTERNS_H
#define MARSIFT_CATALOG_MESSAGE_PATTERNS_H

#include <stdbool.h>

#include "base/fault.h"

struct catalog;

/* Fills the catalog's patterns, in the order that catalog.h gives, from its agent errors. Of equal
 * texts (case folded) that of the latest file stays; within one file they are a FAULT_CATALOG,
 * unless both are of one row. `file_names` are those of the files by number, for the message. */
bool message_patterns_build(struct catalog *catalog, const char *const *file_names,
                            struct fault *fault);

#endif
