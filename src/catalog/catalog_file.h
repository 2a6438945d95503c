/* Reads catalog files: RFC 4180 rows under a header row, in UTF-8 (a byte order mark is allowed).
 * Each row goes to the handler of its table, with `context`; the first fault ends the reading. A
 * cell of more than limits.max_catalog_field_bytes, as a quoted one that is never closed, is a
 * fault. */
#ifndef MARSIFT_CATALOG_CATALOG_FILE_H
#define MARSIFT_CATALOG_CATALOG_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "catalog/catalog_row.h"

/* Reads the built-in file of `table`. */
bool catalog_file_read_embedded(const struct catalog_table *table, void *context,
                                struct fault *fault);

/* Reads the user's file at `path`, which belongs to one of `tables`. A file that cannot be read is
 * a FAULT_READ, a wrong one a FAULT_CATALOG. */
bool catalog_file_read_path(const char *path, const struct catalog_table *tables,
                            size_t table_count, void *context, struct fault *fault);

#endif
