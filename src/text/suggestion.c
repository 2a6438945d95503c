#include "text/suggestion.h"

#include <stddef.h>
#include <string.h>

enum { MAX_WORD_LETTERS = 63 };

/* Returns the Levenshtein distance of two words of at most MAX_WORD_LETTERS. */
static size_t distance(const char *a, const char *b)
{
    size_t row[MAX_WORD_LETTERS + 1];
    size_t b_length = strlen(b);
    for (size_t j = 0; j <= b_length; j++)
        row[j] = j;
    for (size_t i = 1; a[i - 1] != '\0'; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t replaced = diagonal + (a[i - 1] != b[j - 1]);
            size_t shorter = row[j] < row[j - 1] ? row[j] : row[j - 1];
            diagonal = row[j];
            row[j] = replaced < shorter + 1 ? replaced : shorter + 1;
        }
    }
    return row[b_length];
}

const char *suggestion_nearest(const char *word, const char *const *words)
{
    const char *best = NULL;
    size_t best_distance = MAX_WORD_LETTERS;
    if (strlen(word) > MAX_WORD_LETTERS)
        return NULL;
    for (; *words != NULL; words++) {
        if (strlen(*words) > MAX_WORD_LETTERS)
            continue;
        size_t changes = distance(word, *words);
        if (changes < best_distance && changes * 3 <= strlen(word) + 2) {
            best = *words;
            best_distance = changes;
        }
    }
    return best;
}
