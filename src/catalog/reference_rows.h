/* Rows of categories, topics, system messages, families, facilities and synonyms. */
#ifndef MARSIFT_CATALOG_REFERENCE_ROWS_H
#define MARSIFT_CATALOG_REFERENCE_ROWS_H

#include "base/language.h"
#include "catalog/catalog_row.h"

/* The columns: id, name, whether it is required. */
#define CATEGORY_COLUMNS(COLUMN)                                                                   \
    COLUMN(NAME, "name", true)                                                                     \
    COLUMN(LEVEL, "level", true)                                                                   \
    COLUMN(SEVERITY, "severity", true)                                                             \
    COLUMN(AT_RISK, "at_risk", true)                                                               \
    COLUMN(TRANSIENT, "transient", true)                                                           \
    COLUMN(URGENCY, "urgency", false)                                                              \
    COLUMN(OF_VOLUME, "of_volume", false)                                                          \
    LANGUAGE_COLUMNS(COLUMN, TITLE, "title", true)                                                 \
    LANGUAGE_COLUMNS(COLUMN, MEANING, "meaning", true)                                             \
    LANGUAGE_COLUMNS(COLUMN, ACTIONS, "actions", true)                                             \
    LANGUAGE_COLUMNS(COLUMN, EXCLUSION, "exclusion", false)                                        \
    COLUMN(REFERENCE, "reference", false)

#define TOPIC_COLUMNS(COLUMN)                                                                      \
    COLUMN(TOPIC, "topic", true)                                                                   \
    LANGUAGE_COLUMNS(COLUMN, WORDS, "words", false)                                                \
    LANGUAGE_COLUMNS(COLUMN, TITLE, "title", true)                                                 \
    LANGUAGE_COLUMNS(COLUMN, CAUSE, "cause", true)                                                 \
    LANGUAGE_COLUMNS(COLUMN, ACTIONS, "actions", true)                                             \
    COLUMN(RELATED, "related", false)                                                              \
    COLUMN(REFERENCE, "reference", false)

#define MESSAGE_COLUMNS(COLUMN)                                                                    \
    COLUMN(CODE, "code", true)                                                                     \
    LANGUAGE_COLUMNS(COLUMN, TEXT, "text", true)                                                   \
    COLUMN(TEXT_OTHER, "text_other", false)

#define FAMILY_COLUMNS(COLUMN)                                                                     \
    COLUMN(FIRST, "first", true)                                                                   \
    COLUMN(LAST, "last", true)                                                                     \
    COLUMN(CATEGORY, "category", true)                                                             \
    LANGUAGE_COLUMNS(COLUMN, TITLE, "title", true)                                                 \
    LANGUAGE_COLUMNS(COLUMN, CAUSE, "cause", false)                                                \
    LANGUAGE_COLUMNS(COLUMN, ACTIONS, "actions", false)                                            \
    COLUMN(REFERENCE, "reference", false)

#define FACILITY_COLUMNS(COLUMN)                                                                   \
    COLUMN(FACILITY, "facility", true)                                                             \
    COLUMN(NAME, "name", true)                                                                     \
    LANGUAGE_COLUMNS(COLUMN, MEANING, "meaning", false)

#define SYNONYM_COLUMNS(COLUMN)                                                                    \
    COLUMN(SPELLINGS, "spellings", true)                                                           \
    COLUMN(IGNORED, "ignored", false)

/* Row handlers: each adds an entry or replaces that of an earlier file. Their context is the
 * catalog. */
catalog_row_handler reference_rows_add_category;
catalog_row_handler reference_rows_add_topic;
catalog_row_handler reference_rows_add_message;
catalog_row_handler reference_rows_add_facility;

/* These two replace nothing: families of the latest file have precedence where they are looked up,
 * and rows of several files may name the same word. */
catalog_row_handler reference_rows_add_family;
catalog_row_handler reference_rows_add_synonym;

#endif
