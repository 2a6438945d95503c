#include "output/write/width.h"

#include <utf8proc.h>

enum { DOTS_WIDTH = 3 };

size_t width_of_glyph(const struct glyph *glyph)
{
    if (glyph->is_escaped || glyph->code_point < 0x80)
        return glyph->length;
    utf8proc_int32_t code_point = (utf8proc_int32_t)glyph->code_point;
    int width = utf8proc_charwidth(code_point);
    if (width > 0)
        return (size_t)width;
    /* Terminals draw something even for characters that the library does not know. */
    utf8proc_category_t category = utf8proc_category(code_point);
    return category == UTF8PROC_CATEGORY_CN || category == UTF8PROC_CATEGORY_CO ? 1 : 0;
}

size_t width_of_text(struct span text)
{
    size_t width = 0;
    for (size_t offset = 0; offset < text.length;) {
        struct glyph glyph;
        offset += escape_read_glyph(text, offset, &glyph);
        width += width_of_glyph(&glyph);
    }
    return width;
}

/* Returns the longest start of `text` that fits into `columns`. */
static struct span fitting_start(struct span text, size_t columns)
{
    size_t width = 0;
    size_t offset = 0;
    while (offset < text.length) {
        struct glyph glyph;
        size_t taken = escape_read_glyph(text, offset, &glyph);
        width += width_of_glyph(&glyph);
        if (width > columns)
            break;
        offset += taken;
    }
    return span_slice(text, 0, offset);
}

/* Returns the longest end of `text` that fits; it does not begin with a mark that combines with a
 * character cut off. */
static struct span fitting_end(struct span text, size_t columns)
{
    size_t width = width_of_text(text);
    size_t offset = 0;
    while (offset < text.length) {
        struct glyph glyph;
        size_t taken = escape_read_glyph(text, offset, &glyph);
        size_t glyph_columns = width_of_glyph(&glyph);
        if (width <= columns && (glyph_columns > 0 || offset == 0))
            break;
        width -= glyph_columns;
        offset += taken;
    }
    return span_slice(text, offset, text.length);
}

/* Returns the columns for the end of a path: those of the file name with its separator, but at
 * least two thirds of the room. */
static size_t path_end_columns(struct span path, size_t columns)
{
    size_t name = path.length;
    while (name > 0 && path.bytes[name - 1] != '\\' && path.bytes[name - 1] != '/')
        name--;
    size_t name_width = width_of_text(span_slice(path, name > 0 ? name - 1 : 0, path.length));
    size_t wanted = columns - columns / 3;
    if (name_width > wanted)
        wanted = name_width;
    return wanted < columns ? wanted : columns;
}

size_t width_truncate(struct writer *writer, struct span text, size_t columns,
                      enum truncate_side side)
{
    size_t width = width_of_text(text);
    if (width <= columns || columns <= DOTS_WIDTH) {
        struct span start = fitting_start(text, columns);
        escape_for_people(writer, start);
        return width <= columns ? width : width_of_text(start);
    }
    columns -= DOTS_WIDTH;
    size_t end_columns = side == TRUNCATE_PATH ? path_end_columns(text, columns) : 0;
    struct span start = fitting_start(text, columns - end_columns);
    struct span end = fitting_end(text, end_columns);
    escape_for_people(writer, start);
    writer_text(writer, "...");
    escape_for_people(writer, end);
    return width_of_text(start) + DOTS_WIDTH + width_of_text(end);
}

void width_pad_left(struct writer *writer, struct span text, size_t columns,
                    enum truncate_side side)
{
    writer_repeat(writer, ' ', columns - width_truncate(writer, text, columns, side));
}

void width_pad_right(struct writer *writer, struct span text, size_t columns)
{
    size_t width = width_of_text(text);
    writer_repeat(writer, ' ', width < columns ? columns - width : 0);
    escape_for_people(writer, text);
}
