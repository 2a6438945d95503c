/* The message fragments of all agent errors as one list. */
#ifndef MARSIFT_DIAGNOSIS_CATALOG_FRAGMENTS_H
#define MARSIFT_DIAGNOSIS_CATALOG_FRAGMENTS_H

#include <stdbool.h>

#include "base/fault.h"
#include "diagnosis/catalog_data.h"

/* Fills catalog->fragments, longest first. Of equal texts (case folded) the one of the latest file
 * stays; within one file they are a FAULT_CATALOG, unless one row has both. */
bool catalog_collect_fragments(struct catalog *catalog, const char *const *file_names,
                               struct fault *fault);

#endif
