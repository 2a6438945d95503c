/* One compiled regular expression (PCRE2, JIT where the machine has it), under limits.
 *
 * Patterns see valid UTF-8. `^` and `$` also match at the line ends inside a record (LF, CR or CR
 * LF),
 * `.` stops there. */
#ifndef MARSIFT_GRAMMAR_PATTERN_H
#define MARSIFT_GRAMMAR_PATTERN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/span.h"
#include "grammar/event.h"

struct pattern; /* immutable after pattern_compile: any thread may use it */

/* Compiles `expression`. A group name that is no event field, or an expression that PCRE2 refuses,
 * is a FAULT_GRAMMAR whose text says what is wrong and at which offset (the caller knows where the
 * expression stands). NULL with the fault set. */
struct pattern *pattern_compile(struct span expression, struct fault *fault);
void pattern_free(struct pattern *pattern);

/* What one thread needs to match: made once, used for every pattern. */
struct pattern_scratch;

/* `max_steps` bounds the work of one match (PCRE2's match limit). NULL with the fault set. */
struct pattern_scratch *pattern_scratch_open(uint64_t max_steps, struct fault *fault);
void pattern_scratch_close(struct pattern_scratch *scratch);

/* PATTERN_STEP_LIMIT is not "no match": the limit was reached before that could be known. */
enum pattern_result { PATTERN_NO_MATCH, PATTERN_MATCH, PATTERN_STEP_LIMIT };

/* Looks for the pattern in `subject`. On a match, every field that the pattern captured is stored
 * in `fields` (FIELD_COUNT of them, lent by `subject`); the others are left as they are. `fields`
 * may be NULL. */
enum pattern_result pattern_match(const struct pattern *pattern, struct pattern_scratch *scratch,
                                  struct span subject, struct span *fields);

/* Whether a match can capture `field`. */
bool pattern_has_field(const struct pattern *pattern, enum event_field field);

#endif
