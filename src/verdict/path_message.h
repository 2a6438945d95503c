/* Cuts a system message off the end of a failed file's path: lists without codes may write it
 * there.
 */
#ifndef MARSIFT_VERDICT_PATH_MESSAGE_H
#define MARSIFT_VERDICT_PATH_MESSAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/span.h"
#include "catalog/catalog.h"

/* True if `path` ends with a system message that is no part of the file's name. Then the message
 * and the separators before it are cut off, and `code` is the code that it stands for. Ask
 * catalog_may_end_with_message first, which is cheap. */
bool path_message_cut(const struct catalog *catalog, struct span *path, uint32_t *code);

#endif
