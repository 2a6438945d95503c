/* A bundle out of text, so that a fuzzer can change names as well as contents. */
#ifndef MARSIFT_TESTS_BUNDLE_TEXT_H
#define MARSIFT_TESTS_BUNDLE_TEXT_H

#include "base/buffer.h"
#include "base/span.h"

/* The tar that `text` describes: a line "==> NAME <==" begins a member, as `tail -v` prints it; the
 * bytes 1 and 2 in a name stand for a line feed and a carriage return. What stands before the first
 * such line is a member as well. The caller releases it. */
struct buffer bundle_of_text(struct span text);

#endif
