#include "catalog/explain/search_terms.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/ascii.h"
#include "base/buffer.h"
#include "text/utf8.h"
#include "text/word_search.h"

struct span search_terms_plain_text(struct span text, struct arena *arena, struct fault *fault)
{
    utf8proc_uint8_t *plain = NULL;
    utf8proc_ssize_t length =
        utf8proc_map((const utf8proc_uint8_t *)text.bytes, (utf8proc_ssize_t)text.length, &plain,
                     UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    if (length == UTF8PROC_ERROR_NOMEM) {
        fault_no_memory(fault);
        return (struct span){0};
    }
    struct span mapped = {.bytes = (const char *)plain, .length = length < 0 ? 0 : (size_t)length};
    struct span copy = arena_copy(arena, length < 0 ? text : mapped, fault);
    free(plain); /* what utf8proc allocates is malloc's */
    return copy;
}

/* True if an ASCII word may end before `at`: other scripts have no blanks between words. */
static bool is_word_end(struct span text, size_t at)
{
    return at == text.length || word_search_is_separator(text.bytes[at]) ||
           !ascii_contains(text.bytes[at]) || !ascii_contains(text.bytes[at - 1]);
}

/* The synonym with the longest spelling at `start`, and where that ends; or NULL. */
static const struct catalog_synonym *synonym_at(const struct catalog *catalog, struct span text,
                                                size_t start, size_t *end)
{
    const struct catalog_synonym *best = NULL;
    *end = start;
    for (size_t i = 0; i < catalog_synonym_count(catalog); i++) {
        const struct catalog_synonym *synonym = catalog_synonym_at(catalog, i);
        for (size_t s = 0; s < synonym->spelling_count; s++) {
            size_t after = start;
            if (!word_search_has_at(text, &after, span_of(synonym->spellings[s])) ||
                after <= *end || !is_word_end(text, after))
                continue;
            best = synonym;
            *end = after;
        }
    }
    return best;
}

/* The end of the word at `start`, which is no synonym. */
static size_t end_of_word(const struct catalog *catalog, struct span text, size_t start)
{
    size_t ignored;
    for (size_t i = start + 1; i < text.length; i++) {
        bool is_character = !utf8_is_continuation(text.bytes[i]);
        if (word_search_is_separator(text.bytes[i]) ||
            (is_character && !ascii_contains(text.bytes[i]) &&
             synonym_at(catalog, text, i, &ignored) != NULL))
            return i;
    }
    return text.length;
}

/* Reads the next term from `at` on and moves `at` after it. False if there is none. */
static bool next_term(const struct catalog *catalog, struct span text, size_t *at,
                      struct search_term *term)
{
    while (*at < text.length && word_search_is_separator(text.bytes[*at]))
        (*at)++;
    if (*at == text.length)
        return false;
    size_t start = *at;
    term->synonym = synonym_at(catalog, text, start, at);
    if (term->synonym == NULL)
        *at = end_of_word(catalog, text, start);
    term->word = span_slice(text, start, *at);
    return true;
}

struct search_terms search_terms_of_words(struct span text)
{
    struct search_terms terms = {.count = 0};
    size_t start = 0;
    for (size_t i = 0; i <= text.length && terms.count < MAX_SEARCH_TERMS; i++) {
        if (i < text.length && !word_search_is_separator(text.bytes[i]))
            continue;
        if (i > start)
            terms.list[terms.count++] = (struct search_term){.word = span_slice(text, start, i)};
        start = i + 1;
    }
    return terms;
}

struct search_terms search_terms_of(const struct catalog *catalog, struct span text)
{
    struct search_terms terms = {.count = 0};
    struct search_term term;
    for (size_t at = 0; terms.count < MAX_SEARCH_TERMS && next_term(catalog, text, &at, &term);)
        if (term.synonym == NULL || !term.synonym->is_ignored)
            terms.list[terms.count++] = term;
    return terms;
}

struct span search_terms_usual_spelling(const struct catalog *catalog, struct span text,
                                        struct arena *arena, struct fault *fault)
{
    struct buffer usual = {0};
    struct search_term term;
    struct span copy = {0};
    bool done = true;
    size_t copied = 0;
    size_t length = 0; /* of the copy up to its last word that carries a meaning */
    for (size_t at = 0; done && next_term(catalog, text, &at, &term);) {
        bool is_unchanged = term.synonym == NULL || term.synonym->is_ignored;
        struct span word = is_unchanged ? term.word : span_of(term.synonym->spellings[0]);
        size_t start = (size_t)(term.word.bytes - text.bytes);
        done = buffer_append(&usual, span_slice(text, copied, start), fault) &&
               buffer_append(&usual, word, fault);
        copied = at;
        if (term.synonym == NULL || !term.synonym->is_ignored)
            length = usual.length;
    }
    if (done)
        copy = arena_copy(arena, span_slice(buffer_span(&usual), 0, length), fault);
    buffer_release(&usual);
    return copy;
}

/* True if an ASCII word begins at `at`, in names like CloudBackup at a capital letter too. */
static bool is_word_start(struct span text, size_t at)
{
    return at == 0 || !ascii_is_letter(text.bytes[at]) || !ascii_is_letter(text.bytes[at - 1]) ||
           (ascii_is_upper(text.bytes[at]) && ascii_is_lower(text.bytes[at - 1]));
}

/* True if `word` begins a word of `text`: "register" is not in "unregistered". */
static bool has_word_from_start(struct span text, struct span word)
{
    size_t start;
    size_t end;
    for (size_t from = 0; word_search_find(span_slice(text, from, text.length), word, &start, &end);
         from += start + 1)
        if (is_word_start(text, from + start))
            return true;
    return false;
}

bool search_terms_contain(const struct search_term *term, struct span text)
{
    if (has_word_from_start(text, term->word))
        return true;
    for (size_t i = 0; term->synonym != NULL && i < term->synonym->spelling_count; i++)
        if (has_word_from_start(text, span_of(term->synonym->spellings[i])))
            return true;
    return false;
}
