#include "text/word_signature.h"

#include "base/ascii.h"
#include "base/hash.h"

enum { MOST_BYTES = 512 };

static bool is_blank(char byte)
{
    return (unsigned char)byte <= ' ';
}

/* Letters, and all bytes of characters outside ASCII. */
static bool is_letter(char byte)
{
    return ascii_is_letter_or_digit(byte) || !ascii_contains(byte);
}

/* Returns the end of the text in quotes that begins at `at`; `at` itself if it is not closed. A
 * quote after a letter is an apostrophe. */
static size_t end_of_quoted(struct span text, size_t at)
{
    char quote = text.bytes[at];
    bool begins = at == 0 || !is_letter(text.bytes[at - 1]);
    if ((quote != '\'' && quote != '"') || !begins)
        return at;
    size_t length = span_find_byte(span_slice(text, at + 1, text.length), quote);
    return at + 1 + length < text.length ? at + length + 2 : at;
}

/* Cuts punctuation off both ends. */
static struct span bare_word(struct span word)
{
    while (word.length > 0 && !is_letter(word.bytes[0]))
        word = span_slice(word, 1, word.length);
    while (word.length > 0 && !is_letter(word.bytes[word.length - 1]))
        word.length--;
    return word;
}

/* True if the word stays the same in every record of one error. */
static bool is_constant(struct span word)
{
    for (size_t i = 0; i < word.length; i++) {
        char byte = word.bytes[i];
        if (ascii_is_digit(byte) || byte == '\\' || byte == '/' || byte == '_' || byte == '.')
            return false;
    }
    return word.length > 0;
}

static uint64_t add_word(uint64_t hash, struct span word)
{
    for (size_t i = 0; i < word.length; i++)
        hash = (hash ^ (unsigned char)ascii_to_lower(word.bytes[i])) * UINT64_C(0x100000001B3);
    return hash_mix(hash, word.length);
}

uint64_t word_signature(struct span text, uint64_t seed)
{
    uint64_t hash = seed;
    text = span_slice(text, 0, text.length < MOST_BYTES ? text.length : MOST_BYTES);
    for (size_t at = 0; at < text.length;) {
        size_t end = end_of_quoted(text, at);
        bool is_quoted = end > at;
        while (!is_quoted && end < text.length && !is_blank(text.bytes[end]))
            end++;
        struct span word = bare_word(span_slice(text, at, end));
        if (!is_quoted && is_constant(word))
            hash = add_word(hash, word);
        at = end > at ? end : at + 1;
    }
    return hash;
}
