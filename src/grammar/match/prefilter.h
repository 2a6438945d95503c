/* Decides, before any record is read, which lines need no rules, and which rules the others need.
 */
#ifndef MARSIFT_GRAMMAR_MATCH_PREFILTER_H
#define MARSIFT_GRAMMAR_MATCH_PREFILTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "grammar/match/matcher_private.h"

/* Sets what is decided early in the layouts of the current block's lines, and finds the hits of the
 * rules' required literals in the others. The reader has been started with the block. False with
 * the fault set without memory. */
bool prefilter_scan(struct matcher *matcher, struct fault *fault);

/* Returns how the line was resolved before the scan; NULL if it was not. */
static inline const struct resolved_line *prefilter_resolved_line(const struct matcher *matcher,
                                                                  size_t line)
{
    uint32_t resolved = matcher->reader.layouts[line].resolved;
    return resolved > 0 ? &matcher->resolved_lines[resolved - 1] : NULL;
}

#endif
