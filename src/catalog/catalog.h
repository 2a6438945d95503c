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

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/language.h"
#include "base/span.h"
#include "catalog/catalog_lookup.h"
#include "catalog/catalog_types.h"
#include "catalog/code_meaning.h"
#include "catalog/context_index.h"

struct catalog;

/* Reads the built-in files, then the user's `paths` in their order; later rows win. A file that
 * breaks a rule is a FAULT_CATALOG that names file and line. NULL with the fault set. */
struct catalog *catalog_open(const char *const *paths, size_t path_count, struct fault *fault);

/* NULL is allowed. */
void catalog_close(struct catalog *catalog);

enum { CODE_TEXT_BYTES = 512 };

/* Describes the code in words: by the system's message where it is known, else by the words of its
 * symbol, else by severity, facility (its name where it is known) and number. Never empty, without
 * a full stop; what does not fit is cut off before a whole character. Returns `text`. */
const char *catalog_code_describe(const struct catalog *catalog, uint32_t code,
                                  enum language language, char text[CODE_TEXT_BYTES]);

/* False if catalog_system_message certainly finds nothing at the end of `text`. Looks at the last
 * two bytes only: it is called for every failed file. */
bool catalog_may_end_with_message(const struct catalog *catalog, struct span text);

/* True if `text` ends with a system message (English or Japanese, with or without its full stop,
 * case folded) or with a code's symbol in capitals (ERROR_ACCESS_DENIED), in either case at a word
 * boundary. Then `code` is what the message stands for, and `start` the offset at which it begins:
 * 0 when the whole text is the message. */
bool catalog_system_message(const struct catalog *catalog, struct span text, uint32_t *code,
                            size_t *start);

#endif
