#include "text/suggestion.h"

#include <stddef.h>
#include <string.h>

enum { LONGEST_WORD = 63 };

/* The Levenshtein distance of two words of at most LONGEST_WORD letters. */
static size_t distance(const char *a, const char *b)
{
    size_t row[LONGEST_WORD + 1];
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

const char *suggestion_nearest(const char *word, const char *const *known)
{
    const char *best = NULL;
    size_t best_distance = LONGEST_WORD;
    if (strlen(word) > LONGEST_WORD)
        return NULL;
    for (; *known != NULL; known++) {
        if (strlen(*known) > LONGEST_WORD)
            continue;
        size_t changes = distance(word, *known);
        if (changes < best_distance && changes * 3 <= strlen(word) + 2) {
            best = *known;
            best_distance = changes;
        }
    }
    return best;
}
