/* Measures, truncates and pads text by columns of a screen, as people see it (escaped). Characters
 * of ambiguous width count as one column. */
#ifndef MARSIFT_OUTPUT_WRITE_WIDTH_H
#define MARSIFT_OUTPUT_WRITE_WIDTH_H

#include <stddef.h>

#include "base/span.h"
#include "output/write/escape.h"
#include "output/write/writer.h"

/* Returns 0 for a mark that combines with the character before it, 2 for a wide character, and the
 * length for an escape. */
size_t width_of_glyph(const struct glyph *glyph);

/* Returns the width of the text, escapes included. */
size_t width_of_text(struct span text);

enum truncate_side {
    TRUNCATE_END,  /* "The quick br..." */
    TRUNCATE_PATH, /* "D:\Use...\mail.pst": the file name stays */
};

/* Writes `text` in at most `columns` columns and returns the number of columns used. Below 4
 * columns a cut is not marked by dots. */
size_t width_truncate(struct writer *writer, struct span text, size_t columns,
                      enum truncate_side side);

/* Writes `text` likewise, then blanks up to exactly `columns`. */
void width_pad_left(struct writer *writer, struct span text, size_t columns,
                    enum truncate_side side);

/* Writes blanks, then `text`, so that both take `columns`. A text that is too wide is written
 * whole: a number is never cut. */
void width_pad_right(struct writer *writer, struct span text, size_t columns);

#endif
