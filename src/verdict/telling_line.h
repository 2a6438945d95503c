/* Ranks lines that no rule understands: examples should be those that may matter. */
#ifndef MARSIFT_VERDICT_TELLING_LINE_H
#define MARSIFT_VERDICT_TELLING_LINE_H

#include "base/span.h"

/* How much a line tells, least first. */
enum telling {
    TELLING_LITTLE,
    TELLING_WARNING, /* a word or level of warning */
    TELLING_FAILURE, /* a word or level of failure, or a failure code */
    TELLING_COUNT
};

/* Ranks the first 512 bytes of a record. */
enum telling telling_line_rank(struct span text);

#endif
