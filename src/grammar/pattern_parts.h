/* Named parts of patterns, which keep long expressions readable: {{root}} is replaced by the
 * pattern of the part called root. */
#ifndef MARSIFT_GRAMMAR_PATTERN_PARTS_H
#define MARSIFT_GRAMMAR_PATTERN_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

struct pattern_part {
    char *name;
    char *pattern; /* may use the parts before it */
};

/* Appends `expression` to `out` with every {{name}} replaced. An unknown name, or a result longer
 * than `max_bytes` (parts may use parts), is a FAULT_GRAMMAR. */
bool pattern_parts_expand(const struct pattern_part *parts, size_t count, struct span expression,
                          size_t max_bytes, struct buffer *out, struct fault *fault);

#endif
