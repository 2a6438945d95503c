/* The structured reader for lines that begin with hosts, as a search through the folders of several
 * gives them: see line_hosts.h. */
#ifndef MARSIFT_INPUT_HOSTED_READER_H
#define MARSIFT_INPUT_HOSTED_READER_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"
#include "input/structured/structured_reader.h"

/* Start as {0}, end with hosted_reader_release. */
struct hosted_reader {
    struct structured_reader *reader; /* lent */
    struct buffer host;               /* of the lines that the reader holds */
    struct buffer lines;              /* that it has just given */
};

void hosted_reader_start(struct hosted_reader *hosted, struct structured_reader *reader);
void hosted_reader_release(struct hosted_reader *hosted);

/* As those of structured_reader.h, with a host and its mark before each line. No record has lines
 * of two hosts. */
bool hosted_reader_feed(struct hosted_reader *hosted, struct span line, struct buffer *out,
                        struct fault *fault);
bool hosted_reader_end(struct hosted_reader *hosted, struct buffer *out, struct fault *fault);

#endif
