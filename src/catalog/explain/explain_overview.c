#include "catalog/explain/explain_overview.h"

#include "catalog/catalog_text.h"
#include "catalog/explain/explain_entry.h"

static bool list_entries(const struct explainer *explainer, enum entry_kind kind, size_t count,
                         enum catalog_text_id title, struct explanation *explanation)
{
    struct explanation *matches =
        arena_allocate(explainer->arena, count, sizeof *matches, explainer->fault);
    if (matches == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        const char *name = kind == ENTRY_TOPIC ? catalog_topic_at(explainer->catalog, i)->name
                                               : catalog_category_at(explainer->catalog, i)->name;
        matches[i].query = span_of(name);
        if (!explain_entry(explainer, (struct entry){.kind = kind, .index = i}, &matches[i]))
            return false;
    }
    *explanation = (struct explanation){.query = span_of(""),
                                        .kind = EXPLAIN_TOPIC,
                                        .title = catalog_text(title, explainer->language),
                                        .matches = matches,
                                        .match_count = count};
    return true;
}

bool explain_overview(const struct catalog *catalog, enum language language, struct arena *arena,
                      struct explanation explanations[EXPLAIN_OVERVIEW_LISTS], struct fault *fault)
{
    const struct explainer explainer = {
        .catalog = catalog, .language = language, .arena = arena, .fault = fault};
    return list_entries(&explainer, ENTRY_TOPIC, catalog_topic_count(catalog),
                        CATALOG_TEXT_ALL_TOPICS, &explanations[0]) &&
           list_entries(&explainer, ENTRY_CATEGORY, catalog_category_count(catalog),
                        CATALOG_TEXT_ALL_CATEGORIES, &explanations[1]);
}
