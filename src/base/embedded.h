/* The grammars and catalog files that are built into the program. */
#ifndef MARSIFT_BASE_EMBEDDED_H
#define MARSIFT_BASE_EMBEDDED_H

#include "base/span.h"

/* The unit separator and the record separator of ASCII; a list in a cell has a NUL where its file
 * has EMBEDDED_LIST_SEPARATOR. */
#define EMBEDDED_LIST_SEPARATOR " | "
enum { EMBEDDED_PART_END = 0, EMBEDDED_CELL_END = 0x1F, EMBEDDED_ROW_END = 0x1E };

/* `name` is the path in the source tree, such as "catalog/hresults.csv". `content` is followed by a
 * NUL that its length does not count. The content of a CSV file is its cells, trimmed, each
 * followed by EMBEDDED_PART_END and EMBEDDED_CELL_END, with EMBEDDED_ROW_END after each row. So its
 * texts and the parts of its lists can be used where they are. */
struct embedded_file {
    const char *name;
    struct span content;
};

/* Sorted by name; the last entry has the name NULL. */
extern const struct embedded_file embedded_files[];

/* Returns the content of the file `name`; an empty span if there is none. */
struct span embedded_find(const char *name);

#endif
