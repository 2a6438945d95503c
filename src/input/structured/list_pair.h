/* A title and its value on a line: "Event ID:      11", "レベル : エラー". */
#ifndef MARSIFT_INPUT_STRUCTURED_LIST_PAIR_H
#define MARSIFT_INPUT_STRUCTURED_LIST_PAIR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "input/structured/title_index.h"

struct list_pair {
    struct span title; /* both trimmed, and lent by the line */
    struct span value;
    size_t colon;  /* its offset in the line */
    bool is_tight; /* no blank is beside the colon: only among other pairs that means anything */
};

/* Reads the pair that the line begins with. A path ("C:\x"), an address ("http://x") and a time
 * ("02:47") are none. */
bool list_pair_read(struct span line, struct list_pair *pair);

/* Returns how far the value, which is not empty, is from the start of the title. */
static inline size_t list_pair_value_column(const struct list_pair *pair)
{
    return (size_t)(pair->value.bytes - pair->title.bytes);
}

/* Splits a value that other pairs follow on the line ("Error Event Source: VolSnap"), which begins
 * with a title that the index knows: `pair` keeps what is before it, and `next` gets the rest. In
 * words "Error:" begins no other ones. */
bool list_pair_split(const struct title_index *index, struct list_pair *pair,
                     struct list_pair *next);

/* True if known titles follow the pair on its line, as where a web page has lost the lines' ends:
 * "Source:VSSDate:1/18/2023 6:00:58 AMEvent ID:8194". */
bool list_pair_is_glued(const struct title_index *index, struct list_pair pair);

/* Reads the pair of a line with an equals sign, "Level = Error", whose title is known. */
bool list_pair_read_equals(const struct title_index *index, struct span line,
                           struct list_pair *pair);

/* Reads the pair of a line that has a gap in place of the colon: "Cluster node   N2". A known title
 * whose value nobody needs may be alone, as the text of a link is. */
bool list_pair_read_column(const struct title_index *index, struct span line,
                           struct list_pair *pair);

#endif
