/* Splits a stream of raw bytes into chunks of whole lines, whatever the encoding, before anything
 * is decoded. Of a line that is longer than a chunk, the rest is discarded, never held in memory.
 */
#ifndef MARSIFT_INPUT_ENCODING_CHUNKER_H
#define MARSIFT_INPUT_ENCODING_CHUNKER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/byte_reader.h"
#include "base/fault.h"
#include "input/encoding/decoder.h"
#include "input/encoding/encoding.h"
#include "input/encoding/mixed_reader.h"

/* The room in a chunk, four times max_line_bytes by default, so that a line within the limit fits
 * in any encoding; and how much all chunks but the first usually hold. */
enum { CHUNK_BYTES = 1024 * 1024, CHUNK_USUAL_BYTES = 256 * 1024 };

struct chunker {
    struct byte_reader reader;
    struct encoding encoding;
    size_t chunk_bytes; /* how much of a chunk is filled, a multiple of 4; tests make it small */
    char *carry;        /* the unfinished line at the end of the previous chunk */
    size_t carry_length;
    size_t carry_capacity;
    bool is_started;
    bool is_cut;        /* the first chunk has been */
    bool has_borders;   /* lines that begin records: chunks end before one (chunk_border.h) */
    bool is_at_end;     /* the reader has no more */
    bool is_discarding; /* inside a line that is longer than a chunk */
    struct mixed_reader *mixed; /* what `reader` reads from where lines are in several forms on */
};

/* `forced` is the user's --encoding, or NULL. Allocates nothing. */
void chunker_init(struct chunker *chunker, struct byte_reader reader,
                  const struct encoding *forced);

/* Fills `chunk` (its `bytes` and `capacity`, at least CHUNK_BYTES, belong to the caller) with the
 * next whole lines. Returns false at the end of input, without a fault, and with a fault when
 * memory fails. When the source is damaged, the lines that were complete before the damage come
 * first, the torn last line is dropped, and `reader.problem` then gives the reason. The chunk's
 * encoding is decided; only the first chunk has its byte order mark and `mark_bytes` set. From the
 * first line on that is UTF-16 behind 8 bits, or the other way round, all chunks are 8 bits, with
 * UTF-16 as UTF-8; if that line is in the first chunk, that one is, too. Where
 * chunks end depends on the bytes alone, not on how many the reader gives at a time. */
bool chunker_next(struct chunker *chunker, struct raw_chunk *chunk, struct fault *fault);

void chunker_release(struct chunker *chunker);

#endif
