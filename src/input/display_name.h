/* Names of files and members for display: valid UTF-8 whatever their bytes are. */
#ifndef MARSIFT_INPUT_DISPLAY_NAME_H
#define MARSIFT_INPUT_DISPLAY_NAME_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

/* Appends `name` to `out`, without a NUL: valid UTF-8 unchanged, anything else decoded as code page
 * 932 (zips made on Japanese systems) or 1252, whichever its bytes look like. */
bool display_name_append(struct span name, struct buffer *out, struct fault *fault);

/* The same for the name of a zip's member, which is in code page 437 unless the zip marks it as
 * UTF-8. Writers often disregard that: what has Japanese in it is read as 932, and what would be
 * frames and Greek in 437 as 1252. */
bool display_name_append_of_zip(struct span name, struct buffer *out, struct fault *fault);

/* Returns display_name_append's text as a C string, owned by the caller; NULL with the fault set.
 */
char *display_name_copy(struct span name, struct fault *fault);

/* Returns the part of `path` after its last "/" (and "\" when `has_backslashes`), trailing ones
 * ignored. Lent by `path`. */
struct span display_name_last_part(struct span path, bool has_backslashes);

/* Returns `name` without the suffix of a compressed file, such as ".gz". Lent by `name`. */
struct span display_name_unpacked(struct span name);

#endif
