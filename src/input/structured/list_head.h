/* The head of an event that somebody typed in short: "Event ID: 137 ntfs Error", "Error VSS 8194".
 * Its words follow. */
#ifndef MARSIFT_INPUT_STRUCTURED_LIST_HEAD_H
#define MARSIFT_INPUT_STRUCTURED_LIST_HEAD_H

#include <stdbool.h>

#include "base/span.h"
#include "input/structured/title_index.h"

/* Lent by the line. */
struct list_head {
    struct span title; /* of the number; empty if the level is first */
    struct span number;
    struct span provider;
    struct span level;
};

bool list_head_read(const struct title_index *index, struct span line, struct list_head *head);

/* True for what the sources of events are called, and numbers of other things are not. */
bool list_head_is_source(struct span word);

#endif
