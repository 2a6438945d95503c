/* Rows of failure codes and agent errors to entries, and what all takers of rows share. */
#ifndef MARSIFT_CATALOG_CODE_ROWS_H
#define MARSIFT_CATALOG_CODE_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "catalog/catalog_private.h"
#include "catalog/catalog_row.h"

/* The columns, in the order of the takers' enums below: id, name, whether it is required. */
#define CODE_COLUMNS(COLUMN)                                                                       \
    COLUMN(CODE, "code", true)                                                                     \
    COLUMN(SYMBOL, "symbol", false)                                                                \
    COLUMN(ALIAS, "alias", false)                                                                  \
    COLUMN(CATEGORY, "category", true)                                                             \
    COLUMN(TRANSIENT, "transient", false)                                                          \
    COLUMN(AT_RISK, "at_risk", false)                                                              \
    COLUMN(ACTION_EN, "action_en", false)                                                          \
    COLUMN(ACTION_JA, "action_ja", false)                                                          \
    COLUMN(REFERENCE, "reference", false)

#define ERROR_COLUMNS(COLUMN)                                                                      \
    COLUMN(ID, "id", false)                                                                        \
    COLUMN(SYMBOL, "symbol", false)                                                                \
    COLUMN(CODE, "code", false)                                                                    \
    COLUMN(WRAPPER, "wrapper", false)                                                              \
    COLUMN(MATCH_EN, "match_en", false)                                                            \
    COLUMN(MATCH_JA, "match_ja", false)                                                            \
    COLUMN(CATEGORY, "category", true)                                                             \
    COLUMN(SEVERITY, "severity", false)                                                            \
    COLUMN(TRANSIENT, "transient", false)                                                          \
    COLUMN(AT_RISK, "at_risk", false)                                                              \
    COLUMN(TITLE_EN, "title_en", true)                                                             \
    COLUMN(TITLE_JA, "title_ja", false)                                                            \
    COLUMN(CAUSE_EN, "cause_en", true)                                                             \
    COLUMN(CAUSE_JA, "cause_ja", false)                                                            \
    COLUMN(ACTIONS_EN, "actions_en", false)                                                        \
    COLUMN(ACTIONS_JA, "actions_ja", false)                                                        \
    COLUMN(REFERENCE, "reference", false)

catalog_row_taker take_code;
catalog_row_taker take_error;

/* Where the row that is being taken stands. */
struct row_origin row_origin_of(const struct catalog *catalog, const struct catalog_row *row);

/* A fault when the entry that the row would replace was made by the same file. */
bool row_origin_may_replace(const struct catalog *catalog, const struct catalog_row *row,
                            struct row_origin earlier, struct span key, struct fault *fault);

/* The category named by the cell. */
bool code_rows_category(const struct catalog *catalog, const struct catalog_row *row, size_t column,
                        size_t *category, struct fault *fault);

/* The severity named by the cell; `fallback` for an empty one, which is a fault when it is none. */
bool code_rows_severity(const struct catalog_row *row, size_t column, size_t fallback,
                        enum severity *severity, struct fault *fault);

enum { SEVERITY_COUNT = SEVERITY_ERROR + 1 };

#endif
