/* Judges by its form how likely a name without the words around it is that of a server. */
#ifndef MARSIFT_TEXT_HOST_SHAPE_H
#define MARSIFT_TEXT_HOST_SHAPE_H

#include <stdbool.h>

#include "base/span.h"

/* From the least to the most likely. */
enum host_rank {
    HOST_RANK_NONE,     /* a folder of agents, collectors and people, a date, a number */
    HOST_RANK_LABEL,    /* no server may be called so, but somebody chose it: "Kunde Meier" */
    HOST_RANK_POSSIBLE, /* a server may be called so, and so may anything: "zeus", "contoso" */
    HOST_RANK_LIKELY,   /* letters with a number, a domain or an address: "FS01" */
};

/* True for what separates the words of a name. */
bool host_shape_is_separator(char byte);

/* True if the name is nothing but words of folders, numbers, dates and marks. */
bool host_shape_is_generic(struct span name);

/* True for a word of time, with or without a number: "Monday", "night2". */
bool host_shape_is_time(struct span word);

/* True for a word of folders with a number of two or three digits, also after a separator: "NEW01",
 * "FILE-01". Not for what is numbered in any case: copies, logs and times. */
bool host_shape_is_numbered_folder(struct span name);

/* True for 10.0.0.5. */
bool host_shape_is_address(struct span name);

enum host_rank host_shape_rank(struct span name);

#endif
