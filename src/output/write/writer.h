/* A buffered writer with checked errors, through which the program writes all of its results: to a
 * descriptor, to a file that appears whole or not at all, or into memory.
 *
 * Errors are sticky: after a failed write later ones do nothing, and writer_finish reports the
 * first. So a renderer need not check; a loop over many rows may ask writer_failed to stop early.
 * The faults are FAULT_CLOSED (the reader went away; the program ignores SIGPIPE), FAULT_WRITE with
 * a sentence that names the output, and FAULT_MEMORY.
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
#include "output/write/whole_file.h"

/* Small enough for a writer on the stack, which cannot grow where address space is limited. */
enum { WRITER_BUFFER_BYTES = 16 * 1024 };

/* Set by one of the writer_to functions. The members are private. */
struct writer {
    int descriptor;         /* -1 when writing into memory */
    bool owns_descriptor;   /* it is closed at the end */
    struct buffer *memory;  /* not owned */
    const char *name;       /* for sentences; lent by the caller */
    struct whole_file file; /* the file to replace, unless bytes go straight through */
    struct fault fault;
    size_t length;
    char bytes[WRITER_BUFFER_BYTES];
};

/* Writes to `descriptor`, which stays open. `name` appears in sentences and is lent until the end.
 */
void writer_to_descriptor(struct writer *writer, int descriptor, const char *name);

/* Appends to `memory`. */
void writer_to_memory(struct writer *writer, struct buffer *memory);

/* Writes the file `path`, which is lent until the end. A regular file, new or old, is written under
 * a temporary name in the same folder and renamed when writer_finish succeeds; an old one keeps its
 * permissions, a new one gets those of the umask, and a link is followed. Anything else, such as
 * /dev/full, a FIFO or the standard output itself, is written straight through. On failure returns
 * false with the fault set; then nothing is to be released and the writer must not be used. */
bool writer_to_file(struct writer *writer, const char *path, struct fault *fault);

void writer_write(struct writer *writer, struct span text);
void writer_text(struct writer *writer, const char *text);
void writer_byte(struct writer *writer, char byte);

/* Writes `byte` `count` times. */
void writer_repeat(struct writer *writer, char byte, size_t count);

/* Writes decimal digits without separators. */
void writer_number(struct writer *writer, uint64_t number);

/* Writes like printf, for numbers and short texts: at most 255 bytes, the rest is cut. */
void writer_format(struct writer *writer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* True after a failure, when going on is of no use. */
bool writer_failed(const struct writer *writer);

/* Writes the buffered bytes now. */
void writer_flush(struct writer *writer);

/* Flushes, makes the file durable and renames it. If anything has failed, returns false with the
 * first fault; then the temporary file is gone and an old file is unchanged. Releases everything.
 */
bool writer_finish(struct writer *writer, struct fault *fault);

/* Drops the buffered bytes and removes the temporary file, after a failure elsewhere. */
void writer_abandon(struct writer *writer);

#endif
