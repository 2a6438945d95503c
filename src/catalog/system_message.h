/* Finds system messages and symbols of codes at the end of a text. */
#ifndef MARSIFT_CATALOG_SYSTEM_MESSAGE_H
#define MARSIFT_CATALOG_SYSTEM_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/span.h"

struct catalog;

/* Fills the catalog's suffixes from its system messages. Private to the catalog, which calls it
 * once, when every row is read. */
bool system_message_build_suffixes(struct catalog *catalog, struct fault *fault);

/* False if catalog_system_message certainly finds nothing at the end of `text`. Looks at the last
 * two bytes only: it is called for every failed file. */
bool catalog_may_end_with_message(const struct catalog *catalog, struct span text);

/* True if `text` ends with a system message (in any language of the catalog, with or without its
 * full stop, case folded) or with a code's symbol in capitals (ERROR_ACCESS_DENIED), in either case
 * at a word boundary. Then `code` is what the message stands for, and `start` the offset at which
 * it begins: 0 when the whole text is the message. */
bool catalog_system_message(const struct catalog *catalog, struct span text, uint32_t *code,
                            size_t *start);

#endif
