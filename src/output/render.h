/* The output formats: plain data to bytes. A renderer decides nothing and cannot fail: the writer
 * keeps the first failure, and writer_finish reports it. */
#ifndef MARSIFT_OUTPUT_RENDER_H
#define MARSIFT_OUTPUT_RENDER_H

#include "output/write/format.h"
#include "output/write/formats.h"

/* In the order of FORMATS, so the default comes first; ended by an entry whose name is NULL. Every
 * function is set. */
extern const struct render_format render_formats[];

/* Returns NULL if there is no format of that name. */
const struct render_format *render_format_find(const char *name);

#endif
