/* Words and symbols to entries of the catalog. */
#ifndef MARSIFT_CATALOG_EXPLAIN_EXPLAIN_WORDS_H
#define MARSIFT_CATALOG_EXPLAIN_EXPLAIN_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/span.h"
#include "catalog/catalog.h"
#include "catalog/explain/explain_entry.h"
#include "catalog/explain/search_terms.h"

/* The entry that is called `name`: a symbol, a message of the system, a topic or a category. False
 * when there is none. */
bool explain_find_name(const struct catalog *catalog, struct span name, struct entry *entry);

/* What a message that was pasted as a whole is about: the agent error or code of a number in
 * brackets, else the agent error whose message stands in `text`, the longest first and a wrapper
 * last. */
bool explain_find_message(const struct catalog *catalog, struct span text, struct entry *entry);

struct found_entries {
    struct entry *list; /* memory_free releases it, also after a failure */
    size_t count, capacity;
    size_t close_count; /* how many of the first have all words in one name, title or message */
};

/* Every entry that has all terms, in the order of explain.h. False without memory. */
bool explain_find_words(const struct catalog *catalog, const struct search_terms *terms,
                        struct found_entries *found, struct fault *fault);

#endif
