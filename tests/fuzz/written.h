/* A writer into memory, for one text at a time. */
#ifndef MARSIFT_TESTS_FUZZ_WRITTEN_H
#define MARSIFT_TESTS_FUZZ_WRITTEN_H

#include "base/span.h"
#include "output/write/writer.h"

/* Returns the writer, emptied for the next text. */
struct writer *written_begin(void);

/* Returns the text, lent until the next written_begin. */
struct span written_finish(void);

#endif
