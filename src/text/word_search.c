#include "text/word_search.h"

#include "base/ascii.h"

bool word_search_is_separator(char byte)
{
    return span_is_blank(byte) || byte == '-' || byte == '_';
}

static size_t after_separators(struct span text, size_t at)
{
    while (at < text.length && word_search_is_separator(text.bytes[at]))
        at++;
    return at;
}

bool word_search_equals(struct span a, struct span b)
{
    size_t i = after_separators(a, 0);
    size_t j = after_separators(b, 0);
    while (i < a.length && j < b.length) {
        if (ascii_to_lower(a.bytes[i]) != ascii_to_lower(b.bytes[j]))
            return false;
        i = after_separators(a, i + 1);
        j = after_separators(b, j + 1);
    }
    return i == a.length && j == b.length;
}

/* Returns the next byte that counts, in lower case, and moves `*at` past it; 0 at the end. */
static char next_byte(struct span text, size_t *at)
{
    if (*at < text.length && span_is_blank(text.bytes[*at])) {
        bool is_after_ascii = *at == 0 || ascii_contains(text.bytes[*at - 1]);
        while (*at < text.length && span_is_blank(text.bytes[*at]))
            (*at)++;
        if (is_after_ascii)
            return ' ';
    }
    return *at < text.length ? ascii_to_lower(text.bytes[(*at)++]) : '\0';
}

bool word_search_has_at(struct span text, size_t *at, struct span word)
{
    size_t in_word = 0;
    size_t in_text = *at;
    for (char wanted = next_byte(word, &in_word); wanted != '\0';
         wanted = next_byte(word, &in_word))
        if (next_byte(text, &in_text) != wanted)
            return false;
    *at = in_text;
    return true;
}

bool word_search_find(struct span text, struct span word, size_t *start, size_t *end)
{
    if (word.length == 0)
        return false;
    char first = ascii_to_lower(word.bytes[0]);
    for (*start = 0; *start < text.length; (*start)++) {
        *end = *start;
        if (ascii_to_lower(text.bytes[*start]) == first && word_search_has_at(text, end, word))
            return true;
    }
    return false;
}

bool word_search_contains(struct span text, struct span word)
{
    size_t start;
    size_t end;
    return word_search_find(text, word, &start, &end);
}

bool word_search_contains_any(struct span text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (word_search_contains(text, span_of(words[i])))
            return true;
    return false;
}

/* True if a letter of a Latin alphabet, with or without an accent, or a digit begins at `at`. */
static bool is_letter_at(struct span text, size_t at)
{
    return at < text.length && (ascii_is_word_byte(text.bytes[at]) ||
                                (text.bytes[at] >= '\xC3' && text.bytes[at] <= '\xC5'));
}

static bool is_letter_before(struct span text, size_t at)
{
    return at > 0 &&
           (ascii_is_word_byte(text.bytes[at - 1]) ||
            (at > 1 && !ascii_contains(text.bytes[at - 1]) && is_letter_at(text, at - 2)));
}

bool word_search_has_word(struct span text, struct span word)
{
    for (size_t at = 0; at < text.length;) {
        size_t start = 0;
        size_t end = 0;
        struct span rest = span_slice(text, at, text.length);
        if (!word_search_find(rest, word, &start, &end))
            return false;
        if (!is_letter_before(rest, start) && !is_letter_at(rest, end))
            return true;
        at += end;
    }
    return false;
}

bool word_search_has_any_word(struct span text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (word_search_has_word(text, span_of(words[i])))
            return true;
    return false;
}

bool word_search_begins_with(struct span text, const char *word, struct span *rest)
{
    size_t length = strlen(word);
    if (!span_starts_with_ignoring_case(text, span_of(word)) ||
        (text.length > length && ascii_contains(word[length - 1]) &&
         ascii_is_word_byte(text.bytes[length])))
        return false;
    *rest = span_slice(text, length, text.length);
    return true;
}
