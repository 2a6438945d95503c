/* Bytes in memory, as a stream or as the head of one. */
#ifndef MARSIFT_BASE_SPAN_READER_H
#define MARSIFT_BASE_SPAN_READER_H

#include "base/byte_reader.h"
#include "base/span.h"

/* Start as `struct span_reader reader = {.rest = bytes};`, with `.after` if a stream follows. */
struct span_reader {
    struct span rest;         /* not read yet; lent by the caller */
    struct byte_reader after; /* what follows them; all NULL if nothing does */
};

/* Reads `rest`, then `after`, and has the problem that `after` has. Lent as long as `reader`. */
struct byte_reader span_reader_start(struct span_reader *reader);

#endif
