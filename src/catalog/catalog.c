#include "catalog/catalog.h"

#include "base/memory.h"
#include "catalog/catalog_file.h"
#include "catalog/catalog_private.h"
#include "catalog/catalog_tables.h"
#include "catalog/context_index.h"
#include "catalog/message_patterns.h"
#include "catalog/system_message.h"

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

/* Builds what depends on every row. */
static bool build_indexes(struct catalog *catalog, const char *const *paths, size_t path_count,
                          struct fault *fault)
{
    const char **names = memory_allocate(path_count + 1, sizeof *names, fault);
    if (names == NULL)
        return false;
    names[0] = "catalog/agent-errors.csv";
    for (size_t i = 0; i < path_count; i++)
        names[i + 1] = paths[i];
    bool is_done = message_patterns_build(catalog, names, fault) &&
                   system_message_build_suffixes(catalog, fault);
    memory_free(names);
    if (is_done &&
        !catalog_category_find(catalog, span_of(unknown_category_name), &catalog->unknown_category))
        return fault_set(fault, FAULT_CATALOG, "catalog/categories.csv: no category '%s'",
                         unknown_category_name);
    return is_done && context_index_build(catalog, fault);
}

struct catalog *catalog_open(const char *const *paths, size_t path_count, struct fault *fault)
{
    struct catalog *catalog = memory_allocate(1, sizeof *catalog, fault);
    if (catalog == NULL)
        return NULL;
    if (!read_files(catalog, paths, path_count, fault) ||
        !build_indexes(catalog, paths, path_count, fault)) {
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
    hash_table_release(&catalog->category_places);
    hash_table_release(&catalog->topic_places);
    hash_table_release(&catalog->facility_places);
    hash_table_release(&catalog->message_places);
    hash_table_release(&catalog->context_places);
    int_map_release(&catalog->code_places);
    int_map_release(&catalog->id_places);
    memory_free(catalog->categories);
    memory_free(catalog->codes);
    memory_free(catalog->errors);
    memory_free(catalog->topics);
    memory_free(catalog->families);
    memory_free(catalog->facilities);
    memory_free(catalog->messages);
    memory_free(catalog->synonyms);
    memory_free(catalog->contexts);
    int_map_release(&catalog->context_index.codes);
    memory_free(catalog->patterns);
    memory_free(catalog->suffixes);
    memory_free(catalog);
}
