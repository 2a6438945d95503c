/* A stream of bytes, line by line; a line that is longer than the buffer comes in pieces. */
#ifndef MARSIFT_INPUT_ARCHIVE_LINE_PIECES_H
#define MARSIFT_INPUT_ARCHIVE_LINE_PIECES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/byte_reader.h"
#include "base/span.h"

enum { LINE_PIECE_BYTES = 64 * 1024 };

/* Start with the stream and zeros. */
struct line_pieces {
    struct byte_reader packed;
    uint64_t packed_bytes; /* of the stream so far */
    bool is_at_end;
    bool is_inside_line; /* the next piece goes on with the line */
    size_t start;        /* of what is in `buffer` and was not taken yet */
    size_t end;
    char buffer[LINE_PIECE_BYTES];
};

/* Takes the next line with its end, or as much of it as the buffer holds; `*is_line` if the piece
 * is at the start of a line. Lent until the next call. False at the end. */
bool line_pieces_take(struct line_pieces *lines, struct span *piece, bool *is_line);

/* True if everything was taken. */
bool line_pieces_are_at_end(const struct line_pieces *lines);

#endif
