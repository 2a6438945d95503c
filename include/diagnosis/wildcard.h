/* Windows wildcards over folded paths: `*` is any run of characters, the empty one and backslashes
 * included; `?` is one character. Nothing else is special. There is no recursion, and a comparison
 * takes at most bytes of the text times bytes of the pattern. */
#ifndef MARSIFT_DIAGNOSIS_WILDCARD_H
#define MARSIFT_DIAGNOSIS_WILDCARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

/* A pattern with what a text must have to fit it at all, so that most texts cost next to nothing.
 */
struct wildcard {
    struct span pattern; /* lent by the caller of wildcard_of */
    unsigned char first; /* the first byte of the text; 0: any */
    unsigned char last;  /* its last byte; 0: any */
    unsigned char after; /* the number of a pair of bytes that stands behind some backslash */
    bool has_after;
};

/* A text that is compared with many patterns. */
struct wildcard_text {
    struct span text;
    uint64_t behind_backslash[4]; /* a set of numbers of pairs */
    size_t volume_length;         /* of \\?\volume{...} at its start, which "?:" fits; 0: none */
};

/* `pattern` is folded as the texts are (path_fold). */
struct wildcard wildcard_of(struct span pattern);

struct wildcard_text wildcard_text_of(struct span text);

/* Whether the pattern fits the whole text. */
bool wildcard_fits(const struct wildcard *wildcard, const struct wildcard_text *text);

/* Patterns of which one is to fit, with what they need together: one look tells for most texts that
 * none does. Start as `= {0}`, add all, then ask. */
struct wildcard_list {
    struct wildcard *patterns; /* lent; room for all that are added */
    size_t count;
    uint64_t pairs[4];  /* behind a backslash, of the patterns that need one */
    uint64_t lasts[4];  /* last bytes, of the others that need one */
    uint64_t firsts[4]; /* first bytes, of those that are left and need one */
    bool has_free;      /* some pattern needs nothing of that */
};

void wildcard_list_add(struct wildcard_list *list, struct wildcard wildcard);

/* Whether one of the patterns fits the whole text. */
bool wildcard_list_fits(const struct wildcard_list *list, const struct wildcard_text *text);

#endif
