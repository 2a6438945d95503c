#include "input/archive/archive_member_reader.h"

#include <string.h>

#include "input/archive/archive_private.h"

enum { RETRY_COUNT = 8 };

/* Gets the next block of the member from libarchive. */
static void next_block(struct archive_reader *reader)
{
    const void *bytes = NULL;
    size_t length = 0;
    la_int64_t offset = reader->position;
    int result = archive_read_data_block(reader->archive, &bytes, &length, &offset);
    for (int i = 0; i < RETRY_COUNT && result == ARCHIVE_RETRY; i++)
        result = archive_read_data_block(reader->archive, &bytes, &length, &offset);
    if (result < ARCHIVE_OK)
        archive_reader_note_problem(reader, reader->member_problem);
    reader->has_stream_ended = result == ARCHIVE_EOF && content_type_is_single(reader->content);
    reader->is_member_exhausted = result != ARCHIVE_OK;
    reader->is_exhausted = result == ARCHIVE_FATAL;
    if (reader->is_exhausted)
        memcpy(reader->problem, reader->member_problem, sizeof reader->problem);
    /* With a warning (wrong checksum or size) comes the last block. */
    bool has_block = (result == ARCHIVE_OK || result == ARCHIVE_WARN) && bytes != NULL;
    reader->block = has_block ? (struct span){bytes, length} : (struct span){0};
    reader->block_offset = offset > reader->position ? offset : reader->position;
}

static size_t read_member(void *context, char *bytes, size_t capacity)
{
    struct archive_reader *reader = context;
    while (reader->block.length == 0 && !reader->is_member_exhausted)
        next_block(reader);
    if (reader->block.length == 0)
        return 0;
    /* A hole in a sparse member reads as NULs. */
    uint64_t hole_bytes = (uint64_t)(reader->block_offset - reader->position);
    bool is_hole = hole_bytes > 0;
    size_t available = is_hole && hole_bytes < SIZE_MAX ? (size_t)hole_bytes : reader->block.length;
    size_t length = available < capacity ? available : capacity;
    if (is_hole) {
        memset(bytes, 0, length);
    } else {
        memcpy(bytes, reader->block.bytes, length);
        reader->block = span_slice(reader->block, length, reader->block.length);
        reader->block_offset += (int64_t)length;
    }
    reader->position += (int64_t)length;
    return length;
}

static const char *problem_of(void *context)
{
    const struct archive_reader *reader = context;
    return reader->member_problem[0] ? reader->member_problem : NULL;
}

struct byte_reader archive_member_reader_of(struct archive_reader *reader)
{
    return (struct byte_reader){read_member, problem_of, reader};
}
