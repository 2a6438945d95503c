#include "catalog/catalog_tables.h"

#include "catalog/code_rows.h"
#include "catalog/context_rows.h"
#include "catalog/reference_rows.h"

#define COLUMN_ENTRY(id, name, is_required) {name, is_required},
static const struct catalog_column category_columns[] = {CATEGORY_COLUMNS(COLUMN_ENTRY)};
static const struct catalog_column code_columns[] = {CODE_COLUMNS(COLUMN_ENTRY)};
static const struct catalog_column error_columns[] = {ERROR_COLUMNS(COLUMN_ENTRY)};
static const struct catalog_column topic_columns[] = {TOPIC_COLUMNS(COLUMN_ENTRY)};
static const struct catalog_column message_columns[] = {MESSAGE_COLUMNS(COLUMN_ENTRY)};
static const struct catalog_column family_columns[] = {FAMILY_COLUMNS(COLUMN_ENTRY)};
static const struct catalog_column facility_columns[] = {FACILITY_COLUMNS(COLUMN_ENTRY)};
static const struct catalog_column synonym_columns[] = {SYNONYM_COLUMNS(COLUMN_ENTRY)};
static const struct catalog_column context_columns[] = {CONTEXT_COLUMNS(COLUMN_ENTRY)};
#undef COLUMN_ENTRY

#define TABLE(name, list, taker)                                                                   \
    {                                                                                              \
        .file = "catalog/" name ".csv", .columns = list,                                           \
        .column_count = sizeof list / sizeof list[0], .take = taker                                \
    }

const struct catalog_table catalog_tables[] = {
    TABLE("categories", category_columns, take_category),
    TABLE("hresults", code_columns, take_code),
    TABLE("agent-errors", error_columns, take_error),
    TABLE("topics", topic_columns, take_topic),
    TABLE("system-messages", message_columns, take_message),
    TABLE("families", family_columns, take_family),
    TABLE("facilities", facility_columns, take_facility),
    TABLE("synonyms", synonym_columns, take_synonym),
    TABLE("context", context_columns, take_context),
};
const size_t catalog_table_count = sizeof catalog_tables / sizeof catalog_tables[0];
