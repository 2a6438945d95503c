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

/* Places in `lists`: first the rules of any code, then those of each category. */
enum { LIST_OF_ANY, LIST_OF_CATEGORY };

static size_t path_list_count(const struct catalog_context *rule)
{
    size_t named = rule->code_count + rule->category_count;
    return !catalog_context_is_about_paths(rule) ? 0 : named > 0 ? named : 1;
}

/* Returns the number-th list of those that the rule belongs to. */
static struct context_list *path_list_of(const struct context_index *index,
                                         const struct catalog_context *rule, size_t number)
{
    size_t place = LIST_OF_ANY;
    if (number < rule->code_count)
        int_map_find(&index->codes, rule->codes[number], &place);
    else if (number < rule->code_count + rule->category_count)
        place = LIST_OF_CATEGORY + rule->categories[number - rule->code_count];
    return &index->lists[place];
}

/* Adds each rule to its lists; or counts only, while the lists have no room. */
static void add_rules(struct catalog *catalog)
{
    const struct context_index *index = &catalog->context_index;
    for (size_t i = 0; i < catalog->context_count; i++) {
        const struct catalog_context *rule = &catalog->contexts[i].row;
        size_t path_lists = path_list_count(rule);
        for (size_t j = 0; j < path_lists + rule->error_count; j++) {
            struct context_list *list = j < path_lists
                                            ? path_list_of(index, rule, j)
                                            : &index->of_errors[rule->errors[j - path_lists]];
            if (list->rules != NULL)
                list->rules[list->count] = (uint32_t)i;
            list->count++;
        }
    }
}

/* Gives each list the room that was counted. */
static bool make_room(struct catalog *catalog, struct context_list *lists, size_t list_count,
                      struct fault *fault)
{
    for (size_t i = 0; i < list_count; i++) {
        if (lists[i].count == 0)
            continue;
        lists[i].rules =
            arena_allocate(&catalog->arena, lists[i].count, sizeof *lists[i].rules, fault);
        if (lists[i].rules == NULL)
            return false;
        lists[i].count = 0;
    }
    return true;
}

/* Adds what paths need. A wider list must have all of it by then. */
static void add_needs_of_list(const struct catalog *catalog, struct context_list *list,
                              const struct context_list *wider)
{
    list->wider = wider;
    list->min_path_length = SIZE_MAX;
    if (wider != NULL) {
        list->filter = wider->filter;
        list->min_path_length = wider->min_path_length;
    }
    for (size_t i = 0; i < list->count; i++)
        add_needs(list, &catalog->contexts[list->rules[i]].row);
}

/* Finds the codes that rules name: each gets a list, the first of them at `*list_count`. */
static bool find_codes(struct catalog *catalog, size_t *list_count, struct fault *fault)
{
    struct int_map *codes = &catalog->context_index.codes;
    size_t place;
    for (size_t i = 0; i < catalog->context_count; i++) {
        const struct catalog_context *rule = &catalog->contexts[i].row;
        for (size_t j = 0; j < rule->code_count; j++)
            if (!int_map_find(codes, rule->codes[j], &place) &&
                !int_map_put(codes, rule->codes[j], (*list_count)++, fault))
                return false;
    }
    return true;
}

static void link_lists(struct catalog *catalog)
{
    const struct context_index *index = &catalog->context_index;
    struct context_list *lists = index->lists;
    add_needs_of_list(catalog, &lists[LIST_OF_ANY], NULL);
    for (size_t i = 0; i < catalog->category_count; i++)
        add_needs_of_list(catalog, &lists[LIST_OF_CATEGORY + i], &lists[LIST_OF_ANY]);
    for (size_t i = 0; i < index->codes.capacity; i++) {
        const struct int_map_slot *slot = &index->codes.slots[i];
        if (slot->value_plus_one == 0)
            continue;
        size_t category = catalog_code_meaning(catalog, slot->key).category;
        add_needs_of_list(catalog, &lists[slot->value_plus_one - 1],
                          &lists[LIST_OF_CATEGORY + category]);
    }
}

bool context_index_build(struct catalog *catalog, struct fault *fault)
{
    struct context_index *index = &catalog->context_index;
    size_t list_count = LIST_OF_CATEGORY + catalog->category_count;
    if (catalog->context_count > 0)
        qsort(catalog->contexts, catalog->context_count, sizeof *catalog->contexts, compare_rules);
    if (!find_codes(catalog, &list_count, fault))
        return false;
    index->lists = arena_allocate(&catalog->arena, list_count, sizeof *index->lists, fault);
    index->of_errors =
        arena_allocate(&catalog->arena, catalog->error_count, sizeof *index->of_errors, fault);
    if (index->lists == NULL || index->of_errors == NULL)
        return false;
    add_rules(catalog);
    if (!make_room(catalog, index->lists, list_count, fault) ||
        !make_room(catalog, index->of_errors, catalog->error_count, fault))
        return false;
    add_rules(catalog);
    link_lists(catalog);
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
    size_t place = LIST_OF_CATEGORY + category;
    if (has_code)
        int_map_find(&catalog->context_index.codes, code, &place);
    return &catalog->context_index.lists[place];
}

const struct context_list *catalog_contexts_of_error(const struct catalog *catalog, size_t error)
{
    return &catalog->context_index.of_errors[error];
}

bool catalog_context_concerns(const struct catalog_context *rule, bool has_code, uint32_t code,
                              size_t category)
{
    return may_concern(rule, has_code ? &code : NULL, category);
}
