/* A source of bytes: a file, a pipe, an inflated stream, a member of an archive. */
#ifndef MARSIFT_BASE_BYTE_READER_H
#define MARSIFT_BASE_BYTE_READER_H

#include <stdbool.h>
#include <stddef.h>

/* `read` stores up to `capacity` bytes (at least 1) in `bytes` and returns their number, which is 0
 * at the end and from then on. Damage ends the source, too: `problem` then returns a sentence, lent
 * by the reader; it returns NULL after a regular end. */
struct byte_reader {
    size_t (*read)(void *context, char *bytes, size_t capacity);
    const char *(*problem)(void *context);
    void *context;
};

/* The `problem` of a source that always ends regularly: returns NULL. */
const char *byte_reader_no_problem(void *context);

/* Reads until `bytes` is full or the source ends, and returns the number of bytes. Use it to feed
 * libraries: how far they get before damage depends on how much they are given at a time, and a
 * pipe that delivers less at a time must not change the report. */
size_t byte_reader_fill(const struct byte_reader *reader, char *bytes, size_t capacity);

#endif
