/* Breaks lines that hold many records: the Event Viewer saves any number of events as one line of
 * XML, and a tool may write a list of objects as one line of JSON. A line end is inserted behind
 * each event or object of a list, in the log's own encoding, so that each counts as a line and none
 * is too long. */
#ifndef MARSIFT_INPUT_LINE_BREAKER_H
#define MARSIFT_INPUT_LINE_BREAKER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/byte_reader.h"
#include "input/encoding/encoding.h"
#include "input/record_end.h"

enum {
    LINE_BREAKER_BYTES = 16 * 1024,
    LINE_BREAKER_HEAD_BYTES = 4096,
    LINE_BREAKER_UNIT_BYTES = 4
};

/* Opaque; start with line_breaker_start. */
struct line_breaker {
    struct byte_reader inner;
    const struct encoding *forced;
    bool is_started;
    struct record_end record_end;
    size_t unit_bytes;
    bool is_big_endian;
    bool is_behind_end;                      /* of a record, after the last unit */
    size_t length;                           /* of `bytes` */
    size_t position;                         /* of the next one to give */
    char ready[2 * LINE_BREAKER_UNIT_BYTES]; /* the units to give next */
    size_t ready_length;
    size_t ready_position;
    char bytes[LINE_BREAKER_BYTES];
};

/* Returns a reader of `bytes` with the line ends added. What the first LINE_BREAKER_HEAD_BYTES do
 * not show to be such records is passed on as it is. `forced` is the user's --encoding, or NULL. */
struct byte_reader line_breaker_start(struct line_breaker *breaker, struct byte_reader bytes,
                                      const struct encoding *forced);

#endif
