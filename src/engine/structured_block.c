#include "engine/structured_block.h"

#include "base/memory.h"
#include "input/encoding/line_index.h"
#include "input/structured/record_titles.h"

void structured_block_release(struct structured_block *structured)
{
    buffer_release(&structured->text);
    memory_free(structured->lines);
    *structured = (struct structured_block){0};
}

static struct span line_of(const struct block *block, size_t index)
{
    const struct line *line = &block->lines[index];
    return span_slice(block->text, line->start, (size_t)line->start + line->length);
}

static bool feed_block(struct structured_reader *reader, const struct block *block,
                       struct buffer *out, struct fault *fault)
{
    for (size_t i = 0; i < block->line_count; i++)
        if (!structured_reader_feed(reader, line_of(block, i), out, fault))
            return false;
    return structured_reader_end(reader, out, fault);
}

static bool holds_records(const struct block *block)
{
    for (size_t i = 0; i < block->line_count; i++)
        if (record_titles_is_marked(line_of(block, i)))
            return true;
    return false;
}

bool structured_block_read(struct structured_block *structured, const struct title_index *index,
                           struct record_border border, uint64_t max_line_bytes,
                           const struct block *block, struct block *read, bool *has_records,
                           struct fault *fault)
{
    *has_records = false;
    structured->text.length = 0;
    struct structured_reader *reader = structured_reader_open(index, fault);
    if (reader != NULL)
        structured_reader_set_border(reader, border);
    bool done = reader != NULL && feed_block(reader, block, &structured->text, fault);
    structured_reader_close(reader);
    struct line_index lines = {.lines = &structured->lines, .capacity = &structured->line_capacity};
    if (!done || !line_index_find(buffer_span(&structured->text), max_line_bytes, &lines, fault))
        return false;
    *read = (struct block){.text = buffer_span(&structured->text),
                           .lines = structured->lines,
                           .line_count = lines.count,
                           .hosts = block->hosts};
    *has_records = holds_records(read);
    return true;
}
