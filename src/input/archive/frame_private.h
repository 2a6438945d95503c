/* Private to frame_filter and the frame formats. */
#ifndef MARSIFT_INPUT_ARCHIVE_FRAME_PRIVATE_H
#define MARSIFT_INPUT_ARCHIVE_FRAME_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/byte_reader.h"
#include "base/span_reader.h"

enum { FRAME_HEADER_BYTES = 1024, FRAME_SKIPPABLE_BYTES = 8 };

struct frame_filter {
    struct byte_reader packed;
    void (*parse)(struct frame_filter *filter); /* of the format; what it does is below */
    uint64_t max_decoder_bytes;
    unsigned char header[FRAME_HEADER_BYTES]; /* read, and not parsed yet or not given yet */
    size_t length;
    size_t wanted;           /* the length at which the header is parsed next */
    size_t given;            /* bytes of the header given so far, once it is parsed */
    bool is_giving;          /* the header is to be given */
    uint64_t data_bytes;     /* after the header */
    bool drops_data;         /* they are not given */
    bool has_ended;          /* the stream ended inside the header, or before `rest` */
    bool has_frames;         /* a frame of a known form was begun */
    bool has_rest;           /* bytes that are no frame follow */
    struct span_reader rest; /* these, of which the first are in the header */
    bool passes_rest;        /* what follows is of no known form: libarchive judges it */
    bool is_too_big;         /* as frame_filter_is_too_big */
    int state;               /* of the format */
    unsigned flags;          /* of the current frame */
    uint64_t packed_bytes;   /* of the current xz block */
    uint64_t numbers_left;   /* in the current xz index */
};

/* A parser looks at the `length` bytes of the header, of which there are `wanted` unless
 * `has_ended` is set, and calls one of these, or sets `wanted` to more. */

/* Gives the header and `data_bytes` after it; the next header is parsed when `wanted` bytes are
 * there. */
void frame_give(struct frame_filter *filter, uint64_t data_bytes, size_t wanted);

/* Drops them. */
void frame_drop(struct frame_filter *filter, uint64_t data_bytes, size_t wanted);

/* Gives the header and all that follows as it is. */
void frame_give_rest(struct frame_filter *filter);

/* Ends the stream before the header, whose frame would take too much memory. */
void frame_end_too_big(struct frame_filter *filter);

/* Ends the stream before the header, which is of no frame. */
void frame_end_before_rest(struct frame_filter *filter);

/* Handles what may be between the frames of zstd and lz4: skippable frames and NULs. False if the
 * header, of 4 bytes, begins neither. */
bool frame_skip(struct frame_filter *filter);

void frame_parse_xz(struct frame_filter *filter);
void frame_parse_zstd(struct frame_filter *filter);
void frame_parse_lz4(struct frame_filter *filter);
void frame_parse_lzip(struct frame_filter *filter);

#endif
