/* Holds a whole stream in memory, for formats that cannot be read from front to back. */
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

/* Reads `reader` to its end, but for no more than about `max_bytes`: SPOOL_TOO_BIG when there are
 * more. A damaged stream is read up to the damage. */
enum spool_result spool_fill(struct spool *spool, struct byte_reader reader, uint64_t max_bytes);

/* Returns the bytes read so far. Lent until spool_release. */
struct span spool_span(const struct spool *spool);

void spool_release(struct spool *spool);

#endif
