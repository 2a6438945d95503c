#include "input/file.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/datetime.h"
#include "base/span_reader.h"
#include "input/container_walk.h"
#include "input/fd_reader.h"

bool file_read(struct source_state *state, int descriptor, struct span member, bool named_directly,
               struct fault *fault)
{
    struct fd_reader file = {.descriptor = descriptor};
    struct random_access random_access = {.file = descriptor};
    struct walk_start start = {
        .bytes = fd_reader_start(&file), .member = member, .named_directly = named_directly};
    struct stat status;
    if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
        /* Bytes before the current position (another process may have read them from standard
         * input) are not part of the source: then it is read as a stream. */
        bool is_at_start = lseek(descriptor, 0, SEEK_CUR) == 0;
        start.random_access = is_at_start ? &random_access : NULL;
        file.length = status.st_size;
        start.modified = datetime_of_unix(status.st_mtim.tv_sec);
    }
    return container_walk_read(state, &start, fault);
}

bool file_read_bytes(struct source_state *state, struct span bytes, struct fault *fault)
{
    struct span_reader memory = {.rest = bytes};
    struct random_access random_access = {.file = -1, .bytes = bytes};
    struct walk_start start = {.bytes = span_reader_start(&memory),
                               .random_access = &random_access,
                               .member = span_of(""),
                               .named_directly = true};
    return container_walk_read(state, &start, fault);
}
