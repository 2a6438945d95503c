/* The context rules in the order of their precedence, and an index of the rules about paths by code
 * and category. */
#ifndef MARSIFT_CATALOG_CONTEXT_INDEX_H
#define MARSIFT_CATALOG_CONTEXT_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "catalog/catalog_types.h"

struct catalog;

/* Orders the rules, those of the latest file first, and builds the index. Private to the catalog,
 * which calls it once, when every row is read. */
bool context_index_build(struct catalog *catalog, struct fault *fault);

/* The context rules: the user's first, those of one file in its order. The first rule that matches
 * counts. */
size_t catalog_context_count(const struct catalog *catalog);
const struct catalog_context *catalog_context_at(const struct catalog *catalog, size_t index);

/* True if the rule is about paths: it names some, or a length. */
bool catalog_context_is_about_paths(const struct catalog_context *rule);

/* Returns the rules about paths that may concern a file with that code in that category, with those
 * of the wider lists. Takes constant time: it is called once per failed file. */
const struct context_list *catalog_contexts_of(const struct catalog *catalog, bool has_code,
                                               uint32_t code, size_t category);

/* Returns the rules that name the agent error. */
const struct context_list *catalog_contexts_of_error(const struct catalog *catalog, size_t error);

/* True if the rule names that code or category, or neither codes nor categories at all. */
bool catalog_context_concerns(const struct catalog_context *rule, bool has_code, uint32_t code,
                              size_t category);

#endif
