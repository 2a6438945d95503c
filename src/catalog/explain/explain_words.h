/* Finds entries of the catalog by words, symbols and messages. */
#ifndef MARSIFT_CATALOG_EXPLAIN_EXPLAIN_WORDS_H
#define MARSIFT_CATALOG_EXPLAIN_EXPLAIN_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/span.h"
#include "catalog/catalog.h"
#include "catalog/explain/explain_entry.h"
#include "catalog/explain/search_terms.h"

/* Finds the entry with the name `name`: a symbol, a message of the system, a topic, a category or
 * the title of an agent error. False if there is none. */
bool explain_find_name(const struct catalog *catalog, struct span name, struct entry *entry);

/* Finds what a whole message is about: the agent error or code of a number in brackets, else the
 * agent error whose message occurs in `text`, the longest first and a wrapper last. False if there
 * is none. */
bool explain_find_message(const struct catalog *catalog, struct span text, struct entry *entry);

struct found_entries {
    struct entry *list; /* the caller frees it by memory_free, also after a failure */
    size_t count, capacity;
    size_t close_count; /* of the first entries: those with all words in one text */
};

/* Finds every entry that contains all terms, in the order of explain.h. False without memory. */
bool explain_find_words(const struct catalog *catalog, const struct search_terms *terms,
                        struct found_entries *found, struct fault *fault);

#endif
