/* A byte reader over bytes in memory that gives a few at a time and may end with damage. */
#ifndef MARSIFT_TESTS_MEMORY_READER_H
#define MARSIFT_TESTS_MEMORY_READER_H

#include <stddef.h>

#include "base/byte_reader.h"
#include "base/span.h"

struct memory_reader {
    struct span bytes;
    size_t step;         /* the most that one read gives; 0: all that is wanted */
    const char *problem; /* told at the end; NULL for none */
    size_t position;
};

struct byte_reader memory_reader_open(struct memory_reader *reader);

#endif
