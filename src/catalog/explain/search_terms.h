/* Splits a query into words to search for, each with its synonyms and without those that carry no
 * meaning. */
#ifndef MARSIFT_CATALOG_EXPLAIN_SEARCH_TERMS_H
#define MARSIFT_CATALOG_EXPLAIN_SEARCH_TERMS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/span.h"
#include "catalog/catalog.h"

/* The most words of one query; further ones are ignored. */
enum { MAX_SEARCH_TERMS = 8 };

struct search_term {
    struct span word;                      /* as it was typed */
    const struct catalog_synonym *synonym; /* the synonyms that it is one of, or NULL */
};

struct search_terms {
    struct search_term list[MAX_SEARCH_TERMS];
    size_t count;
};

/* Copies `text` into the arena in Unicode's compatibility form (NFKC): full-width letters become
 * plain ones, half-width kana full ones. Text that is not UTF-8 is copied as it is. An empty span
 * with bytes NULL without memory. */
struct span search_terms_plain_text(struct span text, struct arena *arena, struct fault *fault);

/* The words as they are, separated by blanks, hyphens and underscores. Lent by `text`. */
struct search_terms search_terms_of_words(struct span text);

/* The words with their synonyms and without those that carry no meaning. A word also ends where a
 * synonym begins, since Japanese has no blanks. Lent by both. */
struct search_terms search_terms_of(const struct catalog *catalog, struct span text);

/* Copies `text` into the arena with the first spelling of each synonym in place of the others: that
 * of the catalog's names. Words without a meaning at the end are left out. An empty span with bytes
 * NULL without memory. */
struct span search_terms_usual_spelling(const struct catalog *catalog, struct span text,
                                        struct arena *arena, struct fault *fault);

/* True if the word, or one that means the same, begins a word of `text`. */
bool search_terms_contain(const struct search_term *term, struct span text);

#endif
