/* HTML tags and Markdown's bold letters in and around lines. */
#ifndef MARSIFT_INPUT_WRAPPER_WRAPPER_TAG_H
#define MARSIFT_INPUT_WRAPPER_WRAPPER_TAG_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

/* True if a tag is at an end of the line: then its tags are layout. */
bool wrapper_tag_is_at_end(struct span text);

/* Appends the text without its tags, and blanks in place of those that break lines. False without
 * memory. */
bool wrapper_tag_remove(struct span text, struct buffer *out, struct fault *fault);

/* True if the line begins with bold letters: "**Source:** VSS". `text` stays as it is. */
bool wrapper_tag_is_bold(struct span *text);

/* True if the line has two asterisks before a drive or behind it, and two more: no name may have
 * them. */
bool wrapper_tag_has_bold_path(struct span text);

/* Appends such a line without its double asterisks. False without memory. */
bool wrapper_tag_remove_bold(struct span text, struct buffer *out, struct fault *fault);

#endif
