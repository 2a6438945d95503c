/* A reader whose first bytes can be examined before they are read. */
#ifndef MARSIFT_INPUT_PEEK_READER_H
#define MARSIFT_INPUT_PEEK_READER_H

#include <stddef.h>

#include "base/byte_reader.h"
#include "base/span_reader.h"
#include "input/archive/content_type.h"

struct peek {
    struct span_reader stream; /* the head, then the rest */
    char bytes[CONTENT_HEAD_BYTES];
};

/* Starts on a new stream and forgets what was left of the previous one. */
void peek_start(struct peek *peek, struct byte_reader inner);

/* Returns the first CONTENT_HEAD_BYTES of the stream, fewer only when it is shorter. Must be called
 * before anything is read. Lent until the next peek_start. */
struct span peek_head(struct peek *peek);

/* Returns a reader of the whole stream, its head included. Lent as long as `peek`. */
struct byte_reader peek_reader(struct peek *peek);

#endif
