#include "input/wrapper/wrapper_cell.h"

static bool is_quoted(struct span cell)
{
    return cell.length >= 2 && cell.bytes[0] == '"' && cell.bytes[cell.length - 1] == '"';
}

/* Returns where the quote is that closes the one at the head of `text`; text.length if none is. */
static size_t closing_quote(struct span text)
{
    for (size_t at = 1; at < text.length; at++) {
        if (text.bytes[at] != '"')
            continue;
        if (at + 1 == text.length || text.bytes[at + 1] != '"')
            return at;
        at++;
    }
    return text.length;
}

struct span wrapper_cell_take(struct span *rest, char separator)
{
    bool has_quote = rest->length > 0 && rest->bytes[0] == '"';
    size_t end = has_quote ? closing_quote(*rest) : 0;
    end += span_find_byte(span_slice(*rest, end, rest->length), separator);
    struct span cell = span_trim(span_slice(*rest, 0, end));
    *rest = span_slice(*rest, end < rest->length ? end + 1 : end, rest->length);
    return cell;
}

struct span wrapper_cell_inside(struct span cell)
{
    return is_quoted(cell) ? span_slice(cell, 1, cell.length - 1) : cell;
}

bool wrapper_cell_append(struct span cell, struct buffer *out, struct fault *fault)
{
    if (!is_quoted(cell))
        return buffer_append(out, cell, fault);
    for (size_t i = 1; i + 1 < cell.length; i++) {
        if (!buffer_append_byte(out, cell.bytes[i], fault))
            return false;
        i += cell.bytes[i] == '"' && cell.bytes[i + 1] == '"';
    }
    return true;
}
