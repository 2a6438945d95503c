/* What --fail-on can be asked: the list of it, and the names that a misspelt one may mean. */
#ifndef MARSIFT_CLI_FAIL_ON_NAMES_H
#define MARSIFT_CLI_FAIL_ON_NAMES_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"
#include "catalog/catalog.h"
#include "cli/options.h"

/* True if the only condition is "list". */
bool fail_on_is_list(const struct value_list *conditions);

/* Prints all metrics, categories and severities on standard output, with those of the user's
 * catalogs. False with the fault set. */
bool fail_on_list(const struct options *options, struct fault *fault);

/* Appends the right names nearest to `typed` ("file", "reason:corupted", "corrupted"), at most
 * three, joined by " or "; nothing if none is near. False without memory. */
bool fail_on_suggest(const struct catalog *catalog, struct span typed, struct buffer *nearest,
                     struct fault *fault);

#endif
