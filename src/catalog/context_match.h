/* Finds the context rule of the catalog that matches a file or an agent error. Stateless. */
#ifndef MARSIFT_CATALOG_CONTEXT_MATCH_H
#define MARSIFT_CATALOG_CONTEXT_MATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "catalog/catalog.h"
#include "text/folder_list.h"

/* Finds the first rule that matches a failed file with that code and category; `folded` is its path
 * as path_key_fold gives it, `scratch` the scratch folders of its host (NULL: not known). False if
 * there is none. */
bool context_match_path(const struct catalog *catalog, bool has_code, uint32_t code,
                        size_t category, struct span folded, const struct folder_list *scratch,
                        size_t *rule);

/* True if files in the folder (`folded`, with a backslash at its end) may match another rule once
 * it is known that `scratch` is where their host has its scratch folders. */
bool context_match_may_change(const struct catalog *catalog, struct span folded,
                              const struct folder_list *scratch);

/* Finds the first rule that matches a record of the agent error `error` (an index). A code that the
 * record names in its `text` (0x800706BA) counts as its own. */
bool context_match_error(const struct catalog *catalog, size_t error, bool has_code, uint32_t code,
                         struct span text, size_t *rule);

#endif
