/* Reads an event log (.evtx) as text: a line of XML for each record, as `wevtutil qe /f:xml` prints
 * it. One chunk of it is in memory at a time. */
#ifndef MARSIFT_INPUT_EVTX_EVTX_STREAM_H
#define MARSIFT_INPUT_EVTX_EVTX_STREAM_H

#include <stdint.h>

#include "base/byte_reader.h"
#include "base/fault.h"

struct evtx_stream;

/* Opens the event log that `log` gives from its first byte. NULL with the fault set. */
struct evtx_stream *evtx_stream_open(struct byte_reader log, struct fault *fault);

/* The text, UTF-8. Its problem counts what is damaged, once it was read to its end; what can be
 * read of a damaged chunk is read. Lent by the stream. */
struct byte_reader evtx_stream_reader(struct evtx_stream *stream);

/* Returns how many bytes of the event log were read so far. */
uint64_t evtx_stream_packed_bytes(const struct evtx_stream *stream);

/* NULL is allowed. */
void evtx_stream_close(struct evtx_stream *stream);

#endif
