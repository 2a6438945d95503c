/* Reads the frames of a compressed stream before libarchive does: xz, zstd, lz4 and lzip.
 * libarchive has no bound on the memory that a frame's header asks for, and takes what may surround
 * frames for damage or for their end: skippable frames (pzstd), empty ones, NULs that fill up a
 * block. */
#ifndef MARSIFT_INPUT_ARCHIVE_FRAME_FILTER_H
#define MARSIFT_INPUT_ARCHIVE_FRAME_FILTER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/byte_reader.h"
#include "base/fault.h"
#include "input/archive/content_type.h"

struct frame_filter;

/* Opens a filter of `packed`, which is `content`. NULL with the fault set when memory fails. */
struct frame_filter *frame_filter_open(enum content_type content, struct byte_reader packed,
                                       uint64_t max_decoder_bytes, struct fault *fault);

/* True if the filter knows the frames of `content`. */
bool frame_filter_knows(enum content_type content);

/* Returns a reader of the frames that hold data. It ends before a frame that would take more than
 * `max_decoder_bytes` to unpack, and before bytes that are no frame. Lent until
 * frame_filter_close. */
struct byte_reader frame_filter_reader(struct frame_filter *filter);

/* True if the reader ended before a frame that takes too much memory. */
bool frame_filter_is_too_big(const struct frame_filter *filter);

/* True if the reader ended before bytes that are no frame, which `*rest` then reads. Lent until
 * frame_filter_close. */
bool frame_filter_rest(struct frame_filter *filter, struct byte_reader *rest);

/* NULL is allowed. */
void frame_filter_close(struct frame_filter *filter);

#endif
