#include "catalog/explain/explain_words.h"

#include "base/count_of.h"
#include "base/memory.h"
#include "text/code_notation.h"
#include "text/word_search.h"

/* How well an entry matches a query. */
enum fit {
    FIT_NONE,
    FIT_PARTS, /* it has all words somewhere */
    FIT_TEXT   /* it has all words in one text */
};

/* The words that were found so far in the texts of one entry. */
struct word_lookup {
    const struct search_terms *terms;
    bool is_found[MAX_SEARCH_TERMS];
    bool has_all_in_one; /* of the texts */
};

static bool is_name(const char *text, struct span name)
{
    return word_search_equals(span_of(text), name);
}

static bool topic_is_named(const struct catalog_topic *topic, struct span name)
{
    if (is_name(topic->name, name))
        return true;
    for (size_t language = 0; language < LANGUAGE_COUNT; language++) {
        if (is_name(topic->title[language], name))
            return true;
        for (size_t i = 0; i < topic->word_count[language]; i++)
            if (is_name(topic->words[language][i], name))
                return true;
    }
    return false;
}

static bool find_symbol(const struct catalog *catalog, struct span name, struct entry *entry)
{
    entry->kind = ENTRY_ERROR;
    if (catalog_error_by_symbol(catalog, name, &entry->index))
        return true;
    entry->kind = ENTRY_CODE;
    const struct catalog_code *code = catalog_code_by_symbol(catalog, name);
    if (code == NULL)
        return false;
    entry->index = code->code;
    return true;
}

static bool is_any_title(const char *const titles[LANGUAGE_COUNT], struct span name)
{
    for (size_t language = 0; language < LANGUAGE_COUNT; language++)
        if (is_name(titles[language], name))
            return true;
    return false;
}

static bool find_subject(const struct catalog *catalog, struct span name, struct entry *entry)
{
    entry->kind = ENTRY_TOPIC;
    for (entry->index = 0; entry->index < catalog_topic_count(catalog); entry->index++)
        if (topic_is_named(catalog_topic_at(catalog, entry->index), name))
            return true;
    entry->kind = ENTRY_CATEGORY;
    for (entry->index = 0; entry->index < catalog_category_count(catalog); entry->index++) {
        const struct catalog_category *category = catalog_category_at(catalog, entry->index);
        if (is_name(category->name, name) || is_any_title(category->title, name))
            return true;
    }
    return false;
}

/* A few agent errors have neither number nor symbol; they are found by their title. */
static bool find_title(const struct catalog *catalog, struct span name, struct entry *entry)
{
    entry->kind = ENTRY_ERROR;
    for (entry->index = 0; entry->index < catalog_error_count(catalog); entry->index++)
        if (is_any_title(catalog_error_at(catalog, entry->index)->title, name))
            return true;
    return false;
}

bool explain_find_name(const struct catalog *catalog, struct span name, struct entry *entry)
{
    if (name.length == 0)
        return false;
    if (find_symbol(catalog, name, entry))
        return true;
    uint32_t code;
    size_t start;
    if (catalog_system_message(catalog, name, &code, &start) && start == 0) {
        *entry = (struct entry){.kind = ENTRY_CODE, .index = code};
        return true;
    }
    return find_subject(catalog, name, entry) || find_title(catalog, name, entry);
}

/* Finds the agent error or the known code of the first number in brackets. */
static bool find_bracketed(const struct catalog *catalog, struct span text, struct entry *entry)
{
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] != '[' && text.bytes[i] != '(')
            continue;
        struct span rest = span_slice(text, i, text.length);
        size_t end = span_find_byte(rest, text.bytes[i] == '[' ? ']' : ')');
        struct span inside = span_slice(rest, 0, end < rest.length ? end + 1 : end);
        uint32_t number;
        if (code_notation_read_id(inside, &number) &&
            catalog_error_by_id(catalog, number, &entry->index)) {
            entry->kind = ENTRY_ERROR;
            return true;
        }
        if (code_notation_read_code(inside, &number) &&
            catalog_code_find(catalog, number) != NULL) {
            *entry = (struct entry){.kind = ENTRY_CODE, .index = number};
            return true;
        }
    }
    return false;
}

bool explain_find_message(const struct catalog *catalog, struct span text, struct entry *entry)
{
    bool is_found = false;
    if (find_bracketed(catalog, text, entry))
        return true;
    for (size_t i = 0; i < catalog_message_pattern_count(catalog); i++) {
        const struct catalog_message_pattern *pattern = catalog_message_pattern_at(catalog, i);
        bool is_wrapper = catalog_error_at(catalog, pattern->error)->is_wrapper;
        if ((is_wrapper && is_found) || !word_search_contains(text, pattern->text))
            continue;
        *entry = (struct entry){.kind = ENTRY_ERROR, .index = pattern->error};
        if (!is_wrapper)
            return true;
        is_found = true;
    }
    return is_found;
}

