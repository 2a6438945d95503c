#include "input/archive/archive_input.h"

#include <string.h>

static char *block_of(struct archive_input *input)
{
    return input->bytes + ARCHIVE_INPUT_TAIL_BYTES;
}

static void count_zeros(struct archive_input *input, struct span block)
{
    size_t zeros = 0;
    while (zeros < block.length && block.bytes[block.length - 1 - zeros] == '\0')
        zeros++;
    input->zero_bytes = zeros == block.length ? input->zero_bytes + zeros : zeros;
}

struct span archive_input_next_block(struct archive_input *input)
{
    char tail[ARCHIVE_INPUT_TAIL_BYTES];
    memcpy(tail, input->bytes + input->length, sizeof tail);
    char *block = block_of(input);
    memmove(block, block + input->length, input->ahead_length);
    size_t got = input->ahead_length;
    got += byte_reader_fill(&input->reader, block + got,
                            ARCHIVE_INPUT_BYTES + ARCHIVE_INPUT_AHEAD_BYTES - got);
    input->has_no_more = got == 0;
    if (got == 0)
        return (struct span){block, 0};
    memcpy(input->bytes, tail, sizeof tail);
    input->offset += input->length;
    input->length = got < ARCHIVE_INPUT_BYTES ? got : ARCHIVE_INPUT_BYTES;
    input->ahead_length = got - input->length;
    count_zeros(input, (struct span){block, input->length});
    return (struct span){block, input->length};
}

const char *archive_input_problem(const struct archive_input *input)
{
    return input->has_no_more ? input->reader.problem(input->reader.context) : NULL;
}

/* Returns the position of the first byte that is buffered. */
static uint64_t first_buffered(const struct archive_input *input)
{
    return input->offset > ARCHIVE_INPUT_TAIL_BYTES ? input->offset - ARCHIVE_INPUT_TAIL_BYTES : 0;
}

bool archive_input_find(const struct archive_input *input, uint64_t from, uint64_t to,
                        struct span wanted, uint64_t *at)
{
    if (from < first_buffered(input) || to > input->offset + input->length || from > to)
        return false;
    const char *start = input->bytes + ARCHIVE_INPUT_TAIL_BYTES + from - input->offset;
    struct span between = {start, (size_t)(to - from)};
    size_t found = span_find(between, wanted);
    *at = from + found;
    return found < between.length;
}

struct span archive_input_ahead(const struct archive_input *input, uint64_t position)
{
    uint64_t end = input->offset + input->length + input->ahead_length;
    if (position < input->offset || position > end)
        return (struct span){0};
    size_t left = (size_t)(end - position);
    return (struct span){input->bytes + ARCHIVE_INPUT_TAIL_BYTES + (position - input->offset),
                         left < ARCHIVE_INPUT_AHEAD_BYTES ? left : ARCHIVE_INPUT_AHEAD_BYTES};
}

static size_t read_rest(void *context, char *bytes, size_t capacity)
{
    struct archive_input *input = context;
    uint64_t end = input->offset + input->length + input->ahead_length;
    size_t length = 0;
    if (input->rest_position < end) {
        uint64_t left = end - input->rest_position;
        length = left < capacity ? (size_t)left : capacity;
        memcpy(bytes, block_of(input) + input->length + input->ahead_length - left, length);
    } else if (!input->has_no_more) {
        length = input->reader.read(input->reader.context, bytes, capacity);
        input->has_no_more = length == 0;
    }
    input->rest_position += length;
    return length;
}

static const char *problem_of(void *context)
{
    return archive_input_problem(context);
}

struct byte_reader archive_input_rest(struct archive_input *input, uint64_t position)
{
    uint64_t first = first_buffered(input);
    input->rest_position = position < first ? first : position;
    return (struct byte_reader){read_rest, problem_of, input};
}
