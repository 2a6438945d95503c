#include "catalog/explain/explain.h"

#include <stdio.h>

#include "base/memory.h"
#include "catalog/catalog_text.h"
#include "catalog/explain/explain_entry.h"
#include "catalog/explain/explain_number.h"
#include "catalog/explain/explain_suggestion.h"
#include "catalog/explain/explain_words.h"
#include "text/code_notation.h"

enum { DECIMAL_BYTES = 24 };

/* Finds what a topic names: its numbers are those of agent errors, its codes are failure codes. */
static bool find_related(const struct catalog *catalog, struct span name, struct entry *entry)
{
    uint32_t id;
    *entry = (struct entry){.kind = ENTRY_ERROR};
    if (code_notation_read_id(name, &id) && catalog_error_by_id(catalog, id, &entry->index))
        return true;
    const struct number_readings readings = explain_number_read(catalog, name);
    if (readings.count == 0)
        return explain_find_name(catalog, name, entry);
    *entry = readings.entries[0];
    return true;
}

/* Collects the codes and errors that a topic names, but for those that the catalog lacks. */
static size_t find_related_entries(const struct catalog *catalog, const struct catalog_topic *topic,
                                   struct entry entries[MAX_EXPLAINED_MATCHES])
{
    size_t count = 0;
    for (size_t i = 0; i < topic->related_count && count < MAX_EXPLAINED_MATCHES; i++)
        if (find_related(catalog, span_of(topic->related[i]), &entries[count]))
            count++;
    return count;
}

/* Collects the codes of a category. */
static size_t find_codes_of_category(const struct catalog *catalog, size_t category,
                                     struct entry entries[MAX_EXPLAINED_MATCHES])
{
    size_t count = 0;
    for (size_t i = 0; i < catalog_code_count(catalog) && count < MAX_EXPLAINED_MATCHES; i++)
        if (catalog_code_at(catalog, i)->category == category)
            entries[count++] =
                (struct entry){.kind = ENTRY_CODE, .index = catalog_code_at(catalog, i)->code};
    return count;
}

/* Explains an entry, and lists what belongs to it if it is a topic or a category. */
static bool answer_entry(const struct explainer *explainer, struct entry entry,
                         struct explanation *explanation)
{
    struct entry related[MAX_EXPLAINED_MATCHES];
    size_t count = 0;
    if (!explain_entry(explainer, entry, explanation))
        return false;
    if (entry.kind == ENTRY_TOPIC)
        count = find_related_entries(explainer->catalog,
                                     catalog_topic_at(explainer->catalog, entry.index), related);
    else if (entry.kind == ENTRY_CATEGORY)
        count = find_codes_of_category(explainer->catalog, entry.index, related);
    return count == 0 ||
           explain_matches(explainer, explanation->query, related, count, explanation);
}

static const char *matches_title(const struct explainer *explainer, size_t count)
{
    char all[DECIMAL_BYTES];
    char listed[DECIMAL_BYTES];
    snprintf(all, sizeof all, "%zu", count);
    snprintf(listed, sizeof listed, "%d", MAX_EXPLAINED_MATCHES);
    return explain_text(explainer,
                        count > MAX_EXPLAINED_MATCHES ? CATALOG_TEXT_FIRST_MATCHES
                                                      : CATALOG_TEXT_ALL_MATCHES,
                        all, listed);
}

/* True if the first entry is the answer: it is the only one, or the only one that has all of
 * several words in one text. Entries that have them here and there do not compete with it. */
static bool first_is_answer(const struct found_entries *found, const struct search_terms *terms)
{
    return found->count == 1 || (found->close_count == 1 && terms->count > 1);
}

static bool answer_found(const struct explainer *explainer, const struct search_terms *terms,
                         const struct found_entries *found, struct explanation *explanation)
{
    if (found->count == 0)
        return true;
    if (first_is_answer(found, terms))
        return answer_entry(explainer, found->list[0], explanation);
    explanation->kind = EXPLAIN_TOPIC;
    explanation->title = matches_title(explainer, found->count);
    return explanation->title != NULL &&
           explain_matches(explainer, explanation->query, found->list, found->count, explanation);
}

static bool answer_terms(const struct explainer *explainer, struct search_terms terms,
                         struct explanation *explanation)
{
    struct found_entries found;
    bool is_done = explain_find_words(explainer->catalog, &terms, &found, explainer->fault) &&
                   answer_found(explainer, &terms, &found, explanation);
    memory_free(found.list);
    return is_done;
}

/* Looks for the words as they were typed, then for their synonyms. */
static bool answer_words(const struct explainer *explainer, struct span words,
                         struct explanation *explanation)
{
    if (!answer_terms(explainer, search_terms_of_words(words), explanation))
        return false;
    return explanation->kind != EXPLAIN_UNKNOWN ||
           answer_terms(explainer, search_terms_of(explainer->catalog, words), explanation);
}

/* Finds the entry with the name or message `text`. */
static bool find_entry(const struct catalog *catalog, struct span text, struct entry *entry)
{
    return explain_find_name(catalog, text, entry) || explain_find_message(catalog, text, entry);
}

bool explain_query(const struct catalog *catalog, struct span query, enum language language,
                   struct arena *arena, struct explanation *explanation, struct fault *fault)
{
    const struct explainer explainer = {
        .catalog = catalog, .language = language, .arena = arena, .fault = fault};
    *explanation = (struct explanation){.query = query, .kind = EXPLAIN_UNKNOWN};
    struct span plain = search_terms_plain_text(query, arena, fault);
    if (plain.bytes == NULL)
        return false;
    struct span text = span_trim(plain);
    const struct number_readings readings = explain_number_read(catalog, text);
    if (readings.is_number)
        return explain_number(&explainer, &readings, explanation);
    struct span usual = search_terms_usual_spelling(catalog, text, arena, fault);
    if (usual.bytes == NULL)
        return false;
    struct entry entry;
    if (find_entry(catalog, text, &entry) || explain_find_name(catalog, usual, &entry))
        return answer_entry(&explainer, entry, explanation);
    const struct number_readings codes = explain_number_read_codes(text);
    if (codes.is_number)
        return explain_number(&explainer, &codes, explanation);
    if (!answer_words(&explainer, text, explanation))
        return false;
    return explanation->kind != EXPLAIN_UNKNOWN ||
           explain_suggest(catalog, text, arena, &explanation->nearest, fault);
}

bool explain_is_number(const struct catalog *catalog, struct span query)
{
    return explain_number_read(catalog, span_trim(query)).is_number;
}
