/* A byte reader over bytes in memory that can return a few at a time and end with a problem. */
#ifndef MARSIFT_TESTS_MEMORY_READER_H
#define MARSIFT_TESTS_MEMORY_READER_H

#include <stddef.h>

#include "base/byte_reader.h"
#include "base/span.h"

struct memory_reader {
    struct span bytes;
    size_t step;         /* the most bytes that one read returns; 0: as many as the caller wants */
    const char *problem; /* reported at the end; NULL: none */
    size_t position;
};

struct byte_reader memory_reader_open(struct memory_reader *reader);

#endif
