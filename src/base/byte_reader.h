/* Where bytes come from: a file, a pipe, an inflated stream, a member of an archive. */
#ifndef MARSIFT_BASE_BYTE_READER_H
#define MARSIFT_BASE_BYTE_READER_H

#include <stdbool.h>
#include <stddef.h>

/* `read` puts up to `capacity` bytes (>= 1) into `bytes` and returns how many, 0 at the end. When
 * the source is damaged it returns 0 and says so in `problem` (a sentence that is lent by the
 * reader, NULL when the end is a good one). After the end, `read` keeps returning 0. */
struct byte_reader {
    size_t (*read)(void *context, char *bytes, size_t capacity);
    const char *(*problem)(void *context);
    void *context;
};

/* Reads until `bytes` is full or the reader at its end; how many it got. For what libraries are fed
 * with: how far they get before damage depends on how much they are given at a time, and a pipe
 * that gives less must not make another report. */
size_t byte_reader_fill(const struct byte_reader *reader, char *bytes, size_t capacity);

/* Whether any byte but NUL is left, which may fill up a block. */
bool byte_reader_has_more_than_padding(struct byte_reader reader);

#endif
