/* Reads gzip data: all members of a file, and every byte before damage. */
#ifndef MARSIFT_INPUT_ARCHIVE_GZIP_STREAM_H
#define MARSIFT_INPUT_ARCHIVE_GZIP_STREAM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/byte_reader.h"
#include "base/fault.h"
#include "base/span.h"

struct gzip_stream;

/* True if `head` (the first bytes of a stream; 2 are enough) begins a gzip member, however damaged
 * its header is. */
bool gzip_stream_recognises(struct span head);

/* Opens a reader of the gzip members in `compressed`. A wrong checksum and a torn member end
 * the stream with a problem, after all that was inflated before. Bytes that are no gzip member
 * (zero padding is allowed) just end it. NULL with the fault set when memory fails. */
struct gzip_stream *gzip_stream_open(struct byte_reader compressed, struct fault *fault);

/* Returns a reader of the inflated bytes. Lent until gzip_stream_close. */
struct byte_reader gzip_stream_reader(struct gzip_stream *stream);

/* Returns how many compressed bytes were inflated since the stream was opened or restarted. */
uint64_t gzip_stream_packed_bytes(const struct gzip_stream *stream);

/* True if the stream ended before bytes that are no gzip member, which `*rest` then reads. Lent
 * until gzip_stream_close. */
bool gzip_stream_rest(struct gzip_stream *stream, struct byte_reader *rest);

/* Starts again with what `compressed` delivers from now on, which must be exactly one member: any
 * byte after it is a problem. */
void gzip_stream_restart_single(struct gzip_stream *stream);

/* NULL is allowed. */
void gzip_stream_close(struct gzip_stream *stream);

#endif
