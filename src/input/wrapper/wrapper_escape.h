/* Escapes of HTML and of JSON, undone. Each function appends the plain text to `out`, and returns
 * false without memory. */
#ifndef MARSIFT_INPUT_WRAPPER_WRAPPER_ESCAPE_H
#define MARSIFT_INPUT_WRAPPER_WRAPPER_ESCAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

/* With characters in place of HTML's entities. What is no known entity stays. */
bool wrapper_escape_entities(struct span text, struct buffer *out, struct fault *fault);

/* Returns the length of the entity at `at`, an ampersand; 0 if it is none. `character` is the code
 * point. */
size_t wrapper_escape_entity_at(struct span text, size_t at, uint32_t *character);

/* With characters in place of the escapes of a JSON string. A line end becomes a blank, and is
 * dropped at the end. */
bool wrapper_escape_string(struct span text, struct buffer *out, struct fault *fault);

/* Returns the offset of the quote that ends a JSON string, or text.length. */
size_t wrapper_escape_string_end(struct span text);

#endif
