/* The tables of the catalog: their files, columns and row handlers. The context of every handler is
 * the struct catalog that is being filled. */
#ifndef MARSIFT_CATALOG_CATALOG_TABLES_H
#define MARSIFT_CATALOG_CATALOG_TABLES_H

#include <stddef.h>

#include "catalog/catalog_row.h"

/* In the order in which the built-in files are read: categories first, since other rows name
 * them. */
extern const struct catalog_table catalog_tables[];
extern const size_t catalog_table_count;

#endif
