/* Recognises rows of tables that list codes and what they mean. */
#ifndef MARSIFT_VERDICT_CODE_ROW_H
#define MARSIFT_VERDICT_CODE_ROW_H

#include <stdbool.h>

#include "base/span.h"

/* True for a row whose first cell has codes or a number only, and whose other cells are words; a
 * row with a path or a time is one of a log. Cells end at bars or tabs. */
bool code_row_is_of_manual(struct span line);

#endif
