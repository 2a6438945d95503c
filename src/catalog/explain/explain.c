#include "catalog/explain/explain.h"

#include <stdio.h>

#include "base/count_of.h"
#include "base/memory.h"
#include "catalog/catalog_text.h"
#include "catalog/explain/explain_entry.h"
#include "catalog/explain/explain_suggestion.h"
#include "catalog/explain/explain_words.h"
#include "text/code_notation.h"

enum { MAX_WIN32_ERROR = 0xFFFF, MAX_AGENT_NUMBER = 0xFFFFFF, DECIMAL_BYTES = 24 };

#define WIN32_HRESULT UINT32_C(0x80070000)

/* What a number in a query means. */
enum number_kind { NUMBER_NONE, NUMBER_ERROR, NUMBER_CODE, NUMBER_WIN32, NUMBER_UNKNOWN };

struct number {
    enum number_kind kind;
    uint32_t value;
    size_t error; /* its index, for NUMBER_ERROR */
};

/* Cuts off a word that other programs write before a number. `is_win32`: it means a Win32 error. */
static struct span without_number_word(struct span text, bool *is_win32)
{
    static const struct {
        const char *word;
        bool is_win32;
    } words[] = {{"os error ", true}, {"winerror ", true}, {"win32 error ", true},
                 {"win32 ", true},    {"hresult ", false}, {"error ", false}};
    *is_win32 = false;
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        struct span word = span_of(words[i].word);
        if (!span_starts_with_ignoring_case(text, word))
            continue;
        *is_win32 = words[i].is_win32;
        return span_trim(span_slice(text, word.length, text.length));
    }
    return text;
}

static bool names_id(struct span text)
{
    return span_starts_with_ignoring_case(text, span_of("ID")) ||
           span_starts_with_ignoring_case(text, span_of("(ID"));
}

static struct number read_number(const struct catalog *catalog, struct span text)
{
    bool is_win32;
    struct number number = {.kind = NUMBER_NONE};
    if (span_ends_with_ignoring_case(text, span_of("."))) /* "Error 34506." */
        text.length--;
    text = without_number_word(text, &is_win32);
    bool is_number = code_notation_read_id(text, &number.value);
    /* NOLINTBEGIN(bugprone-branch-clone): an earlier condition may give a later answer */
    if (is_number && is_win32 && number.value <= MAX_WIN32_ERROR) {
        number.kind = NUMBER_WIN32;
    } else if (is_number && catalog_error_by_id(catalog, number.value, &number.error)) {
        number.kind = NUMBER_ERROR;
    } else if (is_number && (names_id(text) ||
                             (number.value > MAX_WIN32_ERROR && number.value <= MAX_AGENT_NUMBER &&
                              catalog_code_find(catalog, number.value) == NULL))) {
        number.kind = NUMBER_UNKNOWN;
    } else if (is_number && number.value <= MAX_WIN32_ERROR) {
        number.kind = NUMBER_WIN32;
    } else if (code_notation_read_code(text, &number.value)) {
        number.kind = NUMBER_CODE;
    } else if (is_number) {
        number.kind = NUMBER_UNKNOWN;
    }
    /* NOLINTEND(bugprone-branch-clone) */
    return number;
}

/* "Access is denied (Win32 error 5)": the title says how the number was understood. */
static bool explain_win32_error(const struct explainer *explainer, uint32_t value,
                                struct explanation *explanation)
{
    struct entry entry = {.kind = ENTRY_CODE, .index = WIN32_HRESULT | value};
    if (!explain_entry(explainer, entry, explanation))
        return false;
    /* A code with neither message nor symbol is described as "Win32 error N" anyway. */
    if (catalog_code_find(explainer->catalog, WIN32_HRESULT | value) == NULL)
        return true;
    char number[DECIMAL_BYTES];
    snprintf(number, sizeof number, "%u", (unsigned)value);
    explanation->title =
        explain_text(explainer, CATALOG_TEXT_WIN32_ERROR, explanation->title, number);
    return explanation->title != NULL;
}

/* 0 is no failure in any notation. */
static void explain_success(const struct explainer *explainer, struct explanation *explanation)
{
    explanation->kind = EXPLAIN_HRESULT;
    explanation->code = "0x00000000";
    explanation->symbol = "S_OK";
    explanation->severity = severity_name(SEVERITY_INFORMATION);
    explanation->title = catalog_text(CATALOG_TEXT_SUCCESS, explainer->language);
}

static bool answer_number(const struct explainer *explainer, const struct number *number,
                          struct explanation *explanation)
{
    struct entry error = {.kind = ENTRY_ERROR, .index = number->error};
    struct entry code = {.kind = ENTRY_CODE, .index = number->value};
    if (number->kind != NUMBER_NONE && number->value == 0) {
        explain_success(explainer, explanation);
        return true;
    }
    switch (number->kind) {
    case NUMBER_ERROR:
        return explain_entry(explainer, error, explanation);
    case NUMBER_CODE:
        return explain_entry(explainer, code, explanation);
    case NUMBER_WIN32:
        return explain_win32_error(explainer, number->value, explanation);
    case NUMBER_UNKNOWN:
        return explain_unknown_number(explainer, number->value, explanation);
    case NUMBER_NONE:
        break;
    }
    return true;
}

/* Collects the codes and errors that a topic names, but for those that the catalog lacks. */
static size_t find_related_entries(const struct catalog *catalog, const struct catalog_topic *topic,
                                   struct entry entries[MAX_EXPLAINED_MATCHES])
{
    size_t count = 0;
    for (size_t i = 0; i < topic->related_count && count < MAX_EXPLAINED_MATCHES; i++) {
        struct span name = span_of(topic->related[i]);
        struct number number = read_number(catalog, name);
        if (number.kind == NUMBER_ERROR)
            entries[count++] = (struct entry){.kind = ENTRY_ERROR, .index = number.error};
        else if (number.kind == NUMBER_CODE)
            entries[count++] = (struct entry){.kind = ENTRY_CODE, .index = number.value};
        else if (explain_find_name(catalog, name, &entries[count]))
            count++;
    }
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
    const struct number number = read_number(catalog, text);
    if (number.kind != NUMBER_NONE)
        return answer_number(&explainer, &number, explanation);
    struct span usual = search_terms_usual_spelling(catalog, text, arena, fault);
    if (usual.bytes == NULL)
        return false;
    struct entry entry;
    if (find_entry(catalog, text, &entry) || explain_find_name(catalog, usual, &entry))
        return answer_entry(&explainer, entry, explanation);
    if (!answer_words(&explainer, text, explanation))
        return false;
    return explanation->kind != EXPLAIN_UNKNOWN ||
           explain_suggest(catalog, text, arena, &explanation->nearest, fault);
}

bool explain_is_number(const struct catalog *catalog, struct span query)
{
    return read_number(catalog, span_trim(query)).kind != NUMBER_NONE;
}
