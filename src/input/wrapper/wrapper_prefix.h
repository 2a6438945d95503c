/* The marks before a line: a line number, the name of a file, quoting, a list mark. Each function
 * takes its mark off `text` and returns true, or leaves `text` as it is. */
#ifndef MARSIFT_INPUT_WRAPPER_WRAPPER_PREFIX_H
#define MARSIFT_INPUT_WRAPPER_WRAPPER_PREFIX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "input/wrapper/wrapper_step.h"

/* As grep -n, cat -n, nl, less -N, find /n and editors write it: "12:", "12-", "    12\t",
 * "Line 12: ", "[12]". After the number stands `step->mark`, one of those in
 * wrapper_prefix_marks; ':' stands for '-', too. `number` may be NULL. */
bool wrapper_prefix_number(const struct wrapper_step *step, struct span *text, size_t *number);

/* The bytes that may follow a line number, '|' for a drawn bar, too. */
extern const char wrapper_prefix_marks[];

/* As grep, findstr, Select-String and editors write it before each line of a search in files:
 * "FILE:", "FILE-", with a number "FILE:12:", "FILE-12-", "FILE(12):". */
bool wrapper_prefix_file(const struct wrapper_step *step, struct span *text, struct span *file);

/* True for what a search writes between the lines that it found: "--" between groups, a heading or
 * sum over all. */
bool wrapper_prefix_is_frame(struct span line);

/* The marks of mails, "> " and "| ", of all levels. */
bool wrapper_prefix_quotes(struct span *text);

/* "- ", "* ", and the round marks of word processors. */
bool wrapper_prefix_bullet(struct span *text);

#endif
