/* One layer of a container walk: a file, a compressed stream or an archive, and the stream of bytes
 * that it gives. */
#ifndef MARSIFT_INPUT_STREAM_LAYER_H
#define MARSIFT_INPUT_STREAM_LAYER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/byte_reader.h"
#include "base/fault.h"
#include "input/archive/archive_reader.h"
#include "input/archive/archive_rest.h"
#include "input/archive/content_type.h"
#include "input/archive/frame_filter.h"
#include "input/archive/gzip_stream.h"
#include "input/archive/member_source.h"
#include "input/archive/zip_inflate.h"
#include "input/evtx/evtx_stream.h"
#include "input/peek_reader.h"
#include "input/source_state.h"

struct stream_layer {
    struct source_state *state;
    const struct stream_layer *below; /* NULL at the bottom */
    enum content_type content_type;   /* what this layer unpacks; CONTENT_TEXT at the bottom */
    struct gzip_stream *gzip;         /* for CONTENT_GZIP */
    struct evtx_stream *evtx;         /* for CONTENT_EVTX */
    struct member_source mail;        /* for CONTENT_MBOX, CONTENT_MAIL and CONTENT_BODY */
    struct frame_filter *frames;      /* before the archive reader, for what it knows */
    struct archive_reader *archive;   /* for other archives and the other compressed streams */
    struct zip_inflate *zip_inflate;  /* for a zip at the bottom that can be read at any offset */
    struct byte_reader packed;        /* the stream that is unpacked here; the file's own bytes */
    struct byte_reader unpacked;      /* the output, before limits */
    struct peek peek;                 /* the output, within limits */
    size_t member_length;             /* of the member's name when the layer was opened */
    bool has_stream;                  /* false for an archive whose next member is to be found */
    bool is_after_end;                /* the stream is what follows the end of the packed data */
    struct archive_rest rest;         /* behind `frames` */
    uint64_t unpacked_bytes;          /* of the stream so far */
    uint64_t most_unpacked_bytes;     /* of the stream: a dictionary takes no more than what was
                                             unpacked to it; UINT64_MAX: no bound */
    enum limit_id limit;              /* what cut the stream, else LIMIT_COUNT */
};

/* Opens the bottom layer, which reads `bytes` as they are. NULL with the fault set. */
struct stream_layer *stream_layer_open_bottom(struct source_state *state, struct byte_reader bytes,
                                              struct fault *fault);

/* Opens a layer that unpacks the stream of `below`, which is `content`. `random_access` is as in
 * archive_reader_open. An archive has no stream before stream_layer_next_member. NULL with the
 * fault set. */
struct stream_layer *stream_layer_open(struct stream_layer *below, enum content_type content,
                                       const struct random_access *random_access,
                                       struct fault *fault);

/* archive_reader_next for an archive, also a mail or mailbox; the layer's stream then is that
 * member's. */
enum archive_reader_step stream_layer_next_member(struct stream_layer *layer,
                                                  struct archive_member *member,
                                                  struct fault *fault);

/* These are archive_reader_next_missing and archive_reader_problem for an archive. */
bool stream_layer_next_missing(struct stream_layer *layer, struct span *name, const char **why);
const char *stream_layer_problem(const struct stream_layer *layer);

/* True if a layer of `content` on top of `below` is one container more: a compressed archive
 * (tar.gz) counts once, and what was appended to an archive is not inside it. */
bool stream_layer_adds_depth(const struct stream_layer *below, enum content_type content);

/* NULL is allowed. */
void stream_layer_close(struct stream_layer *layer);

#endif
