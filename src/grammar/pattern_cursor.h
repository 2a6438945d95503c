/* A position in a regular expression, moved by the syntax of PCRE2. */
#ifndef MARSIFT_GRAMMAR_PATTERN_CURSOR_H
#define MARSIFT_GRAMMAR_PATTERN_CURSOR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

struct pattern_cursor {
    struct span expression;
    size_t at; /* may pass the end of a malformed expression */
};

static inline bool pattern_cursor_is_at_end(const struct pattern_cursor *cursor)
{
    return cursor->at >= cursor->expression.length;
}

/* Returns the byte `ahead` bytes after the cursor; NUL past the end. */
char pattern_cursor_peek(const struct pattern_cursor *cursor, size_t ahead);

/* Moves past a character class; the cursor is on its opening bracket. */
void pattern_cursor_skip_class(struct pattern_cursor *cursor);

/* Moves past a group and all that is in it; the cursor is on its opening parenthesis. */
void pattern_cursor_skip_group(struct pattern_cursor *cursor);

/* Moves past "{2,3}"; the cursor is on the brace. A brace that is not closed is skipped alone. */
void pattern_cursor_skip_count(struct pattern_cursor *cursor);

/* Moves past "(?i)" if the cursor is on it. */
bool pattern_cursor_skip_caseless_switch(struct pattern_cursor *cursor);

/* Moves into a group if every match of the group around it contains a match of its content: a
 * grouping, a capture or a positive lookahead. Sets `*is_caseless` if the group is "(?i:". False,
 * with the cursor unmoved, for any other group. */
bool pattern_cursor_enter_group(struct pattern_cursor *cursor, bool *is_caseless);

#endif
