/* The dialects of record lines: see input/structured/record_titles.h. Records of several dialects
 * and ordinary lines may take turns in one log. */
#ifndef MARSIFT_GRAMMAR_RECORD_DIALECT_H
#define MARSIFT_GRAMMAR_RECORD_DIALECT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "grammar/dialect_set.h"
#include "input/log.h"

/* Returns the dialect of a record line; NULL if the line is none. */
const struct dialect *record_dialect_of_line(const struct dialect_set *set, struct span line);

/* Returns the dialect of most record lines at the head of a log, the first one among equals; NULL
 * if there are none. `*is_most`: no more lines of the head are of another kind. */
const struct dialect *record_dialect_of_head(const struct dialect_set *set,
                                             const struct block *head, bool *is_most);

#endif
