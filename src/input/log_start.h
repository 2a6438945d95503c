/* Finds the first text in a stream that does not begin as one: a log after the NULs or the rubbish
 * that a torn disk or preallocated space left at its head. */
#ifndef MARSIFT_INPUT_LOG_START_H
#define MARSIFT_INPUT_LOG_START_H

#include <stdbool.h>
#include <stdint.h>

#include "base/byte_reader.h"
#include "base/span_reader.h"

enum { LOG_START_BLOCK_BYTES = 16 * 1024 };

/* How far the search goes, as it reads every file of a folder that is no text: through so much
 * rubbish, and so much in all. */
#define LOG_START_RUBBISH_BYTES (UINT64_C(4) << 20)
#define LOG_START_SEARCH_BYTES  (UINT64_C(1) << 30)

/* Opaque; start with log_start_find. */
struct log_start {
    struct span_reader text;
    uint64_t skipped_bytes; /* before the text */
    char bytes[2 * LOG_START_BLOCK_BYTES];
};

/* Searches `bytes`, at an even offset of the stream. False if there is no text; they are read
 * then. */
bool log_start_find(struct log_start *start, struct byte_reader bytes);

/* Returns a reader of the text that was found and all after it. Lent by `start`. */
struct byte_reader log_start_reader(struct log_start *start);

#endif
