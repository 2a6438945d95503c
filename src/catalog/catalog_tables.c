#include "catalog/catalog_tables.h"

#include <assert.h>

#include "base/count_of.h"
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

#define TABLE(name, list, handler)                                                                 \
    {                                                                                              \
        .file = "catalog/" name ".csv", .columns = list, .column_count = COUNT_OF(list),           \
        .handle_row = handler                                                                      \
    }

#define HAS_ROOM(list) (sizeof(list) / sizeof((list)[0]) <= MAX_CATALOG_COLUMNS)
static_assert(HAS_ROOM(category_columns) && HAS_ROOM(code_columns) && HAS_ROOM(error_columns) &&
                  HAS_ROOM(topic_columns) && HAS_ROOM(message_columns) &&
                  HAS_ROOM(family_columns) && HAS_ROOM(facility_columns) &&
                  HAS_ROOM(synonym_columns) && HAS_ROOM(context_columns),
              "a row has room for the columns of each table");

const struct catalog_table catalog_tables[] = {
    TABLE("categories", category_columns, reference_rows_add_category),
    TABLE("hresults", code_columns, code_rows_add_code),
    TABLE("agent-errors", error_columns, code_rows_add_error),
    TABLE("topics", topic_columns, reference_rows_add_topic),
    TABLE("system-messages", message_columns, reference_rows_add_message),
    TABLE("families", family_columns, reference_rows_add_family),
    TABLE("facilities", facility_columns, reference_rows_add_facility),
    TABLE("synonyms", synonym_columns, reference_rows_add_synonym),
    TABLE("context", context_columns, context_rows_add),
};
const size_t catalog_table_count = COUNT_OF(catalog_tables);
