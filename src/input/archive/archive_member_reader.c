/* The content of an archive's member, block by block. */
#include "input/archive/archive_reader.h"

#include <stdio.h>
#include <string.h>

#include "input/archive/archive_format.h"
#include "input/archive/archive_private.h"

enum { RETRY_COUNT = 8 };

/* Where a compressed stream ends, libarchive passes over what is behind it without a word. */
static void note_bytes_behind(struct archive_reader *unpack)
{
    const char *word = archive_format_word(unpack->content);
    if (byte_reader_has_more_than_padding(
            archive_input_rest(&unpack->packed, archive_reader_position(unpack))))
        snprintf(unpack->member_problem, sizeof unpack->member_problem,
                 "bytes after the %s data that are no %s data", word, word);
}

/* Asks libarchive for the next block of the member. */
static void next_block(struct archive_reader *unpack)
{
    const void *bytes = NULL;
    size_t length = 0;
    la_int64_t offset = unpack->position;
    int result = archive_read_data_block(unpack->archive, &bytes, &length, &offset);
    for (int i = 0; i < RETRY_COUNT && result == ARCHIVE_RETRY; i++)
        result = archive_read_data_block(unpack->archive, &bytes, &length, &offset);
    if (result < ARCHIVE_OK)
        archive_reader_note_problem(unpack, unpack->member_problem);
    else if (result == ARCHIVE_EOF && content_type_is_compressed(unpack->content))
        note_bytes_behind(unpack);
    unpack->is_member_over = result != ARCHIVE_OK;
    unpack->is_over = result == ARCHIVE_FATAL;
    if (unpack->is_over)
        memcpy(unpack->problem, unpack->member_problem, sizeof unpack->problem);
    /* With a warning (a wrong checksum or size) the last block comes along. */
    bool has_block = (result == ARCHIVE_OK || result == ARCHIVE_WARN) && bytes != NULL;
    unpack->block = has_block ? (struct span){bytes, length} : (struct span){0};
    unpack->block_offset = offset > unpack->position ? offset : unpack->position;
}

static size_t read_member(void *context, char *bytes, size_t capacity)
{
    struct archive_reader *unpack = context;
    while (unpack->block.length == 0 && !unpack->is_member_over)
        next_block(unpack);
    if (unpack->block.length == 0)
        return 0;
    /* A hole in a sparse member reads as NULs. */
    uint64_t hole_bytes = (uint64_t)(unpack->block_offset - unpack->position);
    bool is_hole = hole_bytes > 0;
    size_t available = is_hole && hole_bytes < SIZE_MAX ? (size_t)hole_bytes : unpack->block.length;
    size_t length = available < capacity ? available : capacity;
    if (is_hole) {
        memset(bytes, 0, length);
    } else {
        memcpy(bytes, unpack->block.bytes, length);
        unpack->block = span_slice(unpack->block, length, unpack->block.length);
        unpack->block_offset += (int64_t)length;
    }
    unpack->position += (int64_t)length;
    return length;
}

static const char *problem_of(void *context)
{
    const struct archive_reader *unpack = context;
    return unpack->member_problem[0] ? unpack->member_problem : NULL;
}

struct byte_reader archive_reader_member(struct archive_reader *unpack)
{
    return (struct byte_reader){read_member, problem_of, unpack};
}
