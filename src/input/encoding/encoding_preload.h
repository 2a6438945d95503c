/* The encodings of a run: the one that the user names, if any, and what the C library looks for on
 * disk when text is converted (the modules of code pages, the locale in which names of archive
 * members come out). All of it is held from before the first byte is read, so that a run which may
 * open nothing but its input still finds it. */
#ifndef MARSIFT_INPUT_ENCODING_ENCODING_PRELOAD_H
#define MARSIFT_INPUT_ENCODING_ENCODING_PRELOAD_H

#include <iconv.h>
#include <locale.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "input/encoding/encoding.h"

enum { ENCODING_PRELOAD_MOST = 5 };

/* Start as `struct conversions conversions = {0};`, end with encoding_preload_close, also after a
 * fault.
 */
struct encoding_preload {
    struct encoding named;
    const struct encoding *forced; /* `named`, or NULL: detect */
    iconv_t converters[ENCODING_PRELOAD_MOST];
    size_t count;
    locale_t locale;
};

/* Holds what every encoding that can be detected needs, and the encoding called `name` (NULL: none
 * is named). What the system does not have is left out, and reading tells when a log needs it; but
 * a name that nobody knows is a FAULT_OPTION. */
bool encoding_preload_open(struct encoding_preload *conversions, const char *name,
                           struct fault *fault);

void encoding_preload_close(struct encoding_preload *conversions);

#endif
