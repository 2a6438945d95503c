/* A stream that is held in memory as a whole, for formats that cannot be read from front to back.
 */
#ifndef MARSIFT_INPUT_ARCHIVE_SPOOL_H
#define MARSIFT_INPUT_ARCHIVE_SPOOL_H

#include <stdint.h>

#include "base/buffer.h"
#include "base/byte_reader.h"
#include "base/span.h"

/* Start as {0}, end with spool_release. */
struct spool {
    struct buffer bytes;
};

enum spool_result { SPOOL_ALL, SPOOL_TOO_BIG, SPOOL_NO_MEMORY };

/* Takes in all that `reader` gives, up to `max_bytes`. A damaged stream is taken in as far as it
 * goes. */
enum spool_result spool_fill(struct spool *held, struct byte_reader reader, uint64_t max_bytes);

struct span spool_span(const struct spool *held);

void spool_release(struct spool *held);

#endif
