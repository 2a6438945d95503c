/* Finds the lines in valid UTF-8 text. */
#ifndef MARSIFT_INPUT_ENCODING_LINE_INDEX_H
#define MARSIFT_INPUT_ENCODING_LINE_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/span.h"
#include "input/encoding/line_block.h"

/* The lines of one text. */
struct line_index {
    struct line **lines; /* grown as needed; owned by the caller, released by memory_free */
    size_t *capacity;
    size_t count;
    uint64_t cut_count; /* lines longer than the limit */
};

/* Fills `index` with the lines of `text` (less than 4 GiB), which end with LF, CR LF or CR; text
 * after the last terminator is a line, too. A line of more than `max_line_bytes` is cut there, or
 * up to three bytes earlier, so that no character is split. Only memory can fail. */
bool line_index_find(struct span text, uint64_t max_line_bytes, struct line_index *index,
                     struct fault *fault);

/* Returns the offset of the first LF or CR in `text` at or after `start`, or text.length. */
size_t line_index_first_end(struct span text, size_t start);

#endif
