#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "input/log_start.h"
#include "support/memory_reader.h"

enum { HEAD_BYTES = 40000, TEXT_BYTES = 20000 };

struct row {
    size_t head_bytes;
    size_t text_bytes;
    char filler; /* of the head */
    bool is_wide;
    bool is_found;
};

static const struct row rows[] = {
    {4096, 1000, '\0', false, true},   {4097, 1000, '\0', false, true},
    {1, 256, '\1', false, true},       {16384, 300, '\0', false, true},
    {16383, 64, '\2', false, true},    {40000, TEXT_BYTES, '\x7F', false, true},
    {4096, 63, '\0', false, false},    {4096, 0, '\0', false, false},
    {8192, 1000, '\0', true, true},    {16380, 1000, '\0', true, true},
    {0, TEXT_BYTES, '\0', false, true}};

static size_t fill(const struct row *row, char *bytes)
{
    memset(bytes, row->filler, row->head_bytes);
    for (size_t i = 0; i < row->text_bytes; i++)
        bytes[row->head_bytes + i] =
            row->is_wide && i % 2 == 1 ? '\0' : "a line of a log\r\n"[i % 17];
    return row->head_bytes + row->text_bytes;
}

Test(input_log_start, text_is_found_at_its_first_byte_and_read_to_its_end)
{
    static char bytes[HEAD_BYTES + TEXT_BYTES];
    static char text[HEAD_BYTES + TEXT_BYTES];
    static struct log_start start;
    static const size_t steps[] = {0, 1, 4095, 16384};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (size_t k = 0; k < sizeof steps / sizeof *steps; k++) {
            const struct row *row = &rows[i];
            struct memory_reader memory = {.bytes = {bytes, fill(row, bytes)}, .step = steps[k]};
            start = (struct log_start){0};
            bool is_found = log_start_find(&start, memory_reader_open(&memory));
            cr_assert(eq(int, is_found, row->is_found), "%zu", i);
            if (!is_found)
                continue;
            struct byte_reader reader = log_start_reader(&start);
            size_t length = byte_reader_fill(&reader, text, sizeof text);
            cr_assert(eq(ulong, start.skipped_bytes, row->head_bytes), "%zu", i);
            cr_assert(eq(sz, length, row->text_bytes), "%zu", i);
            cr_assert(memcmp(text, bytes + row->head_bytes, length) == 0, "%zu", i);
        }
}

Test(input_log_start, rubbish_is_no_text)
{
    static char bytes[HEAD_BYTES];
    static struct log_start start;
    srand(1);
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(rand() >> 7);
    bytes[sizeof bytes - 1] = '\0';
    struct memory_reader memory = {.bytes = {bytes, sizeof bytes}};
    start = (struct log_start){0};
    cr_assert(not(log_start_find(&start, memory_reader_open(&memory))));
}
