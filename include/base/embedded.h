/* The grammars and catalog files that were built into the program. */
#ifndef MARSIFT_BASE_EMBEDDED_H
#define MARSIFT_BASE_EMBEDDED_H

#include "base/span.h"

/* `name` is the path in the source tree, "catalog/hresults.csv"; `content` is followed by a NUL
 * that its length does not count. */
struct embedded_file {
    const char *name;
    struct span content;
};

/* In the order of their names, ended by an entry whose name is NULL. */
extern const struct embedded_file embedded_files[];

/* The content of the file `name`, an empty span when there is none. */
struct span embedded_find(const char *name);

#endif
