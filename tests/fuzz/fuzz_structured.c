/* The structured reader and the line breaker: any text keeps the number of its lines, and stays
 * valid UTF-8; whatever the pieces that it is read in, the breaker gives the same bytes, and only
 * adds line ends. */
#include "fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "input/line_breaker.h"
#include "input/structured/structured_reader.h"
#include "support/memory_reader.h"
#include "text/utf8.h"

static struct record_title titles[] = {
    {{"Provider Name", 13}, 0, 0, false, false, false},
    {{"ProviderName", 12}, 0, 1, false, false, false},
    {{"EventID", 7}, 1, 0, false, false, false},
    {{"Event ID", 8}, 1, 1, false, false, false},
    {{"Id", 2}, 1, 2, false, false, false},
    {{"Level", 5}, 2, 0, false, false, false},
    {{"EventData", 9}, 3, 0, false, false, false},
    {{"Message", 7}, 3, 1, false, false, false},
    {{"Source", 6}, 0, 2, false, false, false},
};
static const struct record_titles events = {.dialect = {"ev", 2},
                                            .titles = titles,
                                            .title_count = sizeof titles / sizeof *titles,
                                            .cell_count = 4,
                                            .needs = {1 << 1},
                                            .need_count = 1,
                                            .text_cell = 3};

static size_t count_lines(struct span text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += text.bytes[i] == '\n';
    return count;
}

static void check_reader(struct span text)
{
    const struct record_titles *const dialects[] = {&events};
    struct title_index index = {0};
    struct buffer out = {0};
    struct fault fault = {0};
    size_t fed = 0;
    MUST_HOLD(title_index_build(&index, dialects, 1, &fault));
    struct structured_reader *reader = structured_reader_open(&index, &fault);
    for (struct span rest = text; rest.length > 0; fed++) {
        size_t end = span_find_byte(rest, '\n');
        char *line = fuzz_copy(span_slice(rest, 0, end));
        MUST_HOLD(structured_reader_feed(reader, (struct span){line, end}, &out, &fault));
        free(line);
        rest = span_slice(rest, end < rest.length ? end + 1 : end, rest.length);
    }
    MUST_HOLD(structured_reader_end(reader, &out, &fault));
    MUST_HOLD(fault.kind == FAULT_NONE && count_lines(buffer_span(&out)) == fed);
    MUST_HOLD(utf8_valid_length(buffer_span(&out)) == out.length);
    structured_reader_close(reader);
    title_index_release(&index);
    buffer_release(&out);
}

static struct buffer break_lines(struct span bytes, size_t step, size_t capacity)
{
    static struct line_breaker breaker;
    static char space[4096];
    struct buffer out = {0};
    struct memory_reader memory = {.bytes = bytes, .step = step};
    struct byte_reader reader = line_breaker_start(&breaker, memory_reader_open(&memory), NULL);
    for (size_t got = 1; got > 0;) {
        got = reader.read(reader.context, space, capacity);
        MUST_HOLD(got <= capacity);
        buffer_append(&out, (struct span){space, got}, NULL);
    }
    return out;
}

static void check_breaker(struct span bytes)
{
    struct buffer whole = break_lines(bytes, 0, 4096);
    struct buffer few = break_lines(bytes, 1 + fuzz_choice(bytes, 99), 1 + fuzz_choice(bytes, 77));
    MUST_HOLD(span_equals(buffer_span(&whole), buffer_span(&few)));
    size_t at = 0;
    for (size_t i = 0; i < whole.length; i++) {
        bool is_input = at < bytes.length && bytes.bytes[at] == whole.bytes[i];
        MUST_HOLD(is_input || whole.bytes[i] == '\n' || whole.bytes[i] == '\0');
        at += is_input;
    }
    MUST_HOLD(at == bytes.length);
    buffer_release(&whole);
    buffer_release(&few);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = fuzz_span(data, size);
    if (utf8_valid_length(bytes) == bytes.length)
        check_reader(bytes);
    check_breaker(bytes);
    return 0;
}
