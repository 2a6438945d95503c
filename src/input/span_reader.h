/* Bytes in memory, as a stream. */
#ifndef MARSIFT_INPUT_SPAN_READER_H
#define MARSIFT_INPUT_SPAN_READER_H

#include "base/byte_reader.h"
#include "base/span.h"

/* Start as `struct span_reader reader = {.rest = bytes};`. */
struct span_reader {
    struct span rest; /* not read yet; lent by the caller */
};

/* Reads `rest` to its end and never has a problem. Lent as long as `reader`. */
struct byte_reader span_reader_start(struct span_reader *reader);

#endif
