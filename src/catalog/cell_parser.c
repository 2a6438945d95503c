#include "catalog/cell_parser.h"

#include <string.h>

#include "base/embedded.h"
#include "base/memory.h"
#include "base/span.h"
#include "text/code_notation.h"

static const char *column_name(const struct catalog_row *row, size_t column)
{
    return row->table->columns[column].name;
}

static bool is_empty(const struct catalog_row *row, size_t column)
{
    return row->cells[column].length == 0;
}

static bool empty_fault(const struct catalog_row *row, size_t column, struct fault *fault)
{
    return catalog_row_fault(row, fault, "'%s' may not be empty", column_name(row, column));
}

/* Stores `part` of a cell as a text of its own; the text is copied unless it is one already. */
static bool keep_text(bool is_text, struct span part, struct arena *arena, const char **text,
                      struct fault *fault)
{
    *text = is_text ? part.bytes : arena_copy(arena, part, fault).bytes;
    return *text != NULL;
}

bool cell_parse_text(const struct catalog_row *row, size_t column, struct arena *arena,
                     const char **text, struct fault *fault)
{
    *text = "";
    return is_empty(row, column) ||
           keep_text(row->is_embedded, row->cells[column], arena, text, fault);
}

bool cell_parse_text_or(const struct catalog_row *row, size_t column, const char *fallback,
                        struct arena *arena, const char **text, struct fault *fault)
{
    if (!cell_parse_text(row, column, arena, text, fault))
        return false;
    if (**text == '\0')
        *text = fallback;
    return true;
}

bool cell_parse_required_text(const struct catalog_row *row, size_t column, struct arena *arena,
                              const char **text, struct fault *fault)
{
    if (is_empty(row, column))
        return empty_fault(row, column, fault);
    return cell_parse_text(row, column, arena, text, fault);
}

bool cell_parse_texts(const struct catalog_row *row, size_t column, struct arena *arena,
                      const char *texts[LANGUAGE_COUNT], struct fault *fault)
{
    texts[LANGUAGE_EN] = "";
    for (size_t language = 0; language < LANGUAGE_COUNT; language++)
        if (!cell_parse_text_or(row, column + language, texts[LANGUAGE_EN], arena, &texts[language],
                                fault))
            return false;
    return true;
}

/* Cuts the next part off `rest`. The part is trimmed and may be empty. */
static struct span next_part(struct span *rest, struct span separator)
{
    size_t end = span_find(*rest, separator);
    struct span part = span_trim(span_slice(*rest, 0, end));
    size_t after = end + separator.length < rest->length ? end + separator.length : rest->length;
    *rest = span_slice(*rest, after, rest->length);
    return part;
}

bool cell_parse_list(const struct catalog_row *row, size_t column, const char *separator,
                     struct arena *arena, const char *const **items, size_t *count,
                     struct fault *fault)
{
    static const char part_end = EMBEDDED_PART_END;
    bool has_texts = row->is_embedded && strcmp(separator, "|") == 0;
    struct span between =
        has_texts ? (struct span){.bytes = &part_end, .length = 1} : span_of(separator);
    size_t found = 0;
    for (struct span rest = row->cells[column]; rest.length > 0;)
        found += next_part(&rest, between).length > 0;
    const char **list = arena_allocate(arena, found, sizeof *list, fault);
    if (list == NULL)
        return false;
    size_t filled = 0;
    for (struct span rest = row->cells[column]; rest.length > 0;) {
        struct span part = next_part(&rest, between);
        if (part.length > 0 && !keep_text(has_texts, part, arena, &list[filled++], fault))
            return false;
    }
    *items = list;
    *count = filled;
    return true;
}

bool cell_parse_lists(const struct catalog_row *row, size_t column, const char *separator,
                      struct arena *arena, const char *const *items[LANGUAGE_COUNT],
                      size_t counts[LANGUAGE_COUNT], struct fault *fault)
{
    for (size_t language = 0; language < LANGUAGE_COUNT; language++) {
        if (!cell_parse_list(row, column + language, separator, arena, &items[language],
                             &counts[language], fault))
            return false;
        if (counts[language] == 0) {
            items[language] = items[LANGUAGE_EN];
            counts[language] = counts[LANGUAGE_EN];
        }
    }
    return true;
}

bool cell_parse_boolean(const struct catalog_row *row, size_t column, bool fallback, bool *value,
                        struct fault *fault)
{
    struct span cell = row->cells[column];
    *value = fallback;
    if (is_empty(row, column))
        return true;
    *value = span_equals_ignoring_case(cell, span_of("yes"));
    if (*value || span_equals_ignoring_case(cell, span_of("no")))
        return true;
    return catalog_row_fault(row, fault, "'%s' is yes or no, not '%.*s'", column_name(row, column),
                             catalog_row_quoted_bytes(cell), cell.bytes);
}

bool cell_parse_choice(const struct catalog_row *row, size_t column, const char *const *words,
                       size_t count, size_t fallback, size_t *value, struct fault *fault)
{
    struct span cell = row->cells[column];
    *value = fallback;
    if (is_empty(row, column))
        return fallback < count || empty_fault(row, column, fault);
    for (*value = 0; *value < count; (*value)++)
        if (span_equals(cell, span_of(words[*value])))
            return true;
    return catalog_row_unknown(row, column_name(row, column), cell, words, fault);
}

bool cell_parse_code(const struct catalog_row *row, size_t column, const uint32_t *fallback,
                     uint32_t *code, struct fault *fault)
{
    struct span cell = row->cells[column];
    if (is_empty(row, column)) {
        if (fallback == NULL)
            return empty_fault(row, column, fault);
        *code = *fallback;
        return true;
    }
    if (code_notation_read_code(cell, code))
        return true;
    return catalog_row_fault(row, fault, "'%.*s' is no failure code (write it as 0x80070005)",
                             catalog_row_quoted_bytes(cell), cell.bytes);
}

bool cell_parse_number(const struct catalog_row *row, size_t column, uint32_t *number,
                       struct fault *fault)
{
    struct span cell = row->cells[column];
    *number = 0;
    if (is_empty(row, column) || code_notation_read_id(cell, number))
        return true;
    return catalog_row_fault(row, fault, "'%s' is a number, not '%.*s'", column_name(row, column),
                             catalog_row_quoted_bytes(cell), cell.bytes);
}

bool cell_parse_category(const struct catalog *catalog, const struct catalog_row *row,
                         struct span cell, size_t *category, struct fault *fault)
{
    for (size_t i = 0; i < catalog->category_count; i++)
        if (span_equals(cell, span_of(catalog->categories[i].row.name))) {
            *category = i;
            return true;
        }
    const char **names = memory_allocate(catalog->category_count + 1, sizeof *names, fault);
    if (names == NULL)
        return false;
    for (size_t i = 0; i < catalog->category_count; i++)
        names[i] = catalog->categories[i].row.name;
    catalog_row_unknown(row, "category", cell, names, fault);
    memory_free(names);
    return false;
}

bool cell_parse_severity(const struct catalog_row *row, size_t column, size_t fallback,
                         enum severity *severity, struct fault *fault)
{
    const char *names[SEVERITY_COUNT + 1] = {NULL};
    for (size_t i = 0; i < SEVERITY_COUNT; i++)
        names[i] = severity_name((enum severity)i);
    size_t value;
    if (!cell_parse_choice(row, column, names, SEVERITY_COUNT, fallback, &value, fault))
        return false;
    *severity = (enum severity)value;
    return true;
}
