#include "input/archive/random_access.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static ptrdiff_t copy_bytes(struct span from, uint64_t offset, char *bytes, size_t capacity)
{
    if (offset >= from.length)
        return 0;
    size_t left = from.length - (size_t)offset;
    size_t length = left < capacity ? left : capacity;
    memcpy(bytes, from.bytes + offset, length);
    return (ptrdiff_t)length;
}

ptrdiff_t random_access_read(const struct random_access *input, uint64_t offset, char *bytes,
                             size_t capacity)
{
    if (input->file < 0)
        return copy_bytes(input->bytes, offset, bytes, capacity);
    ssize_t got;
    do {
        got = pread(input->file, bytes, capacity, (off_t)offset);
    } while (got < 0 && errno == EINTR);
    return got;
}

uint64_t random_access_length(const struct random_access *input)
{
    struct stat status;
    if (input->file < 0)
        return input->bytes.length;
    return fstat(input->file, &status) == 0 ? (uint64_t)status.st_size : 0;
}
