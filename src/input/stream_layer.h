/* One layer of a nest: a file, a compressed stream, or an archive, with the stream that it gives.
 */
#ifndef MARSIFT_INPUT_STREAM_LAYER_H
#define MARSIFT_INPUT_STREAM_LAYER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/byte_reader.h"
#include "base/fault.h"
#include "input/archive/archive_reader.h"
#include "input/archive/content_type.h"
#include "input/archive/gzip_stream.h"
#include "input/archive/zip_inflate.h"
#include "input/peek_reader.h"
#include "input/source_state.h"

struct layer {
    struct reading *reading;
    const struct layer *below; /* NULL at the bottom */
    enum content content;      /* CONTENT_TEXT for the layer at the bottom, the file itself */
    struct inflate *inflate;   /* for CONTENT_GZIP */
    struct unpack *unpack;     /* for archives and the other compressed streams */
    struct zip_data *zip_data; /* for a zip that is the file at the bottom */
    struct byte_reader inner;  /* the stream of bytes that is unpacked here; the file's own bytes */
    struct byte_reader raw;    /* what comes out, before it is counted */
    struct peek peek;          /* what comes out */
    size_t member_length;      /* of the member's name when the layer was opened */
    bool has_stream;           /* false for an archive whose next member is to be found */
    uint64_t unpacked_bytes;   /* of the stream so far */
    enum limit_id limit;       /* what ended the stream before its end, else LIMIT_COUNT */
};

/* The bottom of a nest: reads `bytes` as they are. NULL with the fault set. */
struct layer *layer_open_bottom(struct reading *reading, struct byte_reader bytes,
                                struct fault *fault);

/* A layer that unpacks `below`, whose stream is `content`. `file` is as in unpack_open. An archive
 * has no stream before layer_next_member. NULL with the fault set. */
struct layer *layer_open(struct layer *below, enum content content, int file, struct fault *fault);

/* unpack_next for an archive; its stream then is that member's. */
enum unpack_step layer_next_member(struct layer *layer, struct member *member);

/* Reads what is left of the stream below a layer that has ended, so that a wrong checksum there is
 * found. Its problem, or NULL. */
const char *layer_drain_below(struct layer *layer, struct layer *below);

void layer_close(struct layer *layer);

#endif
