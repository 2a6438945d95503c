/* Recognises lines of programs, scripts and settings that speak of failures. */
#ifndef MARSIFT_VERDICT_SOURCE_STATEMENT_H
#define MARSIFT_VERDICT_SOURCE_STATEMENT_H

#include <stdbool.h>

#include "base/span.h"

/* True for a comment, a statement or definition of a program, a comparison with a code, and a
 * setting that says what to do about codes. Stricter than source_code_is_line: a sentence may begin
 * with "return" or end with a semicolon. */
bool source_statement_is(struct span line);

#endif
