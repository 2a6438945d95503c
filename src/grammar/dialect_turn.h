/* The dialect of each line in a text where several dialects take turns: record lines, records that
 * a grammar finds `anywhere`, and the text around them. */
#ifndef MARSIFT_GRAMMAR_DIALECT_TURN_H
#define MARSIFT_GRAMMAR_DIALECT_TURN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "grammar/dialect_set.h"
#include "grammar/pattern.h"

/* True if a dialect finds the line `anywhere`, whatever text is around it. */
bool dialect_turn_is_anywhere(const struct dialect_set *set, struct pattern_scratch *scratch,
                              struct span line);

/* Returns the index of the line's dialect. `previous` is that of the line before it, `usual` that
 * of ordinary lines. An empty line, and one that continues a record found anywhere, go on with the
 * line before. */
size_t dialect_turn_of_line(const struct dialect_set *set, struct pattern_scratch *scratch,
                            struct span line, size_t previous, size_t usual);

#endif
