/* Decodes the raw bytes of whole lines into a block of valid UTF-8 lines. Any thread may decode any
 * chunk: a decoder is scratch, and everything that depends on order was decided when the chunk was
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
#include "input/encoding/line_hosts.h"

/* Counts of one decoded chunk. */
struct decoding {
    uint64_t repaired_lines; /* lines with bytes that are invalid in the encoding */
    uint64_t cut_lines;      /* lines longer than limits->max_line_bytes, cut there */
};

/* Raw bytes of whole lines, from the chunker. The last line may lack its terminator. */
struct raw_chunk {
    char *bytes;
    size_t length;
    size_t capacity;
    struct encoding encoding;
    bool ends_inside_line;   /* the last line was longer than a chunk; its rest was discarded */
    bool has_hosts;          /* UTF-8 whose lines begin with a host: see line_hosts.h */
    struct decoding earlier; /* counts of a conversion before this one; they are added to its own */
};

/* Start as `struct decoder decoder = {0};`, end with decoder_release. */
struct decoder {
    struct buffer text;
    struct line *lines;
    size_t line_capacity;
    struct line_hosts hosts;
    struct codepage codepage; /* the code page used last */
};

/* Decodes `chunk` into `block`. Valid UTF-8 is not copied: then the block's text is the chunk's own
 * bytes. The block is lent until the decoder or the chunk is used again. Lines are cut between
 * characters. Fails when memory does, or with FAULT_READ when the system has no converter for the
 * encoding. */
bool decoder_decode(struct decoder *decoder, const struct raw_chunk *chunk,
                    const struct limits *limits, struct block *block, struct decoding *decoding,
                    struct fault *fault);

void decoder_release(struct decoder *decoder);

#endif
