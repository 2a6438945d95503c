#include "input/log_start.h"

#include <stddef.h>
#include <string.h>

/* So many bytes in a row that a text may have are a text; fewer at the end of the stream. Random
 * bytes have one in ten that it may not. */
enum { TEXT_BYTES = 256, LAST_TEXT_BYTES = 64 };

/* Lengths of the text at the end of the bytes scanned so far, read in each of the three ways. */
struct text_runs {
    size_t eight_bit;
    size_t little_endian;
    size_t big_endian;
};

static bool is_text_byte(unsigned char byte)
{
    return byte >= 0x20 ? byte != 0x7F : byte == '\t' || byte == '\n' || byte == '\r';
}

static bool is_ascii_text(unsigned char byte)
{
    return byte < 0x80 && is_text_byte(byte);
}

/* Adds two bytes, the second of which may be missing. */
static void add_unit(struct text_runs *runs, const unsigned char *unit, size_t length)
{
    for (size_t i = 0; i < length; i++)
        runs->eight_bit = is_text_byte(unit[i]) ? runs->eight_bit + 1 : 0;
    bool is_little = length == 2 && unit[1] == 0 && is_ascii_text(unit[0]);
    bool is_big = length == 2 && unit[0] == 0 && is_ascii_text(unit[1]);
    runs->little_endian = is_little ? runs->little_endian + 2 : 0;
    runs->big_endian = is_big ? runs->big_endian + 2 : 0;
}

static size_t longest(const struct text_runs *runs)
{
    size_t wide = runs->little_endian > runs->big_endian ? runs->little_endian : runs->big_endian;
    return runs->eight_bit > wide ? runs->eight_bit : wide;
}

/* Scans a block up to where a run is long enough to be a text, or to its end. */
static size_t find_end_of_run(struct text_runs *runs, const char *block, size_t length)
{
    size_t at = 0;
    while (at < length && longest(runs) < TEXT_BYTES) {
        size_t unit_bytes = at + 1 < length ? 2 : 1;
        add_unit(runs, (const unsigned char *)block + at, unit_bytes);
        at += unit_bytes;
    }
    return at;
}

bool log_start_find(struct log_start *start, struct byte_reader bytes)
{
    static const char nuls[LOG_START_BLOCK_BYTES];
    struct text_runs runs = {0};
    uint64_t offset = 0; /* of the block */
    uint64_t rubbish_bytes = 0;
    char *block = start->bytes + LOG_START_BLOCK_BYTES;
    while (offset < LOG_START_SEARCH_BYTES && rubbish_bytes < LOG_START_RUBBISH_BYTES) {
        size_t length = byte_reader_fill(&bytes, block, LOG_START_BLOCK_BYTES);
        bool is_last = length < LOG_START_BLOCK_BYTES;
        bool is_nul = memcmp(block, nuls, length) == 0;
        if (is_nul)
            runs = (struct text_runs){0};
        size_t at = is_nul ? length : find_end_of_run(&runs, block, length);
        size_t run = longest(&runs);
        if (run >= (size_t)(is_last && at == length ? LAST_TEXT_BYTES : TEXT_BYTES)) {
            start->skipped_bytes = offset + at - run;
            start->text =
                (struct span_reader){.rest = {block + at - run, length - at + run}, .after = bytes};
            return true;
        }
        if (is_last)
            return false;
        memcpy(start->bytes, block, LOG_START_BLOCK_BYTES);
        offset += length;
        rubbish_bytes += is_nul ? 0 : length;
    }
    return false;
}

struct byte_reader log_start_reader(struct log_start *start)
{
    return span_reader_start(&start->text);
}
