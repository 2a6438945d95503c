/* Rows of categories, topics, system messages, families, facilities and synonyms. */
#ifndef MARSIFT_CATALOG_REFERENCE_ROWS_H
#define MARSIFT_CATALOG_REFERENCE_ROWS_H

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
    COLUMN(TITLE_EN, "title_en", true)                                                             \
    COLUMN(TITLE_JA, "title_ja", false)                                                            \
    COLUMN(MEANING_EN, "meaning_en", true)                                                         \
    COLUMN(MEANING_JA, "meaning_ja", false)                                                        \
    COLUMN(ACTIONS_EN, "actions_en", true)                                                         \
    COLUMN(ACTIONS_JA, "actions_ja", false)                                                        \
    COLUMN(EXCLUSION_EN, "exclusion_en", false)                                                    \
    COLUMN(EXCLUSION_JA, "exclusion_ja", false)                                                    \
    COLUMN(REFERENCE, "reference", false)

#define TOPIC_COLUMNS(COLUMN)                                                                      \
    COLUMN(TOPIC, "topic", true)                                                                   \
    COLUMN(WORDS_EN, "words_en", false)                                                            \
    COLUMN(WORDS_JA, "words_ja", false)                                                            \
    COLUMN(TITLE_EN, "title_en", true)                                                             \
    COLUMN(TITLE_JA, "title_ja", false)                                                            \
    COLUMN(CAUSE_EN, "cause_en", true)                                                             \
    COLUMN(CAUSE_JA, "cause_ja", false)                                                            \
    COLUMN(ACTIONS_EN, "actions_en", true)                                                         \
    COLUMN(ACTIONS_JA, "actions_ja", false)                                                        \
    COLUMN(RELATED, "related", false)                                                              \
    COLUMN(REFERENCE, "reference", false)

#define MESSAGE_COLUMNS(COLUMN)                                                                    \
    COLUMN(CODE, "code", true)                                                                     \
    COLUMN(TEXT_EN, "text_en", true)                                                               \
    COLUMN(TEXT_JA, "text_ja", false)                                                              \
    COLUMN(TEXT_OTHER, "text_other", false)

#define FAMILY_COLUMNS(COLUMN)                                                                     \
    COLUMN(FIRST, "first", true)                                                                   \
    COLUMN(LAST, "last", true)                                                                     \
    COLUMN(CATEGORY, "category", true)                                                             \
    COLUMN(TITLE_EN, "title_en", true)                                                             \
    COLUMN(TITLE_JA, "title_ja", false)                                                            \
    COLUMN(REFERENCE, "reference", false)

#define FACILITY_COLUMNS(COLUMN)                                                                   \
    COLUMN(FACILITY, "facility", true)                                                             \
    COLUMN(NAME, "name", true)                                                                     \
    COLUMN(MEANING_EN, "meaning_en", false)                                                        \
    COLUMN(MEANING_JA, "meaning_ja", false)

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
