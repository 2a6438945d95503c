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

#endif
