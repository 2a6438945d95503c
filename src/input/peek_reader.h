/* A reader whose first bytes can be looked at before they are read. */
#ifndef MARSIFT_INPUT_PEEK_READER_H
#define MARSIFT_INPUT_PEEK_READER_H

#include <stddef.h>

#include "base/byte_reader.h"
#include "base/span.h"
#include "input/archive/content_type.h"

struct peek {
    struct byte_reader inner;
    size_t length;   /* of what was looked at */
    size_t position; /* how much of it was read since */
    char bytes[CONTENT_HEAD_BYTES];
};

/* Starts on a new stream; what was left of the one before is forgotten. */
void peek_start(struct peek *peek, struct byte_reader inner);

/* The first CONTENT_HEAD_BYTES of the stream, fewer only when it is shorter. To be called before
 * anything is read. Lent until the next peek_start. */
struct span peek_head(struct peek *peek);

/* The whole stream, its head included. Lent as long as `peek`. */
struct byte_reader peek_reader(struct peek *peek);

#endif
