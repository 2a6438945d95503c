#define _GNU_SOURCE /* memfd_create */

#include "fuzz/memory_file.h"

#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz/fuzz.h"

struct memory_file memory_file_open(struct span content)
{
    struct memory_file file = {.descriptor = memfd_create("fuzz", 0)};
    MUST_HOLD(file.descriptor >= 0);
    MUST_HOLD(write(file.descriptor, content.bytes, content.length) == (ssize_t)content.length);
    snprintf(file.path, sizeof file.path, "/proc/self/fd/%d", file.descriptor);
    return file;
}

void memory_file_close(const struct memory_file *file)
{
    close(file->descriptor);
}
