/* Entries of the catalog as explanations. */
#ifndef MARSIFT_CATALOG_EXPLAIN_EXPLAIN_ENTRY_H
#define MARSIFT_CATALOG_EXPLAIN_EXPLAIN_ENTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/language.h"
#include "catalog/catalog.h"
#include "catalog/explain/explanation.h"

/* How many matches of a word are listed. */
enum { MAX_EXPLAINED_MATCHES = 20 };

/* What every explanation of a run needs. */
struct explainer {
    const struct catalog *catalog;
    enum language language;
    struct arena *arena;
    struct fault *fault;
};

/* What an entry is; `index` is that of its list in the catalog, or a failure code itself. */
enum entry_kind { ENTRY_TOPIC, ENTRY_CATEGORY, ENTRY_ERROR, ENTRY_CODE };

struct entry {
    enum entry_kind kind;
    size_t index;
};

/* Fills all but the query and the matches. False without memory. */
bool explain_entry(const struct explainer *explainer, struct entry entry,
                   struct explanation *explanation);

/* Fills the matches from `entries`; at most MAX_EXPLAINED_MATCHES. Each is asked as `query`. */
bool explain_matches(const struct explainer *explainer, struct span query,
                     const struct entry *entries, size_t count, struct explanation *explanation);

/* Says that there is no agent error of that number. */
bool explain_unknown_number(const struct explainer *explainer, uint32_t number,
                            struct explanation *explanation);

/* A formatted text in the arena, or NULL. */
const char *explain_format(const struct explainer *explainer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
