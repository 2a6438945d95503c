/* Weighs what speaks for reading a log by a dialect. */
#ifndef MARSIFT_GRAMMAR_DIALECT_EVIDENCE_H
#define MARSIFT_GRAMMAR_DIALECT_EVIDENCE_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "grammar/dialect.h"
#include "grammar/pattern.h"
#include "grammar/reading.h"
#include "input/log.h"

/* The lines at the head of a log that are tried: enough to get past a bundle's own headings. */
enum { HEAD_LINES = 200 };

static_assert(HEAD_LINES <= UINT8_MAX, "struct reading counts them in a byte");

/* The lines at a log's head that are not blank. Spans are lent by its block. */
struct head_lines {
    struct span lines[HEAD_LINES];
    size_t count;
};

void dialect_evidence_collect_lines(const struct block *head, struct head_lines *lines);

/* An attempt to fit patterns of dialects. */
struct evidence_search {
    struct pattern_scratch *scratch;
    bool hit_step_limit; /* one of the patterns did */
};

/* True if `pattern`, which may be NULL, fits `text`. */
bool dialect_evidence_fits(const struct pattern *pattern, struct span text,
                           struct evidence_search *search);

/* The worth of a name or a heading, in percent of the lines; and a weight that no dialect without
 * either reaches. */
enum { EVIDENCE_BONUS_PERCENT = 40, CERTAIN_EVIDENCE = 80 + EVIDENCE_BONUS_PERCENT };

/* Sets `reading` to what speaks for `dialect`, whatever its evidence. Returns its weight: 0 if
 * nothing does, and otherwise the percentage of head lines that fit, more with a name or heading.
 */
size_t dialect_evidence_weigh(const struct dialect *dialect, const struct log *log,
                              const struct head_lines *head, struct evidence_search *search,
                              struct reading *reading);

#endif
