#include "catalog/catalog_lookup.h"

#include "catalog/catalog_private.h"

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
    return int_map_find(&catalog->code_places, code, &place) ? &catalog->codes[place].row : NULL;
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
    return int_map_find(&catalog->id_places, id, index);
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

size_t catalog_message_pattern_count(const struct catalog *catalog)
{
    return catalog->pattern_count;
}

const struct catalog_message_pattern *catalog_message_pattern_at(const struct catalog *catalog,
                                                                 size_t index)
{
    return &catalog->patterns[index];
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
    return &catalog->synonyms[index].row;
}
