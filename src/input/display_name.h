/* Names of files and members as they are shown: whatever their bytes, always valid UTF-8. */
#ifndef MARSIFT_INPUT_DISPLAY_NAME_H
#define MARSIFT_INPUT_DISPLAY_NAME_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

/* Appends `name` to `out`: as it is when it is valid UTF-8, else as what its bytes look like: code
 * page 932 (zips that were made on Japanese systems) or 1252. No NUL is added. */
bool display_name_append(struct span name, struct buffer *out, struct fault *fault);

/* display_name_append into a C string, owned by the caller; NULL with the fault set. */
char *display_name_copy(struct span name, struct fault *fault);

/* The part of `path` behind its last "/" (and "\" when `has_backslashes`), trailing ones left out.
 */
struct span display_name_last_part(struct span path, bool has_backslashes);

#endif
