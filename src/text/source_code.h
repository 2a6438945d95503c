/* Recognises programs and scripts by their lines. */
#ifndef MARSIFT_TEXT_SOURCE_CODE_H
#define MARSIFT_TEXT_SOURCE_CODE_H

#include <stdbool.h>

#include "base/span.h"

/* True if the line is one of a program or script: it ends like a statement or block, or begins with
 * a keyword. */
bool source_code_is_line(struct span line);

#endif
