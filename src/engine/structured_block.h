/* Makes record lines of the tables, lists and the like in one block of lines, where the lines of a
 * log do not pass a structured reader. */
#ifndef MARSIFT_ENGINE_STRUCTURED_BLOCK_H
#define MARSIFT_ENGINE_STRUCTURED_BLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "input/encoding/line_block.h"
#include "input/structured/structured_reader.h"
#include "input/structured/title_index.h"

/* Memory for a block, reused for the next. Start with zeros. */
struct structured_block {
    struct buffer text;
    struct line *lines;
    size_t line_capacity;
};

void structured_block_release(struct structured_block *structured);

/* Reads `block` with `border`, and sets `*read` to as many lines, of which some may be record
 * lines. They are lent by `structured`, which `block` may not be; the hosts are those of `block`.
 * `*has_records` tells whether there is any. False without memory. */
bool structured_block_read(struct structured_block *structured, const struct title_index *index,
                           struct record_border border, uint64_t max_line_bytes,
                           const struct block *block, struct block *read, bool *has_records,
                           struct fault *fault);

#endif
