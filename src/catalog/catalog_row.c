#include "catalog/catalog_row.h"

#include <stdarg.h>
#include <stdio.h>

#include "text/suggestion.h"
#include "text/utf8.h"

enum { NO_COLUMN = MAX_CATALOG_COLUMNS, MAX_QUOTED_BYTES = 60 };

int catalog_row_quoted_bytes(struct span text)
{
    size_t length = text.length < MAX_QUOTED_BYTES ? text.length : MAX_QUOTED_BYTES;
    /* Step back to the start of a character. */
    while (length < text.length && length > 0 && utf8_is_continuation(text.bytes[length]))
        length--;
    return (int)length;
}

bool catalog_row_fault(const struct catalog_row *row, struct fault *fault, const char *format, ...)
{
    char text[FAULT_TEXT_BYTES / 2];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    return fault_set(fault, FAULT_CATALOG, "%s:%llu: %s", row->file, (unsigned long long)row->line,
                     text);
}

bool catalog_row_unknown(const struct catalog_row *row, const char *what, struct span word,
                         const char *const *known, struct fault *fault)
{
    char copy[MAX_QUOTED_BYTES + 1];
    snprintf(copy, sizeof copy, "%.*s", catalog_row_quoted_bytes(word), word.bytes);
    const char *suggestion = suggestion_nearest(copy, known);
    if (suggestion == NULL)
        return catalog_row_fault(row, fault, "unknown %s '%s'", what, copy);
    return catalog_row_fault(row, fault, "unknown %s '%s' (nearest known: '%s')", what, copy,
                             suggestion);
}

/* The index of the column `name`, or NO_COLUMN. */
static size_t find_column(const struct catalog_table *table, struct span name)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (span_equals(name, span_of(table->columns[i].name)))
            return i;
    return NO_COLUMN;
}

static size_t count_known(const struct catalog_table *table, const struct span *cells, size_t count)
{
    size_t known = 0;
    for (size_t i = 0; i < count; i++)
        known += find_column(table, cells[i]) != NO_COLUMN;
    return known;
}

static bool has_required(const struct catalog_table *table, const struct span *cells, size_t count)
{
    for (size_t column = 0; column < table->column_count; column++) {
        bool is_present = !table->columns[column].is_required;
        for (size_t i = 0; i < count && !is_present; i++)
            is_present = find_column(table, cells[i]) == column;
        if (!is_present)
            return false;
    }
    return true;
}

/* The table that has most of the cells as columns, of several one of which no required column is
 * missing; NULL if none has any. */
static const struct catalog_table *find_table(const struct span *cells, size_t count,
                                              const struct catalog_table *tables,
                                              size_t table_count)
{
    const struct catalog_table *best = NULL;
    size_t most = 0;
    for (size_t t = 0; t < table_count; t++) {
        size_t known = count_known(&tables[t], cells, count);
        bool is_fitter = known == most && best != NULL && !has_required(best, cells, count) &&
                         has_required(&tables[t], cells, count);
        if (known <= most && !is_fitter)
            continue;
        most = known;
        best = &tables[t];
    }
    return best;
}

static bool unknown_column(const struct catalog_row *row, const struct catalog_table *table,
                           struct span name, struct fault *fault)
{
    const char *names[MAX_CATALOG_COLUMNS + 1] = {NULL};
    for (size_t i = 0; i < table->column_count; i++)
        names[i] = table->columns[i].name;
    return catalog_row_unknown(row, "column", name, names, fault);
}

bool catalog_header_read(struct catalog_header *header, const struct catalog_row *row, size_t count,
                         const struct catalog_table *tables, size_t table_count,
                         struct fault *fault)
{
    bool is_present[MAX_CATALOG_COLUMNS] = {false};
    const struct catalog_table *table = find_table(row->cells, count, tables, table_count);
    if (table == NULL)
        return catalog_row_fault(row, fault, "not a catalog file: no known column");
    for (size_t i = 0; i < count; i++) {
        size_t column = find_column(table, row->cells[i]);
        if (column == NO_COLUMN)
            return unknown_column(row, table, row->cells[i], fault);
        if (is_present[column])
            return catalog_row_fault(row, fault, "the column '%s' stands there twice",
                                     table->columns[column].name);
        is_present[column] = true;
        header->column_of[i] = column;
    }
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].is_required && !is_present[i])
            return catalog_row_fault(row, fault, "the column '%s' is missing",
                                     table->columns[i].name);
    header->table = table;
    header->count = count;
    return true;
}
