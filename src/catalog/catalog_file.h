/* Catalog files: RFC 4180 rows under a header row, read by libcsv and handed on row by row. UTF-8
 * (a byte order mark is fine); a cell of more than limits.max_catalog_field_bytes, as one that is
 * never closed, is a fault. What the cells mean is for the taker of the rows. */
#ifndef MARSIFT_CATALOG_CATALOG_FILE_H
#define MARSIFT_CATALOG_CATALOG_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "catalog/catalog_row.h"

/* The built-in file of `table`. */
bool catalog_file_read_embedded(const struct catalog_table *table, void *context,
                                struct fault *fault);

/* The user's file at `path`, which belongs to one of `tables`. */
bool catalog_file_read_path(const char *path, const struct catalog_table *tables,
                            size_t table_count, void *context, struct fault *fault);

#endif
