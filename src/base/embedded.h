/* The grammars and catalog files that were built into the program. */
#ifndef MARSIFT_BASE_EMBEDDED_H
#define MARSIFT_BASE_EMBEDDED_H

#include "base/span.h"

/* ASCII's unit separator and record separator. */
enum { EMBEDDED_CELL_END = 0x1F, EMBEDDED_ROW_END = 0x1E };

/* `name` is the path in the source tree, "catalog/hresults.csv"; `content` is followed by a NUL
 * that its length does not count. That of a CSV file is its cells, each with EMBEDDED_CELL_END
 * behind it, and EMBEDDED_ROW_END behind those of a row. */
struct embedded_file {
    const char *name;
    struct span content;
};

/* In the order of their names, ended by an entry whose name is NULL. */
extern const struct embedded_file embedded_files[];

/* The content of the file `name`, an empty span when there is none. */
struct span embedded_find(const char *name);

#endif
