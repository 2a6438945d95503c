/* One compiled regular expression (PCRE2, with JIT where the machine has it), under limits.
 *
 * Subjects are valid UTF-8. `^` and `$` also match at the line ends inside a record (LF, CR or
 * CR LF); `.` does not match them. */
#ifndef MARSIFT_GRAMMAR_PATTERN_H
#define MARSIFT_GRAMMAR_PATTERN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/span.h"
#include "grammar/event.h"

struct pattern; /* immutable after pattern_compile: any thread may use it */

/* Compiles `expression`. A group name that is no event field, or an expression that PCRE2 rejects,
 * is a FAULT_GRAMMAR with the reason and the offset in the expression; the caller adds the place of
 * the expression. NULL with the fault set. */
struct pattern *pattern_compile(struct span expression, struct fault *fault);
void pattern_free(struct pattern *pattern);

/* The working memory of one thread, for all patterns. */
struct pattern_scratch;

/* `max_steps`, and PATTERN_STEPS_OF_BYTE for each byte of the subject, limit the work of one match
 * (PCRE2's match limit): the work of all matches grows with the bytes. Of all samples and cases,
 * the costliest match takes a quarter of that. NULL with the fault set. */
enum { PATTERN_STEPS_OF_BYTE = 24 };
struct pattern_scratch *pattern_scratch_open(uint64_t max_steps, struct fault *fault);
void pattern_scratch_close(struct pattern_scratch *scratch);

/* PATTERN_STEP_LIMIT: the match was given up at a limit, its own or that of the text, and might
 * have succeeded or not. */
enum pattern_result { PATTERN_NO_MATCH, PATTERN_MATCH, PATTERN_STEP_LIMIT };

/* Begins a text of `bytes`, a block of a log or a head that is looked at: all matches up to the
 * next call share an allowance of PATTERN_ALLOWANCE_OF_BYTE steps for each of its bytes, and of
 * twice `max_steps`. A match that needs few steps, as nearly all do, takes nothing from it; when it
 * is spent, only such matches are made. No sample, case or public text that was tried spends it. */
enum { PATTERN_ALLOWANCE_OF_BYTE = 256 };
void pattern_scratch_begin(struct pattern_scratch *scratch, size_t bytes);

/* Searches `subject` for the pattern. On a match, stores every field that the pattern captured in
 * `fields` (FIELD_COUNT of them, lent by `subject`) and leaves the others alone. `fields` may be
 * NULL. */
enum pattern_result pattern_match(const struct pattern *pattern, struct pattern_scratch *scratch,
                                  struct span subject, struct span *fields);

#endif
