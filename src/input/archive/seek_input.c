#include "input/archive/seek_input.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static la_ssize_t read_block(struct archive *archive, void *context, const void **bytes)
{
    struct seek_input *seekable = context;
    ssize_t got;
    *bytes = seekable->block;
    if (seekable->file < 0) {
        size_t length = seekable->bytes.length;
        size_t start = (uint64_t)seekable->position < length ? (size_t)seekable->position : length;
        size_t left = length - start;
        *bytes = seekable->bytes.bytes + start;
        got = (ssize_t)(left < SEEK_INPUT_BLOCK_BYTES ? left : SEEK_INPUT_BLOCK_BYTES);
    } else {
        do {
            got =
                pread(seekable->file, seekable->block, sizeof seekable->block, seekable->position);
        } while (got < 0 && errno == EINTR);
        if (got < 0)
            archive_set_error(archive, errno, "cannot read: %s", strerror(errno));
    }
    seekable->position += got > 0 ? got : 0;
    return got;
}

static int64_t length_of(const struct seek_input *seekable)
{
    struct stat status;
    if (seekable->file < 0)
        return (int64_t)seekable->bytes.length;
    return fstat(seekable->file, &status) == 0 ? status.st_size : 0;
}

/* Behind the end is a place where nothing can be read, as in a file. */
static la_int64_t seek(struct archive *archive, void *context, la_int64_t offset, int whence)
{
    struct seek_input *seekable = context;
    int64_t from = 0;
    int64_t position;
    (void)archive;
    if (whence != SEEK_SET)
        from = whence == SEEK_CUR ? seekable->position : length_of(seekable);
    if (__builtin_add_overflow(from, offset, &position) || position < 0)
        return ARCHIVE_FATAL;
    seekable->position = position;
    return position;
}

int seek_input_open_archive(struct archive *archive, archive_read_callback *read, void *context)
{
    archive_read_set_read_callback(archive, read);
    int result = archive_read_set_callback_data(archive, context);
    return result < ARCHIVE_WARN ? result : archive_read_open1(archive);
}

int seek_input_open(struct seek_input *seekable, struct archive *archive)
{
    archive_read_set_seek_callback(archive, seek);
    return seek_input_open_archive(archive, read_block, seekable);
}
