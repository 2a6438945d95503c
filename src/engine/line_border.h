/* The lines that end a table or a list, because they are records of a trace or entries of a list of
 * files: see struct record_border. */
#ifndef MARSIFT_ENGINE_LINE_BORDER_H
#define MARSIFT_ENGINE_LINE_BORDER_H

#include <stdbool.h>

#include "grammar/dialect_set.h"
#include "grammar/pattern.h"
#include "input/structured/structured_reader.h"

struct line_border {
    const struct dialect_set *dialects;
    struct pattern_scratch *scratch; /* of the thread that asks */
    bool is_in_list;                 /* the log is a list of files: a path begins an entry */
};

/* `border` is lent. */
struct record_border line_border_of(struct line_border *border);

#endif
