#include "input/line_stage_reader.h"

#include <string.h>

#include "base/memory.h"

bool line_stage_reader_open(struct line_stage_reader *reader, struct chunker *chunker,
                            const struct raw_chunk *head, const struct line_stages *stages,
                            const struct limits *limits, struct fault *fault)
{
    *reader = (struct line_stage_reader){.chunker = chunker, .limits = limits, .stages = *stages};
    reader->output = &reader->lines[0];
    reader->chunk = *head;
    reader->chunk.bytes = memory_allocate(head->capacity, 1, fault);
    if (reader->chunk.bytes == NULL)
        return false;
    memcpy(reader->chunk.bytes, head->bytes, head->length);
    return true;
}

void line_stage_reader_close(struct line_stage_reader *reader)
{
    memory_free(reader->chunk.bytes);
    decoder_release(&reader->decoder);
    buffer_release(&reader->lines[0]);
    buffer_release(&reader->lines[1]);
    *reader = (struct line_stage_reader){0};
}

struct decoding line_stage_reader_take_decoding(struct line_stage_reader *reader)
{
    struct decoding decoding = reader->decoding;
    reader->decoding = (struct decoding){0};
    return decoding;
}

/* Feeds lines that end with LF, those of the stage before. */
static bool feed_lines(const struct line_stage *stage, struct span lines, struct buffer *out,
                       struct fault *fault)
{
    for (size_t at = 0; at < lines.length;) {
        struct span rest = span_slice(lines, at, lines.length);
        size_t length = span_find_byte(rest, '\n');
        if (!stage->feed(stage->context, span_slice(rest, 0, length), out, fault))
            return false;
        at += length + 1;
    }
    return true;
}

/* Feeds the lines of a decoded block. */
static bool feed_block(const struct line_stage *stage, const struct block *block,
                       struct buffer *out, struct fault *fault)
{
    for (size_t i = 0; i < block->line_count; i++) {
        const struct line *line = &block->lines[i];
        struct span text = span_slice(block->text, line->start, line->start + (size_t)line->length);
        if (!stage->feed(stage->context, text, out, fault))
            return false;
    }
    return true;
}

/* Takes the block, or nothing at the end of the log, through all stages. */
static bool run_stages(struct line_stage_reader *reader, const struct block *block)
{
    struct fault *fault = &reader->fault;
    struct buffer *input = &reader->lines[0];
    for (size_t i = 0; i < reader->stages.count; i++) {
        const struct line_stage *stage = &reader->stages.stages[i];
        struct buffer *output = &reader->lines[(i + 1) % 2];
        output->length = 0;
        bool done = i == 0 ? feed_block(stage, block, output, fault)
                           : feed_lines(stage, buffer_span(input), output, fault);
        if (!done ||
            (reader->is_at_end && stage->end != NULL && !stage->end(stage->context, output, fault)))
            return false;
        input = output;
    }
    reader->output = input;
    reader->position = 0;
    return true;
}

/* Decodes the chunk at hand, takes it through the stages and reads the next one. */
static bool convert_chunk(struct line_stage_reader *reader)
{
    struct block block = {.text = {.bytes = ""}};
    struct decoding decoding = {0};
    if (reader->chunk.length > 0 &&
        !decoder_decode(&reader->decoder, &reader->chunk, reader->limits, &block, &decoding,
                        &reader->fault))
        return false;
    reader->decoding.repaired_lines += decoding.repaired_lines;
    reader->decoding.cut_lines += decoding.cut_lines;
    reader->is_at_end = reader->chunk.length == 0;
    if (!run_stages(reader, &block))
        return false;
    if (!reader->is_at_end && !chunker_next(reader->chunker, &reader->chunk, &reader->fault))
        reader->chunk.length = 0;
    return reader->fault.kind == FAULT_NONE;
}

static size_t read_lines(void *context, char *bytes, size_t capacity)
{
    struct line_stage_reader *reader = context;
    while (reader->position == reader->output->length) {
        if (reader->is_at_end || !convert_chunk(reader)) {
            reader->is_at_end = true;
            return 0;
        }
    }
    size_t left = reader->output->length - reader->position;
    size_t length = left < capacity ? left : capacity;
    memcpy(bytes, reader->output->bytes + reader->position, length);
    reader->position += length;
    return length;
}

struct byte_reader line_stage_reader_bytes(struct line_stage_reader *reader)
{
    return (struct byte_reader){
        .read = read_lines, .problem = byte_reader_no_problem, .context = reader};
}
