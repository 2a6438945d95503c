/* Rows of catalog/context.csv. A rule is about paths (`paths`, `lookalike_paths`,
 * `min_path_length`), about shares (`min_share_pct`) or about agent errors (`errors`), never about
 * two of these. It has conditions of its own kind only, and it has an effect: another category, a
 * mark or an advice for paths, a finding for the others. */
#ifndef MARSIFT_CATALOG_CONTEXT_ROWS_H
#define MARSIFT_CATALOG_CONTEXT_ROWS_H

#include "base/language.h"
#include "catalog/catalog_row.h"

/* The columns: id, name, whether it is required. */
#define CONTEXT_COLUMNS(COLUMN)                                                                    \
    COLUMN(NAME, "name", true)                                                                     \
    COLUMN(CODES, "codes", false)                                                                  \
    COLUMN(PATHS, "paths", false)                                                                  \
    COLUMN(EXCEPT, "except_paths", false)                                                          \
    COLUMN(LOOKALIKES, "lookalike_paths", false)                                                   \
    COLUMN(MIN_PATH_LENGTH, "min_path_length", false)                                              \
    COLUMN(MIN_SHARE, "min_share_pct", false)                                                      \
    COLUMN(MIN_FILES, "min_files", false)                                                          \
    COLUMN(ERRORS, "errors", false)                                                                \
    COLUMN(TEXTS, "texts", false)                                                                  \
    COLUMN(BECOMES, "becomes", false)                                                              \
    COLUMN(FINDING, "finding", false)                                                              \
    COLUMN(MARK, "mark", false)                                                                    \
    LANGUAGE_COLUMNS(COLUMN, ADVICE, "advice", false)                                              \
    COLUMN(REFERENCE, "reference", false)

/* Row handler: adds a rule or replaces that of an earlier file. Its context is the catalog. */
catalog_row_handler context_rows_add;

#endif
