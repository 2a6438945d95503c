/* Reads a log in which lines of 8 bits and of UTF-16 take turns: the former as they are, the latter
 * as UTF-8. */
#ifndef MARSIFT_INPUT_ENCODING_MIXED_READER_H
#define MARSIFT_INPUT_ENCODING_MIXED_READER_H

#include <stdint.h>

#include "base/byte_reader.h"
#include "base/fault.h"
#include "base/span.h"
#include "input/encoding/line_form.h"

struct mixed_reader;

/* Opens a reader of `head`, which is copied and begins with a line of `form`, and of `rest` behind
 * it. NULL with the fault set when memory fails. */
struct mixed_reader *mixed_reader_open(struct span head, struct byte_reader rest,
                                       enum line_form form, struct fault *fault);

/* Returns the reader of the bytes, which has the problem that `rest` has. Lent until
 * mixed_reader_close. */
struct byte_reader mixed_reader_bytes(struct mixed_reader *reader);

/* Returns how many lines of UTF-16 were repaired since the last call. */
uint64_t mixed_reader_take_repaired(struct mixed_reader *reader);

/* NULL is allowed. */
void mixed_reader_close(struct mixed_reader *reader);

#endif
