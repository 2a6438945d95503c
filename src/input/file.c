#include "input/file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "input/nest.h"
#include "input/stamp.h"

struct file {
    int descriptor;
    bool is_at_end;
    char problem[128]; /* "" while there is none */
};

static size_t read_file(void *context, char *bytes, size_t capacity)
{
    struct file *file = context;
    if (file->is_at_end)
        return 0;
    ssize_t got;
    do {
        got = read(file->descriptor, bytes, capacity);
    } while (got < 0 && errno == EINTR);
    if (got < 0)
        snprintf(file->problem, sizeof file->problem, "cannot read: %s", strerror(errno));
    file->is_at_end = got <= 0;
    return got > 0 ? (size_t)got : 0;
}

static const char *problem_of(void *context)
{
    const struct file *file = context;
    return file->problem[0] ? file->problem : NULL;
}

bool file_read(struct reading *reading, int descriptor, struct span member, bool named_directly,
               struct fault *fault)
{
    struct file file = {.descriptor = descriptor};
    struct nest_start start = {.bytes = {read_file, problem_of, &file},
                               .file = -1,
                               .member = member,
                               .named_directly = named_directly};
    struct stat status;
    if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
        /* What another process has read of standard input already is not ours: then no seeking. */
        bool is_at_start = lseek(descriptor, 0, SEEK_CUR) == 0;
        start.file = is_at_start ? descriptor : -1;
        start.modified = stamp_of_seconds(status.st_mtim.tv_sec);
    }
    return nest_read(reading, &start, fault);
}
