#include "text/word_list.h"

#include <string.h>

#include "base/ascii.h"

bool word_list_has(const char *const *words, size_t count, struct span text)
{
    for (size_t i = 0; i < count; i++)
        if (span_equals_ignoring_case(text, span_of(words[i])))
            return true;
    return false;
}

size_t word_list_end_of(const char *const *words, size_t count, struct span text)
{
    for (size_t i = 0; i < count; i++)
        if (span_ends_with_ignoring_case(text, span_of(words[i])))
            return strlen(words[i]);
    return 0;
}

bool word_list_ends(const char *const *words, size_t count, struct span text)
{
    for (size_t i = 0; i < count; i++) {
        struct span word = span_of(words[i]);
        size_t start = text.length - word.length;
        if (span_ends_with_ignoring_case(text, word) &&
            (start == 0 || !ascii_is_word_byte(word.bytes[0]) ||
             !ascii_is_word_byte(text.bytes[start - 1])))
            return true;
    }
    return false;
}
