/* gzip by content: all members of a file, and every byte before a tear. */
#ifndef MARSIFT_INPUT_ARCHIVE_GZIP_STREAM_H
#define MARSIFT_INPUT_ARCHIVE_GZIP_STREAM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/byte_reader.h"
#include "base/fault.h"
#include "base/span.h"

struct gzip_stream;

/* Whether `head` (the first bytes of a stream, 2 are enough) begins a gzip member, however damaged
 * its header is. */
bool gzip_stream_recognises(struct span head);

/* Reads the gzip members that `compressed` delivers. Wrong checksums, torn tails and trailing bytes
 * that are no gzip member (zero padding is fine) end the stream with a problem; what was inflated
 * before is delivered first. NULL with the fault set when memory fails. */
struct gzip_stream *gzip_stream_open(struct byte_reader compressed, struct fault *fault);

/* The inflated bytes. Lent until gzip_stream_close. */
struct byte_reader gzip_stream_reader(struct gzip_stream *inflate);

/* How many compressed bytes went into what was read since the opening, or the last restart. */
uint64_t gzip_stream_packed_bytes(const struct gzip_stream *inflate);

/* Begins anew with what `compressed` delivers from now on, which has to be one member and nothing
 * else. */
void gzip_stream_restart_single(struct gzip_stream *inflate);

void gzip_stream_close(struct gzip_stream *inflate);

#endif
