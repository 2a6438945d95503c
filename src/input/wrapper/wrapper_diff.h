/* The marks of a diff: "+", "-" or a blank before each line of two files, or "< " and "> ". */
#ifndef MARSIFT_INPUT_WRAPPER_WRAPPER_DIFF_H
#define MARSIFT_INPUT_WRAPPER_WRAPPER_DIFF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

/* True if the lines are a diff: one of them says where in the files the next ones are, or marks of
 * several kinds are right before the text of all lines. */
bool wrapper_diff_is_evident(const struct span *lines, size_t count);

/* True if the line has such a mark, or is about the files: a diff may have lost the lines that make
 * it evident. */
bool wrapper_diff_has_mark(struct span *text);

/* Takes the mark off a line; one that is not of the files but about them becomes empty. */
void wrapper_diff_take(struct span *text);

#endif
