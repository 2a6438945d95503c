/* The context rule of a failed file, for tests of the catalog. */
#ifndef MARSIFT_TESTS_SUPPORT_CONTEXT_RULE_H
#define MARSIFT_TESTS_SUPPORT_CONTEXT_RULE_H

#include <stdint.h>

#include "base/buffer.h"
#include "catalog/catalog.h"
#include "text/folder_list.h"

/* The name of the rule for a path, "-" for none, and the category that the rule gives the file.
 * `code` 0: none; `scratch` NULL: the scratch folders of its host are not known. */
const char *rule_where(const struct catalog *catalog, uint32_t code, const char *path,
                       const struct folder_list *scratch, const char **category);

/* True if the scratch folders may change what is said of the folder of the path, or of the path as
 * a folder; `folded` is as path_key_fold gives it. */
bool rule_may_change(const struct catalog *catalog, const struct buffer *folded,
                     const struct folder_list *scratch);

#endif
