/* Builds a tar from plain text, so that a fuzzer can change names as well as contents. */
#ifndef MARSIFT_TESTS_BUNDLE_TEXT_H
#define MARSIFT_TESTS_BUNDLE_TEXT_H

#include "base/buffer.h"
#include "base/span.h"

/* Returns the tar that `text` describes: a line "==> NAME <==", as `tail -v` prints it, begins a
 * member; the bytes 1 and 2 in a name mean line feed and carriage return. Text before the first
 * such line is a member, too. The caller releases the tar. */
struct buffer bundle_of_text(struct span text);

#endif
