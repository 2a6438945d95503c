/* Rows of failure codes and agent errors. */
#ifndef MARSIFT_CATALOG_CODE_ROWS_H
#define MARSIFT_CATALOG_CODE_ROWS_H

#include "catalog/catalog_row.h"

/* The columns: id, name, whether it is required. */
#define CODE_COLUMNS(COLUMN)                                                                       \
    COLUMN(CODE, "code", true)                                                                     \
    COLUMN(SYMBOL, "symbol", false)                                                                \
    COLUMN(ALIAS, "alias", false)                                                                  \
    COLUMN(CATEGORY, "category", true)                                                             \
    COLUMN(TRANSIENT, "transient", false)                                                          \
    COLUMN(AT_RISK, "at_risk", false)                                                              \
    COLUMN(TITLE_EN, "title_en", false)                                                            \
    COLUMN(TITLE_JA, "title_ja", false)                                                            \
    COLUMN(CAUSE_EN, "cause_en", false)                                                            \
    COLUMN(CAUSE_JA, "cause_ja", false)                                                            \
    COLUMN(ACTIONS_EN, "actions_en", false)                                                        \
    COLUMN(ACTIONS_JA, "actions_ja", false)                                                        \
    COLUMN(REFERENCE, "reference", false)                                                          \
    COLUMN(ACTION_EN, "action_en", false) /* as files had it that gave only one action */          \
    COLUMN(ACTION_JA, "action_ja", false)

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

/* Row handlers: each adds an entry or replaces that of an earlier file. Their context is the
 * catalog. */
catalog_row_handler code_rows_add_code;
catalog_row_handler code_rows_add_error;

#endif
