/* Parts the words of a record that are several messages, as the description of an alert has them,
 * each ended by its number in brackets: "... (ID 3106) ... (ID 30172 Details: ...)". */
#ifndef MARSIFT_INPUT_STRUCTURED_RECORD_PARTS_H
#define MARSIFT_INPUT_STRUCTURED_RECORD_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"

/* Makes up to `most` record lines of the one that `out` has from `start` on, whose last cell are
 * the words, with line ends between them. Returns their number in `*count`. False without memory.
 */
bool record_parts_write(struct buffer *out, size_t start, size_t most, size_t *count,
                        struct fault *fault);

#endif
