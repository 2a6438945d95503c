#include "input/fd_reader.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool became_shorter(const struct fd_reader *file)
{
    struct stat status;
    return file->length > 0 && fstat(file->descriptor, &status) == 0 &&
           status.st_size < file->length;
}

/* Waits if the descriptor does not block: its flags belong to whoever shares it. */
static bool may_read_again(int descriptor)
{
    struct pollfd waited = {.fd = descriptor, .events = POLLIN};
    if (errno == EINTR)
        return true;
    return (errno == EAGAIN || errno == EWOULDBLOCK) &&
           (poll(&waited, 1, -1) >= 0 || errno == EINTR);
}

static size_t read_file(void *context, char *bytes, size_t capacity)
{
    struct fd_reader *file = context;
    if (file->is_at_end)
        return 0;
    ssize_t got;
    do {
        got = read(file->descriptor, bytes, capacity);
    } while (got < 0 && may_read_again(file->descriptor));
    if (got < 0)
        snprintf(file->problem, sizeof file->problem, "cannot read: %s", strerror(errno));
    else if (got == 0 && became_shorter(file))
        snprintf(file->problem, sizeof file->problem, "the file became shorter while it was read");
    file->is_at_end = got <= 0;
    return got > 0 ? (size_t)got : 0;
}

static const char *problem_of(void *context)
{
    const struct fd_reader *file = context;
    return file->problem[0] ? file->problem : NULL;
}

struct byte_reader fd_reader_start(struct fd_reader *file)
{
    return (struct byte_reader){.read = read_file, .problem = problem_of, .context = file};
}
