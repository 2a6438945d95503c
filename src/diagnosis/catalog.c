#include "diagnosis/catalog.h"

#include <string.h>

#include "base/memory.h"
#include "diagnosis/catalog_context.h"
#include "diagnosis/catalog_data.h"
#include "diagnosis/catalog_file.h"
#include "diagnosis/catalog_fragments.h"
#include "diagnosis/catalog_tables.h"

static const char unknown_category_name[] = "unknown";

static bool read_files(struct catalog *catalog, const char *const *paths, size_t path_count,
                       struct fault *fault)
{
    for (size_t i = 0; i < catalog_table_count; i++)
        if (!catalog_file_read_embedded(&catalog_tables[i], catalog, fault))
            return false;
    for (size_t i = 0; i < path_count; i++) {
        catalog->file = i + 1;
        if (!catalog_file_read_path(paths[i], catalog_tables, catalog_table_count, catalog, fault))
            return false;
    }
    return true;
}

/* What can be known only when every row is in. */
static bool finish(struct catalog *catalog, const char *const *paths, size_t path_count,
                   struct fault *fault)
{
    const char **names = memory_allocate(path_count + 1, sizeof *names, fault);
    if (names == NULL)
        return false;
    names[0] = "catalog/agent-errors.csv";
    for (size_t i = 0; i < path_count; i++)
        names[i + 1] = paths[i];
    bool is_done = catalog_collect_fragments(catalog, names, fault) &&
                   catalog_collect_wordings(catalog, fault);
    memory_free(names);
    if (is_done &&
        !catalog_category_find(catalog, span_of(unknown_category_name), &catalog->unknown_category))
        return fault_set(fault, FAULT_CATALOG, "catalog/categories.csv: no category '%s'",
                         unknown_category_name);
    return is_done && catalog_index_contexts(catalog, fault);
}

struct catalog *catalog_open(const char *const *paths, size_t path_count, struct fault *fault)
{
    struct catalog *catalog = memory_allocate(1, sizeof *catalog, fault);
    if (catalog == NULL)
        return NULL;
    if (!read_files(catalog, paths, path_count, fault) ||
        !finish(catalog, paths, path_count, fault)) {
        catalog_close(catalog);
        return NULL;
    }
    return catalog;
}

void catalog_close(struct catalog *catalog)
{
    if (catalog == NULL)
        return;
    arena_release(&catalog->arena);
    number_index_release(&catalog->code_places);
    number_index_release(&catalog->id_places);
    memory_free(catalog->categories);
    memory_free(catalog->codes);
    memory_free(catalog->errors);
    memory_free(catalog->topics);
    memory_free(catalog->families);
    memory_free(catalog->facilities);
    memory_free(catalog->messages);
    memory_free(catalog->synonyms);
    memory_free(catalog->contexts);
    number_index_release(&catalog->code_contexts);
    memory_free(catalog->fragments);
    memory_free(catalog->wordings);
    memory_free(catalog);
}

size_t catalog_category_count(const struct catalog *catalog)
{
    return catalog->category_count;
}

const struct catalog_category *catalog_category_at(const struct catalog *catalog, size_t index)
{
    return &catalog->categories[index].row;
}

bool catalog_category_find(const struct catalog *catalog, struct span name, size_t *index)
{
    for (size_t i = 0; i < catalog->category_count; i++)
        if (span_equals(name, span_of(catalog->categories[i].row.name))) {
            *index = i;
            return true;
        }
    return false;
}

size_t catalog_category_unknown(const struct catalog *catalog)
{
    return catalog->unknown_category;
}

const struct catalog_code *catalog_code_find(const struct catalog *catalog, uint32_t code)
{
    size_t place;
    return number_index_find(&catalog->code_places, code, &place) ? &catalog->codes[place].row
                                                                  : NULL;
}

size_t catalog_code_count(const struct catalog *catalog)
{
    return catalog->code_count;
}

const struct catalog_code *catalog_code_at(const struct catalog *catalog, size_t index)
{
    return &catalog->codes[index].row;
}

size_t catalog_error_count(const struct catalog *catalog)
{
    return catalog->error_count;
}

const struct agent_error *catalog_error_at(const struct catalog *catalog, size_t index)
{
    return &catalog->errors[index].row;
}

bool catalog_error_by_id(const struct catalog *catalog, uint32_t id, size_t *index)
{
    return number_index_find(&catalog->id_places, id, index);
}

const struct catalog_code *catalog_code_by_symbol(const struct catalog *catalog, struct span symbol)
{
    if (symbol.length == 0)
        return NULL;
    for (size_t i = 0; i < catalog_code_count(catalog); i++) {
        const struct catalog_code *code = catalog_code_at(catalog, i);
        if (span_equals_ignoring_case(symbol, span_of(code->symbol)) ||
            span_equals_ignoring_case(symbol, span_of(code->alias)))
            return code;
    }
    return NULL;
}

bool catalog_error_by_symbol(const struct catalog *catalog, struct span symbol, size_t *index)
{
    if (symbol.length == 0)
        return false;
    for (size_t i = 0; i < catalog->error_count; i++)
        if (span_equals_ignoring_case(symbol, span_of(catalog->errors[i].row.symbol))) {
            *index = i;
            return true;
        }
    return false;
}

bool catalog_error_by_code(const struct catalog *catalog, uint32_t code, size_t *index)
{
    const struct catalog_code *row = catalog_code_find(catalog, code);
    return row != NULL && catalog_error_by_symbol(catalog, span_of(row->symbol), index);
}

const char *const *catalog_error_messages(const struct catalog *catalog, size_t index,
                                          enum language language)
{
    return catalog->errors[index].messages[language];
}

size_t catalog_error_message_count(const struct catalog *catalog, size_t index,
                                   enum language language)
{
    return catalog->errors[index].message_count[language];
}

size_t catalog_fragment_count(const struct catalog *catalog)
{
    return catalog->fragment_count;
}

const struct catalog_fragment *catalog_fragment_at(const struct catalog *catalog, size_t index)
{
    return &catalog->fragments[index];
}

size_t catalog_topic_count(const struct catalog *catalog)
{
    return catalog->topic_count;
}

const struct catalog_topic *catalog_topic_at(const struct catalog *catalog, size_t index)
{
    return &catalog->topics[index].row;
}

size_t catalog_synonym_count(const struct catalog *catalog)
{
    return catalog->synonym_count;
}

const struct catalog_synonym *catalog_synonym_at(const struct catalog *catalog, size_t index)
{
    return &catalog->synonyms[index];
}
