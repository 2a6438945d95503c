/* What a writer wrote, in memory: one text at a time. */
#ifndef MARSIFT_TESTS_FUZZ_WRITTEN_H
#define MARSIFT_TESTS_FUZZ_WRITTEN_H

#include "base/span.h"
#include "output/write/writer.h"

/* A writer of the next text, with nothing written yet. */
struct writer *written_begin(void);

/* The text, which stands until the next one begins. */
struct span written_finish(void);

#endif
