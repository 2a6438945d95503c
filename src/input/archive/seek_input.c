#include "input/archive/seek_input.h"

#include <errno.h>
#include <string.h>

static la_ssize_t read_block(struct archive *archive, void *context, const void **bytes)
{
    struct seek_input *input = context;
    ptrdiff_t got = random_access_read(&input->bytes, (uint64_t)input->position, input->block,
                                       sizeof input->block);
    *bytes = input->block;
    if (got < 0)
        archive_set_error(archive, errno, "cannot read: %s", strerror(errno));
    input->position += got > 0 ? got : 0;
    return got;
}

/* A position after the end is allowed, and nothing can be read there, as in a file. */
static la_int64_t seek(struct archive *archive, void *context, la_int64_t offset, int whence)
{
    struct seek_input *input = context;
    int64_t from = 0;
    int64_t position;
    (void)archive;
    if (whence != SEEK_SET)
        from = whence == SEEK_CUR ? input->position : (int64_t)random_access_length(&input->bytes);
    if (__builtin_add_overflow(from, offset, &position) || position < 0)
        return ARCHIVE_FATAL;
    input->position = position;
    return position;
}

int seek_input_open_archive(struct archive *archive, archive_read_callback *read, void *context)
{
    archive_read_set_read_callback(archive, read);
    int result = archive_read_set_callback_data(archive, context);
    return result < ARCHIVE_WARN ? result : archive_read_open1(archive);
}

int seek_input_open(struct seek_input *input, struct archive *archive)
{
    archive_read_set_seek_callback(archive, seek);
    return seek_input_open_archive(archive, read_block, input);
}
