/* A stream that is held in memory as a whole, for formats that cannot be read from front to back.
 */
#ifndef MARSIFT_INPUT_ARCHIVE_SPOOL_H
#define MARSIFT_INPUT_ARCHIVE_SPOOL_H

#include <stdint.h>

#include "base/buffer.h"
#include "base/byte_reader.h"
#include "base/span.h"

/* Start as {0}, end with held_release. */
struct held {
    struct buffer bytes;
};

enum held_result { HELD_ALL, HELD_TOO_BIG, HELD_NO_MEMORY };

/* Takes in all that `reader` gives, up to `max_bytes`. A damaged stream is taken in as far as it
 * goes. */
enum held_result held_fill(struct held *held, struct byte_reader reader, uint64_t max_bytes);

struct span held_span(const struct held *held);

void held_release(struct held *held);

#endif
