/* The prefilter: finds all known literals in a block in one pass, so that only lines that a rule
 * could want meet PCRE2. It only accelerates: what it marks is looked at again, what it does not
 * mark could not have matched. */
#ifndef MARSIFT_GRAMMAR_SEARCH_LITERAL_SCANNER_H
#define MARSIFT_GRAMMAR_SEARCH_LITERAL_SCANNER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/span.h"

/* A text to look for, whatever the case of its ASCII letters. */
struct scanner_literal {
    struct span text; /* empty: never found */
    bool is_message;  /* blanks, widths, names and verbs may vary (grammar/wording.h) */
    bool is_word;     /* no ASCII letter, digit or underscore may touch it */
};

struct literal_scanner; /* immutable after literal_scanner_open */

/* Builds the scanner for `literals` (lent until literal_scanner_close); one that is not to be quick
 * does the same without Vectorscan. NULL with the fault set. */
struct literal_scanner *literal_scanner_open(const struct scanner_literal *literals, size_t count,
                                             bool is_quick, struct fault *fault);
void literal_scanner_close(struct literal_scanner *scanner);

/* What one thread needs. NULL with the fault set. */
struct scanner_scratch;
struct scanner_scratch *literal_scanner_scratch_open(const struct literal_scanner *scanner,
                                                     struct fault *fault);
void literal_scanner_scratch_close(struct scanner_scratch *scratch);

/* A place where a literal may stand: it, or the anchor of a message, ends before the offset `end`
 * of the text. */
struct scanner_hit {
    uint32_t end;
    uint32_t literal; /* its index */
};

/* Finds all places in `text` (at most 4 GiB), in the order of their ends. The hits are lent by the
 * scratch until the next scan, to be changed at will. False without memory. */
bool literal_scanner_scan(const struct literal_scanner *scanner, struct scanner_scratch *scratch,
                          struct span text, struct scanner_hit **hits, size_t *hit_count,
                          struct fault *fault);

/* Whether the literal of `hit` really stands there in `text`, the text that was scanned: from
 * `*start` up to `*end`. Costs no more than the literal is long, and the blanks in between. */
bool literal_scanner_confirm(const struct literal_scanner *scanner, struct span text,
                             struct scanner_hit hit, size_t *start, size_t *end);

#endif
