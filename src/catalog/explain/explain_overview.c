#include "catalog/explain/explain_overview.h"

#include "catalog/catalog_text.h"
#include "catalog/explain/explain_entry.h"

const char *const explain_list_names[EXPLAIN_LIST_COUNT + 1] = {
    [LIST_TOPICS] = "topics",
    [LIST_CATEGORIES] = "categories",
    [LIST_ERRORS] = "errors",
    [LIST_CODES] = "codes",
};

static const struct {
    enum entry_kind kind;
    size_t (*count)(const struct catalog *);
    enum catalog_text_id title;
} lists[EXPLAIN_LIST_COUNT] = {
    [LIST_TOPICS] = {ENTRY_TOPIC, catalog_topic_count, CATALOG_TEXT_ALL_TOPICS},
    [LIST_CATEGORIES] = {ENTRY_CATEGORY, catalog_category_count, CATALOG_TEXT_ALL_CATEGORIES},
    [LIST_ERRORS] = {ENTRY_ERROR, catalog_error_count, CATALOG_TEXT_ALL_ERRORS},
    [LIST_CODES] = {ENTRY_CODE, catalog_code_count, CATALOG_TEXT_ALL_CODES},
};

/* The name by which `explain` finds an entry again. */
static const char *name_of(const struct catalog *catalog, enum explain_list list, size_t index,
                           const struct explanation *entry)
{
    switch (list) {
    case LIST_TOPICS:
        return catalog_topic_at(catalog, index)->name;
    case LIST_CATEGORIES:
        return catalog_category_at(catalog, index)->name;
    default:
        return entry->id != NULL ? entry->id : entry->code != NULL ? entry->code : entry->symbol;
    }
}

bool explain_list(const struct catalog *catalog, enum explain_list list, enum language language,
                  struct arena *arena, struct explanation *explanation, struct fault *fault)
{
    const struct explainer explainer = {
        .catalog = catalog, .language = language, .arena = arena, .fault = fault};
    size_t count = lists[list].count(catalog);
    struct explanation *entries = arena_allocate(arena, count, sizeof *entries, fault);
    if (entries == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        size_t index = list == LIST_CODES ? catalog_code_at(catalog, i)->code : i;
        struct entry entry = {.kind = lists[list].kind, .index = index};
        if (!explain_entry(&explainer, entry, &entries[i]))
            return false;
        entries[i].query = span_of(name_of(catalog, list, i, &entries[i]));
    }
    *explanation = (struct explanation){.query = span_of(""),
                                        .kind = EXPLAIN_TOPIC,
                                        .title = catalog_text(lists[list].title, language),
                                        .matches = entries,
                                        .match_count = count};
    return true;
}
