/* What programs do to the characters of a line, undone: colours, other blanks. Each function
 * appends the text without it to `out`. False without memory. */
#ifndef MARSIFT_INPUT_WRAPPER_WRAPPER_TEXT_H
#define MARSIFT_INPUT_WRAPPER_WRAPPER_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

/* Without the escape sequences of a terminal, as bytes or as "^[[31m". */
bool wrapper_text_uncolor(struct span text, struct buffer *out, struct fault *fault);

/* True if the text sets colours off again, as every coloured text does at last. */
bool wrapper_text_resets_colors(struct span text);

/* Without zero-width characters, soft hyphens and byte order marks between ASCII characters
 * and behind the separators of paths: elsewhere they may be part of a name. */
bool wrapper_text_show(struct span text, struct buffer *out, struct fault *fault);

/* Returns the length of the invisible character at `at`, or 0. */
size_t wrapper_text_invisible_length(struct span text, size_t at);

/* With plain blanks in place of no-break and other spaces. An ideographic space, which names may
 * hold, is replaced only before a path and before a code. */
bool wrapper_text_plain_blanks(struct span text, struct buffer *out, struct fault *fault);

/* True if the text holds such a space. */
bool wrapper_text_has_blanks(struct span text);

#endif
