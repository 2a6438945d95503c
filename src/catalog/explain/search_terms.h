/* What somebody typed, taken apart into words to look for: each with its synonyms, and without
 * those that tell nothing. */
#ifndef MARSIFT_CATALOG_EXPLAIN_SEARCH_TERMS_H
#define MARSIFT_CATALOG_EXPLAIN_SEARCH_TERMS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/span.h"
#include "catalog/catalog.h"

/* Words of one query that count; the ones after them are left out. */
enum { MAX_SEARCH_TERMS = 8 };

struct search_term {
    struct span word;                      /* as it was typed */
    const struct catalog_synonym *synonym; /* what else it may be called, or NULL */
};

struct search_terms {
    struct search_term list[MAX_SEARCH_TERMS];
    size_t count;
};

/* `text` in Unicode's compatibility form (NFKC), in the arena: full-width letters become plain
 * ones, half-width kana whole ones. Text that is not UTF-8 stays as it is. An empty span with bytes
 * NULL without memory. */
struct span search_terms_plain_text(struct span text, struct arena *arena, struct fault *fault);

/* The words as they stand, between blanks, hyphens and underscores. Lent by `text`. */
struct search_terms search_terms_of_words(struct span text);

/* The words with their synonyms and without those that tell nothing. Words end where a synonym
 * begins as well, since Japanese has no blanks. Lent by both. */
struct search_terms search_terms_of(const struct catalog *catalog, struct span text);

/* `text` with the first spelling of each synonym in place of the others, in the arena, as the names
 * of the catalog are spelt. An empty span with bytes NULL without memory. */
struct span search_terms_usual_spelling(const struct catalog *catalog, struct span text,
                                        struct arena *arena, struct fault *fault);

/* Whether the word, or one that means the same, stands in `text`. */
bool search_terms_contain(const struct search_term *term, struct span text);

#endif
