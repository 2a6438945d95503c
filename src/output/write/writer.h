/* Checked writing: the one place of the program that writes results. To a descriptor, to a file
 * that appears whole or not at all, or into memory.
 *
 * Errors are sticky: once a write has failed, later ones do nothing, and writer_finish tells. So a
 * renderer writes freely; a loop over many rows asks writer_failed now and then to stop early.
 * The faults are FAULT_CLOSED (the reader went away; the app ignores SIGPIPE), FAULT_WRITE with a
 * sentence that names the output, and FAULT_MEMORY.
 *
 *     struct writer writer;
 *     writer_to_descriptor(&writer, STDOUT_FILENO, "standard output");   or writer_to_file, ...
 *     ... writer_text(&writer, "..."); ...
 *     writer_finish(&writer, &fault);                                    or writer_abandon */
#ifndef MARSIFT_OUTPUT_WRITE_WRITER_H
#define MARSIFT_OUTPUT_WRITE_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"
#include "output/write/posix/whole_file.h"

enum { WRITER_BUFFER_BYTES = 64 * 1024 };

/* Filled by one of the writer_to functions; its members are theirs. */
struct writer {
    int descriptor;         /* -1 when memory is written */
    bool owns_descriptor;   /* closed at the end */
    struct buffer *memory;  /* not owned */
    const char *name;       /* for sentences; lent by the caller */
    struct whole_file file; /* where the finished bytes go, unless they go straight through */
    struct fault fault;
    size_t length;
    char bytes[WRITER_BUFFER_BYTES];
};

/* Writes to `descriptor`, which stays open. `name` is used in sentences and lent until the end. */
void writer_to_descriptor(struct writer *writer, int descriptor, const char *name);

/* Writes into `memory`, after what it holds. */
void writer_to_memory(struct writer *writer, struct buffer *memory);

/* Writes the file `path` (lent until the end). A regular file, new or old, is written under a
 * temporary name in the same folder, and takes its name when writer_finish succeeds; an old one
 * keeps its permissions, a new one gets those of the umask, and a link is followed. What is no
 * regular file
 * (/dev/full, a FIFO) or is the standard output itself is written straight through. On failure
 * false with the fault set; then nothing is held and the writer must not be used. */
bool writer_to_file(struct writer *writer, const char *path, struct fault *fault);

void writer_write(struct writer *writer, struct span text);
void writer_text(struct writer *writer, const char *text);
void writer_byte(struct writer *writer, char byte);

/* `byte` `count` times. */
void writer_repeat(struct writer *writer, char byte, size_t count);

/* Decimal digits, no separators. */
void writer_number(struct writer *writer, uint64_t number);

/* Like printf, for numbers and short texts: at most 255 bytes, the rest is cut. */
void writer_format(struct writer *writer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Whether something has failed already, so that going on is of no use. */
bool writer_failed(const struct writer *writer);

/* Writes what is buffered now. */
void writer_flush(struct writer *writer);

/* Flushes, makes the file durable and gives it its name. False with the first fault that happened;
 * then the temporary file is gone and an old file is as it was. Nothing is held afterwards. */
bool writer_finish(struct writer *writer, struct fault *fault);

/* Gives up: what is buffered is dropped, the temporary file removed. For failures elsewhere. */
void writer_abandon(struct writer *writer);

#endif
