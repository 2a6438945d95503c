/* gzip by content: all members of a file, and every byte before a tear. */
#ifndef MARSIFT_INPUT_ARCHIVE_GZIP_STREAM_H
#define MARSIFT_INPUT_ARCHIVE_GZIP_STREAM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/byte_reader.h"
#include "base/fault.h"
#include "base/span.h"

struct inflate;

/* Whether `head` (the first bytes of a stream, 2 are enough) begins a gzip member, however damaged
 * its header is. */
bool inflate_recognises(struct span head);

/* Reads the gzip members that `compressed` delivers. Wrong checksums, torn tails and trailing bytes
 * that are no gzip member (zero padding is fine) end the stream with a problem; what was inflated
 * before is delivered first. NULL with the fault set when memory fails. */
struct inflate *inflate_open(struct byte_reader compressed, struct fault *fault);

/* The inflated bytes. Lent until inflate_close. */
struct byte_reader inflate_reader(struct inflate *inflate);

/* How many compressed bytes went into what was read since the opening, or the last restart. */
uint64_t inflate_packed_bytes(const struct inflate *inflate);

/* Begins anew with what `compressed` delivers from now on, which has to be one member and nothing
 * else. */
void inflate_restart_single(struct inflate *inflate);

void inflate_close(struct inflate *inflate);

#endif
