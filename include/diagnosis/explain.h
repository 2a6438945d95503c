/* What `explain` says: one argument to one explanation, offline. */
#ifndef MARSIFT_DIAGNOSIS_EXPLAIN_H
#define MARSIFT_DIAGNOSIS_EXPLAIN_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/language.h"
#include "diagnosis/catalog.h"
#include "diagnosis/report.h"

/* Looks `query` up, in this order: a failure code or agent number in any notation (an unknown code is
 * decoded), a symbol, a topic, a category, words in messages, symbols and causes of either language. Texts
 * are lent by `catalog`, `arena` and `query`. False only without memory; what is not found is an
 * explanation of kind EXPLAIN_UNKNOWN. */
bool explain_query(const struct catalog *catalog, struct span query, enum language language,
                   struct arena *arena, struct explanation *explanation, struct fault *fault);

#endif
