/* Renders event records as XML through libevtx; only evtx_library.c knows it. */
#ifndef MARSIFT_INPUT_EVTX_EVTX_LIBRARY_H
#define MARSIFT_INPUT_EVTX_EVTX_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

struct evtx_library;

/* Opens an event log of one chunk, which is lent: the header of the file and a chunk that
 * evtx_chunk_examine has seen. NULL if libevtx does not want it, or memory fails. */
struct evtx_library *evtx_library_open(unsigned char *file, size_t length);

/* Replaces `xml` by the record `index` (from 0) of the chunk, as UTF-8 without control characters
 * on one line that ends with a line feed. The record must be sound. False if libevtx cannot render
 * it, or memory fails. */
bool evtx_library_render(struct evtx_library *library, size_t index, struct buffer *xml);

/* NULL is allowed. */
void evtx_library_close(struct evtx_library *library);

#endif
