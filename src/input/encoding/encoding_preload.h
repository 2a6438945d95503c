/* The encodings of a run, loaded before the first byte is read: the one that the user names, if
 * any, and what the C library looks up on disk when text is converted (the modules of code pages,
 * the locale in which names of archive members are read). A run that may open nothing but its input
 * still has them. */
#ifndef MARSIFT_INPUT_ENCODING_ENCODING_PRELOAD_H
#define MARSIFT_INPUT_ENCODING_ENCODING_PRELOAD_H

#include <iconv.h>
#include <locale.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "input/encoding/encoding.h"

enum { ENCODING_PRELOAD_MAX = 3 };

/* Start as `struct encoding_preload preload = {0};`, end with encoding_preload_close, also after a
 * fault. */
struct encoding_preload {
    struct encoding named;
    const struct encoding *forced; /* `named`, or NULL: detect */
    iconv_t converters[ENCODING_PRELOAD_MAX];
    size_t count;
    locale_t locale;
};

/* Loads all that can be detected and need iconv, and the one called `name` (NULL: none is named).
 * What the system lacks is left out, and reported when a log needs it; but a name that is unknown
 * is a FAULT_OPTION. */
bool encoding_preload_open(struct encoding_preload *preload, const char *name, struct fault *fault);

void encoding_preload_close(struct encoding_preload *preload);

#endif