/* Looks in a text that says more than what the entry is, and may contain words by chance. */
static void look_in_prose(struct word_lookup *lookup, const char *text)
{
    for (size_t i = 0; i < lookup->terms->count; i++)
        if (search_terms_contain(&lookup->terms->list[i], span_of(text)))
            lookup->is_found[i] = true;
}

/* Looks in a name, title or message of the entry. */
static void look_in(struct word_lookup *lookup, const char *text)
{
    size_t found = 0;
    for (size_t i = 0; i < lookup->terms->count; i++) {
        if (!search_terms_contain(&lookup->terms->list[i], span_of(text)))
            continue;
        lookup->is_found[i] = true;
        found++;
    }
    lookup->has_all_in_one = lookup->has_all_in_one || found == lookup->terms->count;
}

static void look_in_list(struct word_lookup *lookup, const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        look_in(lookup, texts[i]);
}

static enum fit fit_of(const struct word_lookup *lookup)
{
    for (size_t i = 0; i < lookup->terms->count; i++)
        if (!lookup->is_found[i])
            return FIT_NONE;
    return lookup->has_all_in_one ? FIT_TEXT : FIT_PARTS;
}

static enum fit topic_fit(const struct catalog *catalog, size_t index,
                          const struct search_terms *terms)
{
    const struct catalog_topic *topic = catalog_topic_at(catalog, index);
    struct word_lookup lookup = {.terms = terms};
    look_in(&lookup, topic->name);
    look_in_list(&lookup, topic->title, LANGUAGE_COUNT);
    for (size_t language = 0; language < LANGUAGE_COUNT; language++)
        look_in_list(&lookup, topic->words[language], topic->word_count[language]);
    return fit_of(&lookup);
}

static enum fit category_fit(const struct catalog *catalog, size_t index,
                             const struct search_terms *terms)
{
    const struct catalog_category *category = catalog_category_at(catalog, index);
    struct word_lookup lookup = {.terms = terms};
    look_in(&lookup, category->name);
    look_in_list(&lookup, category->title, LANGUAGE_COUNT);
    return fit_of(&lookup);
}

static enum fit error_fit(const struct catalog *catalog, size_t index,
                          const struct search_terms *terms)
{
    const struct agent_error *error = catalog_error_at(catalog, index);
    struct word_lookup lookup = {.terms = terms};
    if (error->code != 0) /* the code itself is found */
        return FIT_NONE;
    look_in(&lookup, error->symbol);
    look_in_list(&lookup, error->title, LANGUAGE_COUNT);
    for (size_t language = 0; language < LANGUAGE_COUNT; language++) {
        look_in_prose(&lookup, error->cause[language]);
        look_in_list(&lookup, catalog_error_messages(catalog, index, (enum language)language),
                     catalog_error_message_count(catalog, index, (enum language)language));
    }
    return fit_of(&lookup);
}

static enum fit code_fit(const struct catalog *catalog, size_t index,
                         const struct search_terms *terms)
{
    const struct catalog_code *code = catalog_code_at(catalog, index);
    struct word_lookup lookup = {.terms = terms};
    look_in(&lookup, code->symbol);
    look_in(&lookup, code->alias);
    for (size_t language = 0; language < LANGUAGE_COUNT; language++) {
        char text[CODE_TEXT_BYTES];
        look_in(&lookup, catalog_code_describe(catalog, code->code, (enum language)language, text));
    }
    return fit_of(&lookup);
}

static const struct {
    enum entry_kind kind;
    size_t (*count)(const struct catalog *);
    enum fit (*fit)(const struct catalog *, size_t, const struct search_terms *);
} lists[] = {
    {ENTRY_TOPIC, catalog_topic_count, topic_fit},
    {ENTRY_CATEGORY, catalog_category_count, category_fit},
    {ENTRY_ERROR, catalog_error_count, error_fit},
    {ENTRY_CODE, catalog_code_count, code_fit},
};
enum { LIST_COUNT = COUNT_OF(lists) };

/* Appends the entries that match that well. */
static bool find_fit(const struct catalog *catalog, const struct search_terms *terms, enum fit fit,
                     struct found_entries *found, struct fault *fault)
{
    for (size_t l = 0; l < LIST_COUNT; l++)
        for (size_t i = 0; i < lists[l].count(catalog); i++) {
            if (lists[l].fit(catalog, i, terms) != fit)
                continue;
            if (!memory_reserve((void **)&found->list, &found->capacity, found->count + 1,
                                sizeof *found->list, fault))
                return false;
            size_t index = lists[l].kind == ENTRY_CODE ? catalog_code_at(catalog, i)->code : i;
            found->list[found->count++] = (struct entry){.kind = lists[l].kind, .index = index};
        }
    return true;
}

bool explain_find_words(const struct catalog *catalog, const struct search_terms *terms,
                        struct found_entries *found, struct fault *fault)
{
    *found = (struct found_entries){0};
    if (terms->count == 0)
        return true;
    if (!find_fit(catalog, terms, FIT_TEXT, found, fault))
        return false;
    found->close_count = found->count;
    return find_fit(catalog, terms, FIT_PARTS, found, fault);
}
