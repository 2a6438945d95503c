#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/little_endian.h"
#include "input/evtx/binary_xml.h"
#include "input/evtx/evtx_chunk.h"
#include "support/evtx_log.h"

/* The chunk of one record, and where the parts of that are. */
struct sample {
    struct buffer log;
    unsigned char *chunk;
    size_t start, end; /* of the binary XML */
    size_t definition, count, values;
};

static struct sample make_sample(const char *data)
{
    struct evtx_event event = {"disk", 7, "SRV-FILE01", data};
    struct sample sample = {.log = evtx_log_make(&event, 1, 1)};
    sample.chunk = (unsigned char *)sample.log.bytes + EVTX_FILE_HEADER_BYTES;
    unsigned char *record = sample.chunk + EVTX_CHUNK_HEADER_BYTES;
    sample.start = EVTX_CHUNK_HEADER_BYTES + EVTX_RECORD_HEADER_BYTES;
    sample.end = EVTX_CHUNK_HEADER_BYTES + little_endian_32(record + 4) - 4;
    sample.definition = sample.start + 14;
    sample.count = sample.definition + 24 + little_endian_32(sample.chunk + sample.definition + 20);
    sample.values = sample.count + 4 + 4 * little_endian_32(sample.chunk + sample.count);
    return sample;
}

static bool is_sound(const struct sample *sample)
{
    uint64_t text_bytes = 0;
    bool is_sound = binary_xml_is_sound((struct span){(char *)sample->chunk, EVTX_CHUNK_BYTES},
                                        sample->start, sample->end, &text_bytes);
    cr_assert(eq(int, is_sound, text_bytes > 0));
    return is_sound;
}

Test(input_binary_xml, is_sound_only_when_it_is_whole)
{
    struct sample sample = make_sample("a text");
    size_t text_end = sample.end;
    cr_assert(is_sound(&sample));
    while (sample.chunk[text_end - 1] == 0)
        text_end--;
    for (sample.end = sample.start; sample.end < text_end; sample.end++)
        cr_assert(not(is_sound(&sample)), "cut at %zu", sample.end);
    buffer_release(&sample.log);
}

Test(input_binary_xml, is_not_sound_with_references_and_counts_that_lead_out)
{
    struct sample place = make_sample("a text");
    const struct {
        const char *what;
        size_t at;
        uint32_t number;
    } rows[] = {
        {"definition after its use", place.start + 10, (uint32_t)place.values},
        {"definition outside of the chunk", place.start + 10, 0xFFFFFFF0},
        {"definition where there is none", place.start + 10, 8},
        {"length of the definition", place.definition + 20, 0x7FFFFFFF},
        {"count of values", place.count, 0x3FFFFFFF},
        {"count of more values than there are", place.count, 900},
        {"length of a value", place.count + 4, 0x0001FFFF},
        {"length of a number", place.count + 8, 0x00060003},
        {"length of the element", place.definition + 24 + 4 + 3, 0x7FFFFFFF},
        {"name of the element", place.definition + 24 + 4 + 7, 0xFFF0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct sample sample = make_sample("a text");
        little_endian_store_32(sample.chunk + rows[i].at, rows[i].number);
        cr_assert(not(is_sound(&sample)), "%s", rows[i].what);
        buffer_release(&sample.log);
    }
    buffer_release(&place.log);
}

/* The last value becomes a template instance that uses the definition which it is used in. */
Test(input_binary_xml, is_not_sound_if_it_contains_itself)
{
    struct sample sample = make_sample("0123456789");
    size_t descriptor = sample.count + 4 + 4 * 6;
    size_t value = sample.end;
    while (memcmp(sample.chunk + value, "0\0001\0002\0", 6) != 0)
        value--;
    memcpy(sample.chunk + value, "\x0C\1\0\0\0\0", 6);
    little_endian_store_32(sample.chunk + value + 6, (uint32_t)sample.definition);
    little_endian_store_32(sample.chunk + value + 10, 0);
    sample.chunk[descriptor + 2] = 0x21;
    cr_assert(not(is_sound(&sample)));
    buffer_release(&sample.log);
}
