/* Finds many literals in a text in one pass. Its hits are candidates, for the caller to confirm;
 * what it does not hit does not occur. */
#ifndef MARSIFT_GRAMMAR_SEARCH_LITERAL_SCANNER_H
#define MARSIFT_GRAMMAR_SEARCH_LITERAL_SCANNER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/span.h"

/* A text to search for, ignoring the case of ASCII letters. */
struct scanner_literal {
    struct span text; /* empty: never found */
    bool is_message;  /* blanks, widths, names and verbs may vary: see phrase.h */
    bool is_word;     /* no ASCII letter, digit or underscore may adjoin it */
};

struct literal_scanner; /* immutable after literal_scanner_open */

/* Builds the scanner for `literals`, lent until literal_scanner_close. Without Vectorscan it finds
 * the same, slowly. NULL with the fault set. */
struct literal_scanner *literal_scanner_open(const struct scanner_literal *literals, size_t count,
                                             bool uses_vectorscan, struct fault *fault);
void literal_scanner_close(struct literal_scanner *scanner);

/* The working memory of one thread. NULL with the fault set. */
struct scanner_scratch;
struct scanner_scratch *literal_scanner_scratch_open(const struct literal_scanner *scanner,
                                                     struct fault *fault);
void literal_scanner_scratch_close(struct scanner_scratch *scratch);

/* A possible occurrence: the literal, or the anchor of the message, ends before `end`. */
struct scanner_hit {
    uint32_t end;     /* offset in the text */
    uint32_t literal; /* index of the literal */
};

/* Finds all possible occurrences in `text` (at most 4 GiB), in the order of their ends. The hits
 * are lent by the scratch until the next scan; the caller may change them. False without memory. */
bool literal_scanner_scan(const struct literal_scanner *scanner, struct scanner_scratch *scratch,
                          struct span text, struct scanner_hit **hits, size_t *hit_count,
                          struct fault *fault);

/* True if the literal of `hit` really occurs in `text`, the text that was scanned: from `*start` up
 * to `*end`. Reads no more than the length of the literal and the blanks in between. */
bool literal_scanner_confirm(const struct literal_scanner *scanner, struct span text,
                             struct scanner_hit hit, size_t *start, size_t *end);

#endif
