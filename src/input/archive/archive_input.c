#include "input/archive/archive_input.h"

#include <string.h>

static char *block_of(struct archive_input *packed)
{
    return packed->bytes + ARCHIVE_INPUT_KEPT_BYTES;
}

static void count_zeros(struct archive_input *packed, struct span block)
{
    size_t zeros = 0;
    while (zeros < block.length && block.bytes[block.length - 1 - zeros] == '\0')
        zeros++;
    packed->zero_bytes = zeros == block.length ? packed->zero_bytes + zeros : zeros;
}

struct span archive_input_next_block(struct archive_input *packed)
{
    char kept[ARCHIVE_INPUT_KEPT_BYTES];
    memcpy(kept, packed->bytes + packed->length, sizeof kept);
    char *block = block_of(packed);
    size_t got = byte_reader_fill(&packed->reader, block, ARCHIVE_INPUT_BYTES);
    packed->has_no_more = got == 0;
    if (got == 0)
        return (struct span){block, 0};
    memcpy(packed->bytes, kept, sizeof kept);
    packed->offset += packed->length;
    packed->length = got;
    count_zeros(packed, (struct span){block, got});
    return (struct span){block, got};
}

const char *archive_input_problem(const struct archive_input *packed)
{
    return packed->has_no_more ? packed->reader.problem(packed->reader.context) : NULL;
}

/* The position of the first byte that is held. */
static uint64_t first_held(const struct archive_input *packed)
{
    return packed->offset > ARCHIVE_INPUT_KEPT_BYTES ? packed->offset - ARCHIVE_INPUT_KEPT_BYTES
                                                     : 0;
}

bool archive_input_find(const struct archive_input *packed, uint64_t from, uint64_t to,
                        struct span wanted, uint64_t *at)
{
    if (from < first_held(packed) || to > packed->offset + packed->length || from > to)
        return false;
    const char *start = packed->bytes + ARCHIVE_INPUT_KEPT_BYTES + from - packed->offset;
    struct span between = {start, (size_t)(to - from)};
    size_t found = span_find(between, wanted);
    *at = from + found;
    return found < between.length;
}

static size_t read_rest(void *context, char *bytes, size_t capacity)
{
    struct archive_input *packed = context;
    uint64_t end = packed->offset + packed->length;
    size_t length = 0;
    if (packed->rest_position < end) {
        uint64_t left = end - packed->rest_position;
        length = left < capacity ? (size_t)left : capacity;
        memcpy(bytes, block_of(packed) + packed->length - left, length);
    } else if (!packed->has_no_more) {
        length = packed->reader.read(packed->reader.context, bytes, capacity);
        packed->has_no_more = length == 0;
    }
    packed->rest_position += length;
    return length;
}

static const char *problem_of(void *context)
{
    return archive_input_problem(context);
}

struct byte_reader archive_input_rest(struct archive_input *packed, uint64_t position)
{
    uint64_t first = first_held(packed);
    packed->rest_position = position < first ? first : position;
    return (struct byte_reader){read_rest, problem_of, packed};
}
