#include "input/file.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/datetime.h"
#include "input/container_walk.h"
#include "input/fd_reader.h"

bool file_read(struct source_state *reading, int descriptor, struct span member,
               bool named_directly, struct fault *fault)
{
    struct fd_reader file = {.descriptor = descriptor};
    struct walk_start start = {.bytes = fd_reader_start(&file),
                               .file = -1,
                               .member = member,
                               .named_directly = named_directly};
    struct stat status;
    if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
        /* What another process has read of standard input already is not ours: then no seeking. */
        bool is_at_start = lseek(descriptor, 0, SEEK_CUR) == 0;
        start.file = is_at_start ? descriptor : -1;
        file.length = status.st_size;
        start.modified = datetime_of_unix(status.st_mtim.tv_sec);
    }
    return container_walk_read(reading, &start, fault);
}
