#include "input/archive/line_pieces.h"

#include <string.h>

bool line_pieces_take(struct line_pieces *lines, struct span *piece, bool *is_line)
{
    size_t length;
    for (;;) {
        struct span held = {lines->buffer + lines->start, lines->end - lines->start};
        length = span_find_byte(held, '\n');
        if (length < held.length || lines->is_at_end || held.length == LINE_PIECE_BYTES)
            break;
        memmove(lines->buffer, held.bytes, held.length);
        lines->start = 0;
        lines->end = held.length;
        size_t got = lines->packed.read(lines->packed.context, lines->buffer + lines->end,
                                        LINE_PIECE_BYTES - lines->end);
        lines->is_at_end = got == 0;
        lines->end += got;
        lines->packed_bytes += got;
    }
    bool ends_line = lines->start + length < lines->end;
    *piece = (struct span){lines->buffer + lines->start, length + ends_line};
    *is_line = !lines->is_inside_line;
    lines->is_inside_line = !ends_line;
    lines->start += piece->length;
    return piece->length > 0;
}

bool line_pieces_are_at_end(const struct line_pieces *lines)
{
    return lines->is_at_end && lines->start == lines->end;
}
