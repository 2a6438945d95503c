#include "support/structured_events.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "input/structured/structured_reader.h"

#define TITLE(text, its_cell, its_rank)                                                            \
    {                                                                                              \
        .name = {text, sizeof(text) - 1}, .cell = its_cell, .rank = its_rank                       \
    }

static struct record_title titles[] = {
    TITLE("Provider Name", 0, 0),
    TITLE("ProviderName", 0, 1),
    TITLE("EventID", 1, 0),
    TITLE("Id", 1, 1),
    TITLE("Level", 2, 0),
    TITLE("LevelDisplayName", 2, 1),
    TITLE("TimeCreated SystemTime", 3, 0),
    TITLE("TimeCreated", 3, 1),
    TITLE("TimeCreated.value", 3, 2),
    TITLE("TimeCreated.DateTime", 3, 3),
    TITLE("JobStatus.StartTime", 3, 4),
    TITLE("Computer", 4, 0),
    TITLE("MachineName", 4, 1),
    TITLE("RenderingInfo Message", 5, 0),
    TITLE("Message", 5, 1),
    TITLE("JobStatus.JobState", 5, 2),
    TITLE("EventData", 5, 3),
};

static const struct record_titles events = {.dialect = {"ev", 2},
                                            .titles = titles,
                                            .title_count = sizeof titles / sizeof *titles,
                                            .cell_count = 6,
                                            .needs = {1 << 5 | 1 << 1},
                                            .need_count = 1,
                                            .text_cell = 5};

char *structured_events_read(struct span text)
{
    const struct record_titles *const dialects[] = {&events};
    struct title_index index = {0};
    struct buffer out = {0};
    struct fault fault = {0};
    cr_assert(title_index_build(&index, dialects, 1, &fault));
    struct structured_reader *reader = structured_reader_open(&index, &fault);
    while (text.length > 0) {
        size_t end = span_find_byte(text, '\n');
        cr_assert(structured_reader_feed(reader, span_slice(text, 0, end), &out, &fault));
        end += end < text.length;
        text = span_slice(text, end, text.length);
    }
    cr_assert(structured_reader_end(reader, &out, &fault));
    cr_assert(buffer_append_byte(&out, '\0', &fault));
    structured_reader_close(reader);
    title_index_release(&index);
    for (size_t i = 0; i < out.length; i++)
        out.bytes[i] = out.bytes[i] == '\x1d' ? '@' : out.bytes[i] == '\t' ? '|' : out.bytes[i];
    return out.bytes;
}

void structured_events_expect(const char *text, const char *expected)
{
    char *actual = structured_events_read(span_of(text));
    cr_assert(eq(str, actual, (char *)expected), "%s", text);
    memory_free(actual);
}
