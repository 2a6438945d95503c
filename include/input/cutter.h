/* Cuts a stream of raw bytes into pieces of whole lines, whatever the encoding, before anything is
 * decoded. A line that is longer than a whole piece is thrown away beyond it, never held in memory. */
#ifndef MARSIFT_INPUT_CUTTER_H
#define MARSIFT_INPUT_CUTTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "input/decoder.h"
#include "input/encoding.h"

/* A piece holds at least this much; four times max_line_bytes, so that a line within the limit fits
 * in any encoding. */
enum { CUTTER_PIECE_BYTES = 1024 * 1024 };

/* Where bytes come from. `read` puts up to `capacity` bytes (>= 1) into `bytes` and returns how many,
 * 0 at the end. When the source is damaged it returns 0 and says so in `problem` (a sentence that is
 * lent by the reader, NULL when the end is a good one). */
struct byte_reader {
    size_t (*read)(void *context, char *bytes, size_t capacity);
    const char *(*problem)(void *context);
    void *context;
};

struct cutter {
    struct byte_reader reader;
    struct encoding encoding;
    char *carry; /* the unfinished line at the end of the last piece */
    size_t carry_length;
    bool is_started;
    bool is_finished;
    bool is_discarding; /* inside a line that is longer than a piece */
};

/* `forced` is the user's --encoding or NULL. */
bool cutter_init(struct cutter *cutter, struct byte_reader reader, const struct encoding *forced,
                 struct fault *fault);

/* Fills `piece` (its bytes and capacity >= CUTTER_PIECE_BYTES are the caller's) with the next whole
 * lines. False at the end of input, without a fault; false with a fault when memory fails. When the
 * source is damaged, the lines that were complete before the damage come first, the torn last line is
 * dropped, and `reader.problem` then says why. */
bool cutter_next(struct cutter *cutter, struct piece *piece, struct fault *fault);

void cutter_release(struct cutter *cutter);

#endif
