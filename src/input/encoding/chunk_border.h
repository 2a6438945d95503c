/* Finds where a trace or a list of paths may be cut so that no record of another kind is torn: what
 * somebody has put between its lines, a table or an event, goes on over many of them. */
#ifndef MARSIFT_INPUT_ENCODING_CHUNK_BORDER_H
#define MARSIFT_INPUT_ENCODING_CHUNK_BORDER_H

#include <stddef.h>

#include "base/span.h"
#include "input/encoding/encoding.h"

/* Returns the start of the last line in bytes[0..end] that begins a record of a trace, else of the
 * last one that begins with a path; 0 if there is none behind the first line. A line begins at
 * `end`, and may be torn where `bytes` ends. */
size_t chunk_border_find(const struct encoding *encoding, struct span bytes, size_t end);

#endif
