/* Makes explanations of entries of the catalog. */
#ifndef MARSIFT_CATALOG_EXPLAIN_EXPLAIN_ENTRY_H
#define MARSIFT_CATALOG_EXPLAIN_EXPLAIN_ENTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/language.h"
#include "catalog/catalog.h"
#include "catalog/catalog_text.h"
#include "catalog/explain/explanation.h"

/* The most matches of a word that are listed. */
enum { MAX_EXPLAINED_MATCHES = 20 };

/* The context of all explanations of a run. */
struct explainer {
    const struct catalog *catalog;
    enum language language;
    struct arena *arena;
    struct fault *fault;
};

/* An entry of the catalog; `index` is that in its list, the failure code itself, or the short
 * number that stands for one. */
enum entry_kind {
    ENTRY_TOPIC,
    ENTRY_CATEGORY,
    ENTRY_ERROR,
    ENTRY_CODE,
    ENTRY_WIN32_ERROR,
    ENTRY_HTTP_STATUS
};

struct entry {
    enum entry_kind kind;
    size_t index;
};

/* Fills in all but the query and the matches. False without memory. */
bool explain_entry(const struct explainer *explainer, struct entry entry,
                   struct explanation *explanation);

/* Fills in the matches from the first MAX_EXPLAINED_MATCHES of `entries`; each has the query
 * `query`. False without memory. */
bool explain_matches(const struct explainer *explainer, struct span query,
                     const struct entry *entries, size_t count, struct explanation *explanation);

/* Explains that no agent error has that number. False without memory. */
bool explain_unknown_number(const struct explainer *explainer, uint32_t number,
                            struct explanation *explanation);

/* A text of the catalog with its arguments, in the arena; NULL without memory. */
const char *explain_text(const struct explainer *explainer, enum catalog_text_id id,
                         const char *first, const char *second);

#endif
