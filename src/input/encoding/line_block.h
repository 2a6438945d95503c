/* Blocks of whole lines of a log, as UTF-8. */
#ifndef MARSIFT_INPUT_ENCODING_LINE_BLOCK_H
#define MARSIFT_INPUT_ENCODING_LINE_BLOCK_H

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

/* One physical line without its terminator: byte offset and length in the block's text. */
struct line {
    uint32_t start;
    uint32_t length;
};

/* Whole lines as valid UTF-8; invalid bytes have become U+FFFD. Lent until its decoder decodes
 * again. */
struct block {
    struct span text;
    const struct line *lines; /* in order; terminators are LF, CR LF or CR */
    size_t line_count;
    const struct span *hosts; /* by line, empty where none is known; NULL: of no line */
};

#endif
