/* Writes a record as a record line. */
#ifndef MARSIFT_INPUT_STRUCTURED_RECORD_WRITE_H
#define MARSIFT_INPUT_STRUCTURED_RECORD_WRITE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "input/structured/record_line.h"

/* Appends the record line, without a line feed, to `out` if the record is of a dialect; `*is_known`
 * tells. False without memory. */
bool record_write(const struct record_line *record, struct buffer *out, bool *is_known,
                  struct fault *fault);

/* Append a line of text with a line feed, and `count` empty lines. False without memory. */
bool record_write_text_line(struct buffer *out, struct span line, struct fault *fault);
bool record_write_empty_lines(struct buffer *out, size_t count, struct fault *fault);

#endif
