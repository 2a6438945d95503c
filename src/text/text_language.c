#include "text/text_language.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/count_of.h"

enum { MOST_WORDS = 16, LEAST_FOUND = 2 };

/* Words that English has, too, such as "die", "per" and "no", prove nothing. */
static const struct {
    const char *words[MOST_WORDS]; /* NULL ends them */
} languages[] = {
    {{"le", "la", "les", "des", "du", "une", "est", "été", "qui", "pas", "dans", "avec", "pour",
      "sur", "aux"}},
    {{"el", "los", "las", "del", "una", "que", "por", "para", "está", "se", "ha", "pudo", "produjo",
      "al"}},
    {{"il", "della", "è", "di", "che", "una", "stato", "stata", "sono", "nel", "dei", "delle",
      "dal"}},
    {{"não", "foi", "uma", "da", "dos", "em", "para", "ao", "está", "ocorreu", "pelo", "os"}},
    {{"der", "das", "ist", "nicht", "und", "wurde", "von", "eine", "mit", "auf", "konnte", "bei",
      "für", "dem"}},
    {{"het", "een", "niet", "wordt", "zijn", "voor", "fout", "deze", "tijdens"}},
};

/* The number of the word in the row; MOST_WORDS if it has it not. */
static size_t find_word(const char *const *words, struct span word)
{
    for (size_t i = 0; i < MOST_WORDS && words[i] != NULL; i++)
        if (span_equals_ignoring_case(word, span_of(words[i])))
            return i;
    return MOST_WORDS;
}

static size_t count_bits(uint32_t bits)
{
    size_t count = 0;
    for (; bits != 0; bits &= bits - 1)
        count++;
    return count;
}

/* Takes the next word off the text; an empty one between two marks. */
static struct span next_word(struct span *text)
{
    static const char ends[] = " \t\r\n.,;:!?()[]'\"";
    size_t length = 0;
    while (length < text->length && strchr(ends, text->bytes[length]) == NULL)
        length++;
    struct span word = span_slice(*text, 0, length);
    *text = span_slice(*text, length < text->length ? length + 1 : length, text->length);
    return word;
}

bool text_language_is_day_first(struct span text)
{
    enum { MOST_BYTES = 600, MOST_WORD_BYTES = 10 };
    uint32_t found[COUNT_OF(languages)] = {0};
    text = span_slice(text, 0, text.length < MOST_BYTES ? text.length : MOST_BYTES);
    while (text.length > 0) {
        struct span word = next_word(&text);
        for (size_t i = 0; word.length <= MOST_WORD_BYTES && i < COUNT_OF(languages); i++) {
            size_t number = find_word(languages[i].words, word);
            found[i] |= number < MOST_WORDS ? UINT32_C(1) << number : 0;
            if (count_bits(found[i]) >= LEAST_FOUND)
                return true;
        }
    }
    return false;
}
