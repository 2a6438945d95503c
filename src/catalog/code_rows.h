/* Rows of failure codes and agent errors. */
#ifndef MARSIFT_CATALOG_CODE_ROWS_H
#define MARSIFT_CATALOG_CODE_ROWS_H

#include "base/language.h"
#include "catalog/catalog_row.h"

/* The columns: id, name, whether it is required. Files that gave only one action call it "action".
 */
#define CODE_COLUMNS(COLUMN)                                                                       \
    COLUMN(CODE, "code", true)                                                                     \
    COLUMN(SYMBOL, "symbol", false)                                                                \
    COLUMN(ALIAS, "alias", false)                                                                  \
    COLUMN(CATEGORY, "category", true)                                                             \
    COLUMN(TRANSIENT, "transient", false)                                                          \
    COLUMN(AT_RISK, "at_risk", false)                                                              \
    LANGUAGE_COLUMNS(COLUMN, TITLE, "title", false)                                                \
    LANGUAGE_COLUMNS(COLUMN, CAUSE, "cause", false)                                                \
    LANGUAGE_COLUMNS(COLUMN, ACTIONS, "actions", false)                                            \
    COLUMN(REFERENCE, "reference", false)                                                          \
    LANGUAGE_COLUMNS(COLUMN, ACTION, "action", false)

#define ERROR_COLUMNS(COLUMN)                                                                      \
    COLUMN(ID, "id", false)                                                                        \
    COLUMN(SYMBOL, "symbol", false)                                                                \
    COLUMN(CODE, "code", false)                                                                    \
    COLUMN(WRAPPER, "wrapper", false)                                                              \
    LANGUAGE_COLUMNS(COLUMN, MATCH, "match", false)                                                \
    COLUMN(CATEGORY, "category", true)                                                             \
    COLUMN(SEVERITY, "severity", false)                                                            \
    COLUMN(TRANSIENT, "transient", false)                                                          \
    COLUMN(AT_RISK, "at_risk", false)                                                              \
    LANGUAGE_COLUMNS(COLUMN, TITLE, "title", true)                                                 \
    LANGUAGE_COLUMNS(COLUMN, CAUSE, "cause", true)                                                 \
    LANGUAGE_COLUMNS(COLUMN, ACTIONS, "actions", false)                                            \
    COLUMN(REFERENCE, "reference", false)

/* Row handlers: each adds an entry or replaces that of an earlier file. Their context is the
 * catalog. */
catalog_row_handler code_rows_add_code;
catalog_row_handler code_rows_add_error;

#endif
