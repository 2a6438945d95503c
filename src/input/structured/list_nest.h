/* The pairs of an object inside a record of an aligned list, indented below its title, whose value
 * is empty; their colons have a column of their own:
 *     JobStatus   :
 *         JobState  : Failed */
#ifndef MARSIFT_INPUT_STRUCTURED_LIST_NEST_H
#define MARSIFT_INPUT_STRUCTURED_LIST_NEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "input/structured/list_pair.h"
#include "input/structured/record_line.h"

/* Start with zeros. */
struct list_nest {
    size_t colon; /* that of the object; 0 outside of one */
};

/* True if the line, which is `pair` and whose colon is not in the list's column, is of such an
 * object. `may_begin`: the last pair has no value. */
bool list_nest_holds(struct list_nest *nest, const struct record_line *record, struct span line,
                     const struct list_pair *pair, uint32_t title, bool may_begin);

/* True if the title of a pair of the object is one that the record has, as the state of a volume
 * inside that of its job; and if what the record has is empty, as the error of the job. */
bool list_nest_repeats(const struct list_nest *nest, const struct record_line *record,
                       const struct list_pair *pair, uint32_t title);
bool list_nest_fills(const struct list_nest *nest, const struct record_line *record,
                     const struct list_pair *pair, uint32_t title);

#endif
