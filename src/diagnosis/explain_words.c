#include "diagnosis/explain_words.h"

#include "base/memory.h"
#include "diagnosis/notation.h"
#include "diagnosis/text_search.h"

/* Words of one query that count; the ones after them are ignored. */
enum { MAX_WORDS = 8 };

struct words {
    struct span list[MAX_WORDS];
    size_t count;
};

/* The texts of one entry, and which of the words were met in them. */
struct looking {
    const struct words *words;
    bool is_met[MAX_WORDS];
};

static bool named(const char *text, struct span name)
{
    return text_equals_loosely(span_of(text), name);
}

static bool topic_is_named(const struct catalog_topic *topic, struct span name)
{
    if (named(topic->name, name))
        return true;
    for (size_t language = 0; language < LANGUAGE_COUNT; language++) {
        if (named(topic->title[language], name))
            return true;
        for (size_t i = 0; i < topic->word_count[language]; i++)
            if (named(topic->words[language][i], name))
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

static bool find_subject(const struct catalog *catalog, struct span name, struct entry *entry)
{
    entry->kind = ENTRY_TOPIC;
    for (entry->index = 0; entry->index < catalog_topic_count(catalog); entry->index++)
        if (topic_is_named(catalog_topic_at(catalog, entry->index), name))
            return true;
    entry->kind = ENTRY_CATEGORY;
    for (entry->index = 0; entry->index < catalog_category_count(catalog); entry->index++) {
        const struct catalog_category *category = catalog_category_at(catalog, entry->index);
        if (named(category->name, name) || named(category->title[LANGUAGE_EN], name) ||
            named(category->title[LANGUAGE_JA], name))
            return true;
    }
    return false;
}

/* A few agent errors have neither number nor symbol: they are asked for by their title. */
static bool find_title(const struct catalog *catalog, struct span name, struct entry *entry)
{
    entry->kind = ENTRY_ERROR;
    for (entry->index = 0; entry->index < catalog_error_count(catalog); entry->index++)
        for (size_t language = 0; language < LANGUAGE_COUNT; language++)
            if (named(catalog_error_at(catalog, entry->index)->title[language], name))
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

/* The agent error or the known code of the first number in brackets. */
static bool find_bracketed(const struct catalog *catalog, struct span text, struct entry *entry)
{
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] != '[' && text.bytes[i] != '(')
            continue;
        struct span rest = span_slice(text, i, text.length);
        size_t end = span_find_byte(rest, text.bytes[i] == '[' ? ']' : ')');
        struct span inside = span_slice(rest, 0, end < rest.length ? end + 1 : end);
        uint32_t number;
        if (notation_read_id(inside, &number) &&
            catalog_error_by_id(catalog, number, &entry->index)) {
            entry->kind = ENTRY_ERROR;
            return true;
        }
        if (notation_read_code(inside, &number) && catalog_code_find(catalog, number) != NULL) {
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
    for (size_t i = 0; i < catalog_fragment_count(catalog); i++) {
        const struct catalog_fragment *fragment = catalog_fragment_at(catalog, i);
        bool is_wrapper = catalog_error_at(catalog, fragment->error)->is_wrapper;
        if ((is_wrapper && is_found) || !text_holds_word(text, fragment->text))
            continue;
        *entry = (struct entry){.kind = ENTRY_ERROR, .index = fragment->error};
        if (!is_wrapper)
            return true;
        is_found = true;
    }
    return is_found;
}

static struct words split(struct span text)
{
    struct words words = {0};
    size_t start = 0;
    for (size_t i = 0; i <= text.length; i++) {
        if (i < text.length && !text_is_separator(text.bytes[i]))
            continue;
        if (i > start && words.count < MAX_WORDS)
            words.list[words.count++] = span_slice(text, start, i);
        start = i + 1;
    }
    return words;
}

static void look_in(struct looking *looking, const char *text)
{
    for (size_t i = 0; i < looking->words->count; i++)
        if (!looking->is_met[i] && text_holds_word(span_of(text), looking->words->list[i]))
            looking->is_met[i] = true;
}

static void look_in_list(struct looking *looking, const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        look_in(looking, texts[i]);
}

static bool all_met(const struct looking *looking)
{
    for (size_t i = 0; i < looking->words->count; i++)
        if (!looking->is_met[i])
            return false;
    return looking->words->count > 0;
}

static bool topic_has(const struct catalog *catalog, size_t index, const struct words *words)
{
    const struct catalog_topic *topic = catalog_topic_at(catalog, index);
    struct looking looking = {.words = words};
    look_in(&looking, topic->name);
    look_in_list(&looking, topic->title, LANGUAGE_COUNT);
    for (size_t language = 0; language < LANGUAGE_COUNT; language++)
        look_in_list(&looking, topic->words[language], topic->word_count[language]);
    return all_met(&looking);
}

static bool category_has(const struct catalog *catalog, size_t index, const struct words *words)
{
    const struct catalog_category *category = catalog_category_at(catalog, index);
    struct looking looking = {.words = words};
    look_in(&looking, category->name);
    look_in_list(&looking, category->title, LANGUAGE_COUNT);
    return all_met(&looking);
}

static bool error_has(const struct catalog *catalog, size_t index, const struct words *words)
{
    const struct agent_error *error = catalog_error_at(catalog, index);
    struct looking looking = {.words = words};
    if (error->code != 0) /* it is found as that code */
        return false;
    look_in(&looking, error->symbol);
    look_in_list(&looking, error->title, LANGUAGE_COUNT);
    look_in_list(&looking, error->cause, LANGUAGE_COUNT);
    for (size_t language = 0; language < LANGUAGE_COUNT; language++)
        look_in_list(&looking, catalog_error_messages(catalog, index, (enum language)language),
                     catalog_error_message_count(catalog, index, (enum language)language));
    return all_met(&looking);
}

static bool code_has(const struct catalog *catalog, size_t index, const struct words *words)
{
    const struct catalog_code *code = catalog_code_at(catalog, index);
    struct looking looking = {.words = words};
    look_in(&looking, code->symbol);
    look_in(&looking, code->alias);
    for (size_t language = 0; language < LANGUAGE_COUNT; language++) {
        char text[CODE_TEXT_BYTES];
        look_in(&looking,
                catalog_code_describe(catalog, code->code, (enum language)language, text));
    }
    return all_met(&looking);
}

bool explain_find_words(const struct catalog *catalog, struct span text, struct entry **entries,
                        size_t *count, struct fault *fault)
{
    static const struct {
        enum entry_kind kind;
        size_t (*count)(const struct catalog *);
        bool (*has)(const struct catalog *, size_t, const struct words *);
    } lists[] = {
        {ENTRY_TOPIC, catalog_topic_count, topic_has},
        {ENTRY_CATEGORY, catalog_category_count, category_has},
        {ENTRY_ERROR, catalog_error_count, error_has},
        {ENTRY_CODE, catalog_code_count, code_has},
    };
    const struct words words = split(text);
    size_t capacity = 0;
    *entries = NULL;
    *count = 0;
    for (size_t l = 0; l < sizeof lists / sizeof lists[0]; l++)
        for (size_t i = 0; i < lists[l].count(catalog); i++) {
            if (!lists[l].has(catalog, i, &words))
                continue;
            if (!memory_reserve((void **)entries, &capacity, *count + 1, sizeof **entries, fault)) {
                memory_free(*entries);
                return false;
            }
            size_t index = lists[l].kind == ENTRY_CODE ? catalog_code_at(catalog, i)->code : i;
            (*entries)[(*count)++] = (struct entry){.kind = lists[l].kind, .index = index};
        }
    return true;
}
