/* Reads a log through its line stages: raw bytes in any encoding in, UTF-8 lines out. */
#ifndef MARSIFT_INPUT_LINE_STAGE_READER_H
#define MARSIFT_INPUT_LINE_STAGE_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/byte_reader.h"
#include "base/fault.h"
#include "base/limits.h"
#include "input/encoding/chunker.h"
#include "input/encoding/decoder.h"
#include "input/line_stage.h"

/* Start as {0}, end with line_stage_reader_close. */
struct line_stage_reader {
    struct chunker *chunker; /* of the log's own bytes */
    const struct limits *limits;
    struct line_stages stages;
    struct raw_chunk chunk;
    struct decoder decoder;
    struct decoding decoding; /* not yet given away by line_stage_reader_take_decoding */
    struct buffer lines[2];   /* in turn the input and the output of a stage */
    struct buffer *output;    /* what the last stage gave; one of the two */
    size_t position;          /* of the next byte to give */
    bool is_at_end;
    struct fault fault;
};

/* Starts on a log whose first chunk `head` was cut by `chunker` and is copied. The rest is lent
 * until line_stage_reader_close. False without memory. */
bool line_stage_reader_open(struct line_stage_reader *reader, struct chunker *chunker,
                            const struct raw_chunk *head, const struct line_stages *stages,
                            const struct limits *limits, struct fault *fault);
void line_stage_reader_close(struct line_stage_reader *reader);

/* Returns a reader of the lines that come out of the last stage. A fault ends it: look at
 * `reader->fault`. It never has a problem: that is the chunker's. */
struct byte_reader line_stage_reader_bytes(struct line_stage_reader *reader);

/* Returns how many lines were repaired and cut since the last call. */
struct decoding line_stage_reader_take_decoding(struct line_stage_reader *reader);

#endif
