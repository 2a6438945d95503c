/* Columns on a screen: how wide text is as people see it (escaped), cutting and padding it.
 * Characters of ambiguous width count as one column. */
#ifndef MARSIFT_OUTPUT_WRITE_WIDTH_H
#define MARSIFT_OUTPUT_WRITE_WIDTH_H

#include <stddef.h>

#include "base/span.h"
#include "output/write/escape.h"
#include "output/write/writer.h"

/* 0 for a mark that combines with the character before it, 2 for wide characters, the length of an
 * escape. */
size_t width_of_glyph(const struct glyph *glyph);

/* Of the whole text, escapes included. */
size_t width_of_text(struct span text);

enum truncate_side {
    CUT_END,  /* "The quick br..." */
    CUT_PATH, /* "D:\Use...\mail.pst": the file name stays */
};

/* Writes `text` in at most `columns` columns and returns how many it took. Below 4 columns it is
 * cut without dots. */
size_t width_truncate(struct writer *writer, struct span text, size_t columns,
                      enum truncate_side side);

/* The same, filled up with blanks to exactly `columns`. */
void width_pad_left(struct writer *writer, struct span text, size_t columns,
                    enum truncate_side side);

/* Blanks first. A text that is too wide is written whole: a number is never cut. */
void width_pad_right(struct writer *writer, struct span text, size_t columns);

#endif
