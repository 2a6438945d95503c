/* Cuts a stream of raw bytes into pieces of whole lines, whatever the encoding, before anything is
 * decoded. A line that is longer than a whole piece is thrown away beyond it, never held in memory.
 */
#ifndef MARSIFT_INPUT_ENCODING_CHUNKER_H
#define MARSIFT_INPUT_ENCODING_CHUNKER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/byte_reader.h"
#include "base/fault.h"
#include "input/encoding/decoder.h"
#include "input/encoding/encoding.h"

/* A piece holds at least this much; four times max_line_bytes, so that a line within the limit fits
 * in any encoding. */
enum { CHUNK_BYTES = 1024 * 1024, CHUNK_USUAL_BYTES = 256 * 1024 };

struct chunker {
    struct byte_reader reader;
    struct encoding encoding;
    size_t piece_bytes; /* how much of a piece is filled, a multiple of 4; tests make it small */
    char *carry;        /* the unfinished line at the end of the last piece */
    size_t carry_length;
    size_t carry_capacity;
    bool is_started;
    bool is_at_end;     /* the reader has no more */
    bool is_discarding; /* inside a line that is longer than a piece */
};

/* `forced` is the user's --encoding or NULL. Takes no memory. */
void chunker_init(struct chunker *chunker, struct byte_reader reader,
                  const struct encoding *forced);

/* Fills `piece` (its bytes and capacity >= CHUNK_BYTES are the caller's) with the next whole
 * lines. False at the end of input, without a fault; false with a fault when memory fails. When the
 * source is damaged, the lines that were complete before the damage come first, the torn last line
 * is dropped, and `reader.problem` then says why. The piece's encoding is settled; only the first
 * piece has its byte order mark and `mark_bytes` set. Where pieces end depends on the bytes alone,
 * not on how many the reader gives at a time. */
bool chunker_next(struct chunker *chunker, struct raw_chunk *piece, struct fault *fault);

void chunker_release(struct chunker *chunker);

#endif
