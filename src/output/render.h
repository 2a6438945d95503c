/* The formats: plain data to bytes. A renderer decides nothing and cannot fail: what goes wrong in
 * writing is kept by the writer, and writer_finish tells.
 *
 * A new format is one render_NAME.c, its line in output/formats.h and its row in the table of
 * render.c. */
#ifndef MARSIFT_OUTPUT_RENDER_H
#define MARSIFT_OUTPUT_RENDER_H

#include "output/write/format.h"

/* Text first, which is the default; ended by an entry whose name is NULL. Every function is set. */
extern const struct render_format render_formats[];

/* NULL when there is no format of that name. */
const struct render_format *formats_find(const char *name);

#endif
