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

struct stream_layer {
    struct source_state *reading;
    const struct stream_layer *below; /* NULL at the bottom */
    enum content_type content;     /* CONTENT_TEXT for the layer at the bottom, the file itself */
    struct gzip_stream *inflate;   /* for CONTENT_GZIP */
    struct archive_reader *unpack; /* for archives and the other compressed streams */
    struct zip_inflate *zip_data;  /* for a zip at the bottom that can be read at any offset */
    struct byte_reader inner; /* the stream of bytes that is unpacked here; the file's own bytes */
    struct byte_reader raw;   /* what comes out, before it is counted */
    struct peek peek;         /* what comes out */
    size_t member_length;     /* of the member's name when the layer was opened */
    bool has_stream;          /* false for an archive whose next member is to be found */
    uint64_t unpacked_bytes;  /* of the stream so far */
    enum limit_id limit;      /* what ended the stream before its end, else LIMIT_COUNT */
};

/* The bottom of a nest: reads `bytes` as they are. NULL with the fault set. */
struct stream_layer *stream_layer_open_bottom(struct source_state *reading,
                                              struct byte_reader bytes, struct fault *fault);

/* A layer that unpacks `below`, whose stream is `content`. `random_access` is as in
 * archive_reader_open. An archive has no stream before stream_layer_next_member. NULL with the
 * fault set. */
struct stream_layer *stream_layer_open(struct stream_layer *below, enum content_type content,
                                       const struct random_access *random_access,
                                       struct fault *fault);

/* archive_reader_next for an archive; its stream then is that member's. */
enum archive_reader_step stream_layer_next_member(struct stream_layer *layer,
                                                  struct archive_member *member);

/* Reads what is left of the stream below a layer that has ended, so that a wrong checksum there is
 * found. Its problem, or NULL. */
const char *stream_layer_drain_below(struct stream_layer *layer, struct stream_layer *below);

void stream_layer_close(struct stream_layer *layer);

#endif
