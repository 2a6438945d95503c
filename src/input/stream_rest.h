/* What follows the end of an archive or of compressed data in a file: a second archive or a log
 * that was appended, and the checksum below an archive that was compressed. */
#ifndef MARSIFT_INPUT_STREAM_REST_H
#define MARSIFT_INPUT_STREAM_REST_H

#include <stdbool.h>

#include "input/stream_layer.h"

/* After the last member of an archive without a problem, and after a compressed stream: true if
 * more bytes follow its end, which is reported as a problem of `member`. They are the layer's
 * stream then; they are packed bytes, which no limit bounds. */
bool stream_rest_start(struct stream_layer *layer, const char *member);

/* Reads the rest of the compressed stream below an archive that has ended, so that a wrong checksum
 * there is found. Returns its problem, or NULL. */
const char *stream_rest_drain_below(struct stream_layer *layer);

#endif
