/* The prefilter: finds all known literals in a block in one pass, so that only lines that a rule could
 * want meet PCRE2. It only accelerates: what it marks is looked at again, what it does not mark could
 * not have matched. */
#ifndef MARSIFT_GRAMMAR_SCANNER_H
#define MARSIFT_GRAMMAR_SCANNER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/span.h"

/* Literals are found whatever the case of ASCII letters; a run of blanks in a literal stands for any
 * run of blanks, tabs and line ends. */
struct scanner; /* immutable after scanner_open */

/* Builds the scanner for `literals` (lent until scanner_close); a hit carries the index of its
 * literal. An empty literal is never found. NULL with the fault set. */
struct scanner *scanner_open(const struct span *literals, size_t count, struct fault *fault);
void scanner_close(struct scanner *scanner);

/* What one thread needs. NULL with the fault set. */
struct scanner_scratch;
struct scanner_scratch *scanner_scratch_open(const struct scanner *scanner, struct fault *fault);
void scanner_scratch_close(struct scanner_scratch *scratch);

/* A literal that ends before the offset `end` of the text. */
struct scanner_hit {
    uint32_t end;
    uint32_t literal;
};

/* Finds all literals in `text` (at most 4 GiB), in the order of their ends. The hits are lent by the
 * scratch until the next scan. False without memory. */
bool scanner_scan(const struct scanner *scanner, struct scanner_scratch *scratch, struct span text,
                  const struct scanner_hit **hits, size_t *hit_count, struct fault *fault);

/* The scanner's definition of "found", literal by literal and slowly: whether `text` holds `literal`. */
bool scanner_contains(struct span text, struct span literal);

#endif
