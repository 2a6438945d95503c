#include "cli/line_stream.h"

#include <stdint.h>
#include <string.h>

#include "input/encoding/codepage.h"

enum { CHUNK_BYTES = 64 * 1024 };

/* Returns the code unit at `at`. */
static unsigned unit_at(const struct line_stream *stream, size_t at)
{
    const unsigned char *bytes = (const unsigned char *)stream->pending.bytes + at;
    size_t size = stream->encoding.unit_bytes;
    unsigned value = 0;
    for (size_t i = 0; i < size; i++)
        value = value << 8 | bytes[stream->encoding.is_big_endian ? i : size - 1 - i];
    return value;
}

/* Writes the text in the encoding of the input, or nothing where that cannot represent it. */
static void write_text(struct line_stream *stream)
{
    char encoded[4 * CODE_TEXT_BYTES];
    const struct encoding *encoding = &stream->encoding;
    if (encoding->form == ENCODING_UTF8 || encoding->form == ENCODING_UNDECIDED) {
        writer_write(stream->writer, buffer_span(&stream->text));
        return;
    }
    size_t length = codepage_transcode("UTF-8", encoding->name, buffer_span(&stream->text), encoded,
                                       sizeof encoded);
    if (length != SIZE_MAX)
        writer_write(stream->writer, (struct span){.bytes = encoded, .length = length});
}

/* Writes the raw line from `start` to `end`, its annotation, and its terminator up to `next`. */
static bool write_line(struct line_stream *stream, size_t start, size_t end, size_t next)
{
    struct span pending = buffer_span(&stream->pending);
    struct span raw = span_slice(pending, start, end);
    struct block block;
    struct decoding decoding = {0};
    encoding_decide(&stream->encoding, raw);
    struct raw_chunk chunk = {.bytes = stream->pending.bytes + start,
                              .length = raw.length,
                              .capacity = raw.length,
                              .encoding = stream->encoding};
    stream->text.length = 0;
    if (!stream->is_inside_long_line && raw.length > 0 &&
        (!decoder_decode(&stream->decoder, &chunk, &stream->limits, &block, &decoding,
                         stream->fault) ||
         !line_annotator_append(stream->annotator, &block, &stream->text, stream->fault)))
        return false;
    stream->has_long_lines |= decoding.cut_lines > 0;
    writer_write(stream->writer, raw);
    if (stream->text.length > 0)
        write_text(stream);
    writer_write(stream->writer, span_slice(pending, end, next));
    stream->is_inside_long_line = false;
    stream->encoding.mark_bytes = 0;
    return true;
}

/* Finds the end of the line at `start`: the line is [start, *end), the next one begins at `*next`.
 * False if the line is not complete yet. */
static bool find_line(const struct line_stream *stream, size_t start, bool is_at_end, size_t *end,
                      size_t *next)
{
    size_t unit = stream->encoding.unit_bytes;
    size_t length = stream->pending.length;
    for (size_t at = start; at + unit <= length; at += unit) {
        unsigned value = unit_at(stream, at);
        if (value != '\n' && value != '\r')
            continue;
        bool sees_next = at + 2 * unit <= length;
        if (value == '\r' && !sees_next && !is_at_end)
            return false; /* its line feed may still come */
        bool is_pair = value == '\r' && sees_next && unit_at(stream, at + unit) == '\n';
        *end = at;
        *next = at + (is_pair ? 2 * unit : unit);
        return true;
    }
    return false;
}

/* Writes the complete lines and keeps the rest; a line over the limit is passed on as it comes. */
static bool write_complete_lines(struct line_stream *stream, bool is_at_end)
{
    struct buffer *pending = &stream->pending;
    size_t start = 0;
    size_t end = 0;
    size_t next = 0;
    while (find_line(stream, start, is_at_end, &end, &next)) {
        if (!write_line(stream, start, end, next))
            return false;
        start = next;
    }
    if (pending->length - start > stream->limits.max_line_bytes) {
        size_t whole =
            (pending->length - start) / stream->encoding.unit_bytes * stream->encoding.unit_bytes;
        writer_write(stream->writer, span_slice(buffer_span(pending), start, start + whole));
        stream->is_inside_long_line = true;
        stream->has_long_lines = true;
        start += whole;
    }
    pending->length -= start;
    memmove(pending->bytes, pending->bytes + start, pending->length);
    return !is_at_end || pending->length == 0 ||
           write_line(stream, 0, pending->length, pending->length);
}

/* Reads until a chunk is full or the input ends. */
static bool read_chunk(struct line_stream *stream, struct byte_reader reader, bool *is_at_end)
{
    struct buffer *pending = &stream->pending;
    size_t read_bytes = 0;
    if (!buffer_reserve(pending, CHUNK_BYTES, stream->fault))
        return false;
    while (!*is_at_end && read_bytes < CHUNK_BYTES) {
        size_t count =
            reader.read(reader.context, pending->bytes + pending->length, CHUNK_BYTES - read_bytes);
        pending->length += count;
        read_bytes += count;
        *is_at_end = count == 0;
    }
    return true;
}

/* Chooses the rules by the first chunk, as the report does. */
static bool open_annotator(struct line_stream *stream)
{
    struct block head;
    struct decoding decoding = {0};
    const char *slash = strrchr(stream->name, '/');
    const struct log log = {.source = stream->name,
                            .member = "",
                            .name = slash != NULL ? slash + 1 : stream->name,
                            .host = "",
                            .named_directly = true};
    struct raw_chunk chunk = {.bytes = stream->pending.bytes,
                              .length = stream->pending.length,
                              .capacity = stream->pending.capacity,
                              .encoding = stream->encoding};
    encoding_decide(&chunk.encoding, buffer_span(&stream->pending));
    if (!decoder_decode(&stream->decoder, &chunk, &stream->limits, &head, &decoding, stream->fault))
        return false;
    stream->annotator = line_annotator_open(stream->ruleset, stream->language, &log, &head,
                                            &stream->limits, stream->fault);
    return stream->annotator != NULL;
}

bool line_stream_annotate(struct line_stream *stream, struct byte_reader reader)
{
    bool is_at_end = false;
    while (!is_at_end && !writer_failed(stream->writer)) {
        if (!read_chunk(stream, reader, &is_at_end) ||
            (stream->annotator == NULL && !open_annotator(stream)) ||
            !write_complete_lines(stream, is_at_end))
            return false;
    }
    return true;
}

void line_stream_release(struct line_stream *stream)
{
    buffer_release(&stream->pending);
    buffer_release(&stream->text);
    decoder_release(&stream->decoder);
    line_annotator_close(stream->annotator);
}
