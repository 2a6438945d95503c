/* Recognises programs and scripts by their lines. */
#ifndef MARSIFT_TEXT_SOURCE_CODE_H
#define MARSIFT_TEXT_SOURCE_CODE_H

#include <stdbool.h>

#include "base/span.h"

/* True if the line is one of a program or script: it ends like a statement or block, or begins with
 * a keyword, or with a code as a key. */
bool source_code_is_line(struct span line);

/* True for lines that programs share with settings and data: `Subject = "..."`,
 * "E_FAIL uint32 = 0x80004005", a text in single quotes. */
bool source_code_is_assignment(struct span line);

/* True for brackets and punctuation alone, which programs and data have. */
bool source_code_is_bracket(struct span line);

#endif
