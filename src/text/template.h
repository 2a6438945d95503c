/* Message templates: numbered placeholders let each language order the arguments as it needs. */
#ifndef MARSIFT_TEXT_TEMPLATE_H
#define MARSIFT_TEXT_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

/* Appends `template` to `text` with {1} to {9} replaced by the first to ninth of `arguments`. Any
 * other brace is text, and so is every brace of an argument. A placeholder may be used several
 * times or not at all; one beyond `count` is our mistake and is asserted. False with the fault set
 * when there is no memory; `text` then ends anywhere. */
bool template_append(struct buffer *text, const char *template, const struct span *arguments,
                     size_t count, struct fault *fault);

#endif
