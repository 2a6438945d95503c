/* From the raw bytes of whole lines to a block of valid UTF-8 lines. Any thread may decode any
 * piece: a decoder is scratch, and everything that depends on order was settled when the piece was
 * cut. */
#ifndef MARSIFT_INPUT_ENCODING_DECODER_H
#define MARSIFT_INPUT_ENCODING_DECODER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/limits.h"
#include "input/encoding/codepage.h"
#include "input/encoding/encoding.h"
#include "input/encoding/line_block.h"

/* Raw bytes of whole lines (the last one may lack its terminator), as the cutter leaves them. */
struct raw_chunk {
    char *bytes;
    size_t length;
    size_t capacity;
    struct encoding encoding;
    bool ends_inside_line; /* the line was longer than a piece can be: its rest was thrown away */
};

/* Start as `struct decoder decoder = {0};`, end with decoder_release. */
struct decoder {
    struct buffer text;
    struct line *lines;
    size_t line_capacity;
    struct codepage codepage; /* the last code page that was used */
};

/* What decoding met in one piece. */
struct decoding {
    uint64_t repaired_lines; /* lines with bytes that the encoding does not allow */
    uint64_t cut_lines;      /* lines longer than limits->max_line_bytes, cut there */
};

/* Decodes `piece` into `block`. Valid UTF-8 is not copied: then the block's text is the piece's own
 * bytes. The block is lent until the decoder or the piece is used again. A cut never splits a
 * character. Only memory can fail. */
bool decoder_decode(struct decoder *decoder, const struct raw_chunk *piece,
                    const struct limits *limits, struct block *block, struct decoding *decoding,
                    struct fault *fault);

void decoder_release(struct decoder *decoder);

#endif
