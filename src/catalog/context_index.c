#include "catalog/context_index.h"

#include <stdlib.h>

#include "base/memory.h"
#include "catalog/catalog_private.h"
#include "catalog/code_meaning.h"

/* Orders rules of the latest file first, those of one file by their lines. */
static int compare_rules(const void *left, const void *right)
{
    const struct row_origin *a = &((const struct sourced_context *)left)->origin;
    const struct row_origin *b = &((const struct sourced_context *)right)->origin;
    if (a->file != b->file)
        return a->file > b->file ? -1 : 1;
    return (a->line > b->line) - (a->line < b->line);
}

static bool names_paths(const struct catalog_context *rule)
{
    return rule->paths.count > 0 || rule->lookalikes.count > 0 || rule->has_scratch_folder;
}

bool catalog_context_is_about_paths(const struct catalog_context *rule)
{
    return names_paths(rule) || rule->min_path_length > 0;
}

static bool names_category(const struct catalog_context *rule, size_t category)
{
    for (size_t i = 0; i < rule->category_count; i++)
        if (rule->categories[i] == category)
            return true;
    return false;
}

static bool names_code(const struct catalog_context *rule, uint32_t code)
{
    for (size_t i = 0; i < rule->code_count; i++)
        if (rule->codes[i] == code)
            return true;
    return false;
}

/* True if the rule may concern a code (NULL: one that no rule names) of `category`. */
static bool may_concern(const struct catalog_context *rule, const uint32_t *code, size_t category)
{
    bool names_none = rule->code_count == 0 && rule->category_count == 0;
    return names_none || names_category(rule, category) ||
           (code != NULL && names_code(rule, *code));
}

/* True if the rule is about paths without a root only: its exception "?:*" is every path with one.
 */
static bool excludes_rooted_paths(const struct catalog_context *rule)
{
    for (size_t i = 0; i < rule->exceptions.count; i++)
        if (span_equals(rule->exceptions.patterns[i].pattern, span_of("?:*")))
            return true;
    return false;
}

/* Adds to the list what a path with a root, and outside of scratch folders, needs to match the
 * rule. */
static void add_needs(struct context_list *list, const struct catalog_context *rule)
{
    if (excludes_rooted_paths(rule))
        return;
    for (size_t i = 0; i < rule->paths.count; i++)
        wildcard_filter_add(&list->filter, &rule->paths.patterns[i]);
    for (size_t i = 0; i < rule->lookalikes.count; i++)
        wildcard_filter_add(&list->filter, &rule->lookalikes.patterns[i]);
    if (!names_paths(rule) && rule->min_path_length < list->min_path_length)
        list->min_path_length = rule->min_path_length;
}

/* Fills `list` with the rules that may concern the code and category. */
static bool fill_list(struct catalog *catalog, const uint32_t *code, size_t category,
                      struct context_list *list, struct fault *fault)
{
    uint32_t *rules = arena_allocate(&catalog->arena, catalog->context_count, sizeof *rules, fault);
    if (rules == NULL)
        return false;
    list->min_path_length = SIZE_MAX;
    for (size_t i = 0; i < catalog->context_count; i++) {
        const struct catalog_context *rule = &catalog->contexts[i].row;
        if (!catalog_context_is_about_paths(rule) || !may_concern(rule, code, category))
            continue;
        rules[list->count++] = (uint32_t)i;
        add_needs(list, rule);
    }
    list->rules = rules;
    return true;
}

/* Makes the list of `code`, at `next`, unless an earlier rule names the code, too. */
static bool index_code(struct catalog *catalog, uint32_t code, size_t *next, struct fault *fault)
{
    size_t place;
    if (int_map_find(&catalog->code_contexts, code, &place))
        return true;
    size_t category = catalog_code_meaning(catalog, code).category;
    return int_map_put(&catalog->code_contexts, code, *next, fault) &&
           fill_list(catalog, &code, category, &catalog->context_lists[(*next)++], fault);
}

bool context_index_build(struct catalog *catalog, struct fault *fault)
{
    size_t named_codes = 0;
    if (catalog->context_count > 0)
        qsort(catalog->contexts, catalog->context_count, sizeof *catalog->contexts, compare_rules);
    for (size_t i = 0; i < catalog->context_count; i++)
        named_codes += catalog->contexts[i].row.code_count;
    catalog->context_lists = arena_allocate(&catalog->arena, catalog->category_count + named_codes,
                                            sizeof *catalog->context_lists, fault);
    if (catalog->context_lists == NULL)
        return false;
    for (size_t i = 0; i < catalog->category_count; i++)
        if (!fill_list(catalog, NULL, i, &catalog->context_lists[i], fault))
            return false;
    size_t next = catalog->category_count;
    for (size_t i = 0; i < catalog->context_count; i++)
        for (size_t j = 0; j < catalog->contexts[i].row.code_count; j++)
            if (!index_code(catalog, catalog->contexts[i].row.codes[j], &next, fault))
                return false;
    return true;
}

size_t catalog_context_count(const struct catalog *catalog)
{
    return catalog->context_count;
}

const struct catalog_context *catalog_context_at(const struct catalog *catalog, size_t index)
{
    return &catalog->contexts[index].row;
}

const struct context_list *catalog_contexts_of(const struct catalog *catalog, bool has_code,
                                               uint32_t code, size_t category)
{
    size_t place = category;
    if (has_code)
        int_map_find(&catalog->code_contexts, code, &place);
    return &catalog->context_lists[place];
}

bool catalog_context_concerns(const struct catalog_context *rule, bool has_code, uint32_t code,
                              size_t category)
{
    return may_concern(rule, has_code ? &code : NULL, category);
}
