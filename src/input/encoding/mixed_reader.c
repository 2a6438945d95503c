#include "input/encoding/mixed_reader.h"

#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "input/encoding/utf16.h"

/* What is at hand: nearly all lines are shorter than half of it. And how much UTF-16 is converted
 * at a time. */
enum { MIN_WINDOW_BYTES = 256 * 1024, PIECE_BYTES = 32 * 1024 };

struct mixed_reader {
    struct byte_reader rest;
    bool has_no_more;
    char *window;
    size_t capacity;
    size_t start;  /* of what was not given yet */
    size_t length; /* of what is at hand */
    enum line_form form;
    size_t line_bytes;   /* that are left of the current line */
    bool is_inside_line; /* the current line is longer than the window */
    struct buffer text;  /* UTF-8 that was not given yet, from `given` on */
    size_t given;
    struct utf8_replacements replacements; /* in `text` */
    uint64_t repaired_lines;
};

struct mixed_reader *mixed_reader_open(struct span head, struct byte_reader rest,
                                       enum line_form form, struct fault *fault)
{
    struct mixed_reader *reader = memory_allocate(1, sizeof *reader, fault);
    if (reader == NULL)
        return NULL;
    reader->rest = rest;
    reader->form = form;
    reader->capacity = head.length < MIN_WINDOW_BYTES ? MIN_WINDOW_BYTES : head.length;
    reader->window = memory_allocate(reader->capacity, 1, fault);
    /* A unit takes up to three bytes, and half a unit at the end of the log as well. */
    bool done = reader->window != NULL && buffer_reserve(&reader->text, PIECE_BYTES * 2, fault);
    if (!done) {
        mixed_reader_close(reader);
        return NULL;
    }
    memcpy(reader->window, head.bytes, head.length);
    reader->length = head.length;
    return reader;
}

void mixed_reader_close(struct mixed_reader *reader)
{
    if (reader == NULL)
        return;
    memory_free(reader->window);
    buffer_release(&reader->text);
    memory_free(reader);
}

uint64_t mixed_reader_take_repaired(struct mixed_reader *reader)
{
    uint64_t lines = reader->repaired_lines;
    reader->repaired_lines = 0;
    return lines;
}

static struct span at_hand(const struct mixed_reader *reader)
{
    return (struct span){reader->window + reader->start, reader->length - reader->start};
}

/* Keeps half a window at hand as long as there is so much. */
static void fill_window(struct mixed_reader *reader)
{
    struct span left = at_hand(reader);
    if (reader->has_no_more || left.length >= reader->capacity / 2)
        return;
    memmove(reader->window, left.bytes, left.length);
    size_t room = reader->capacity - left.length;
    size_t got = byte_reader_fill(&reader->rest, reader->window + left.length, room);
    reader->start = 0;
    reader->length = left.length + got;
    reader->has_no_more = got < room;
}

/* Finds the form and the length of the next line, or what is at hand of it. */
static void start_line(struct mixed_reader *reader)
{
    struct span bytes = at_hand(reader);
    if (!reader->is_inside_line)
        reader->form = line_form_of(bytes, reader->form);
    size_t length = line_form_end(bytes, reader->form);
    reader->is_inside_line = length == 0;
    if (length == 0)
        length = reader->has_no_more ? bytes.length : bytes.length - bytes.length % 2;
    reader->line_bytes = length;
}

static bool ends_in_high_surrogate(struct span piece, bool is_big_endian)
{
    unsigned char high = (unsigned char)piece.bytes[piece.length - (is_big_endian ? 2 : 1)];
    return (high & 0xFC) == 0xD8;
}

/* Converts some of the current line, which is UTF-16. */
static void convert(struct mixed_reader *reader)
{
    bool is_big_endian = reader->form == LINE_UTF16BE;
    struct span piece = at_hand(reader);
    bool is_all = reader->line_bytes <= PIECE_BYTES;
    piece.length = is_all ? reader->line_bytes : PIECE_BYTES;
    if (!is_all && ends_in_high_surrogate(piece, is_big_endian))
        piece.length -= 2;
    reader->start += piece.length;
    reader->line_bytes -= piece.length;
    const char *mark = is_big_endian ? "\xFE\xFF" : "\xFF\xFE";
    if (piece.length >= 2 && memcmp(piece.bytes, mark, 2) == 0)
        piece = span_slice(piece, 2, piece.length);
    struct fault none = {0};
    reader->text.length = reader->given = 0;
    reader->replacements = (struct utf8_replacements){0};
    utf16_decode(piece, is_big_endian, false, &reader->text, &reader->replacements, &none);
    reader->repaired_lines += reader->replacements.lines;
}

static size_t give(struct span from, char *bytes, size_t capacity)
{
    size_t length = from.length < capacity ? from.length : capacity;
    memcpy(bytes, from.bytes, length);
    return length;
}

static size_t read_mixed(void *context, char *bytes, size_t capacity)
{
    struct mixed_reader *reader = context;
    for (;;) {
        struct span text =
            span_slice(buffer_span(&reader->text), reader->given, reader->text.length);
        if (text.length > 0) {
            size_t length = give(text, bytes, capacity);
            reader->given += length;
            return length;
        }
        if (reader->line_bytes == 0) {
            fill_window(reader);
            if (reader->start == reader->length)
                return 0;
            start_line(reader);
        }
        if (reader->form != LINE_EIGHT_BIT) {
            convert(reader);
            continue;
        }
        struct span line = span_slice(at_hand(reader), 0, reader->line_bytes);
        size_t length = give(line, bytes, capacity);
        reader->start += length;
        reader->line_bytes -= length;
        return length;
    }
}

static const char *problem_of(void *context)
{
    const struct mixed_reader *reader = context;
    return reader->rest.problem(reader->rest.context);
}

struct byte_reader mixed_reader_bytes(struct mixed_reader *reader)
{
    return (struct byte_reader){read_mixed, problem_of, reader};
}
