/* Writes a stream of lines unchanged, byte for byte, with annotations after its lines. The lines
 * are read in their own encoding, and the annotations are written in it. */
#ifndef MARSIFT_CLI_LINE_STREAM_H
#define MARSIFT_CLI_LINE_STREAM_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/byte_reader.h"
#include "base/fault.h"
#include "base/language.h"
#include "base/limits.h"
#include "engine/line_annotator.h"
#include "input/encoding/decoder.h"
#include "input/encoding/encoding.h"
#include "output/write/writer.h"

/* Set the members up to `fault`, which are lent, and leave the others 0; end with
 * line_stream_release. */
struct line_stream {
    struct ruleset *ruleset;
    enum language language;
    const char *name; /* of the file; "" for standard input */
    struct writer *writer;
    struct limits limits;
    struct encoding encoding;
    struct fault *fault;
    struct line_annotator *annotator; /* NULL until the first chunk is read */
    struct decoder decoder;
    struct buffer pending;    /* raw bytes not yet written */
    struct buffer text;       /* the annotation of a line */
    bool is_inside_long_line; /* over the limit, so passed on without annotation */
    bool has_long_lines;      /* a line was over the limit, raw or as UTF-8 */
};

/* Annotates all of the input. False, with the stream's fault set, if memory is short; writing stops
 * early when the writer has failed. */
bool line_stream_annotate(struct line_stream *stream, struct byte_reader reader);

void line_stream_release(struct line_stream *stream);

#endif
