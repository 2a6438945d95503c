/* Finds the lines in valid UTF-8 text. */
#ifndef MARSIFT_INPUT_ENCODING_LINE_INDEX_H
#define MARSIFT_INPUT_ENCODING_LINE_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/span.h"
#include "input/encoding/line_block.h"

/* How the lines of one text came out. */
struct line_index {
    struct line **lines; /* grown as needed; the caller's, released by memory_free */
    size_t *capacity;
    size_t count;
    uint64_t cut_count; /* lines longer than the limit */
};

/* Fills `list` with the lines of `text` (less than 4 GiB), which end with LF, CR LF or CR; text
 * after the last terminator is a line too. A line of more than `max_line_bytes` ends there, or up
 * to three bytes before, so that no character is split. Only memory can fail. */
bool line_index_find(struct span text, uint64_t max_line_bytes, struct line_index *list,
                     struct fault *fault);

/* The offset of the first LF or CR in `text` from `start` on, or text.length. */
size_t line_index_first_end(struct span text, size_t start);

#endif
