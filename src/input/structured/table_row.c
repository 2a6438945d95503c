#include "input/structured/table_row.h"

#include <limits.h>
#include <stdint.h>
#include <utf8proc.h>

#include "input/structured/table_words.h"
#include "text/utf8.h"

bool table_row_read_rule(struct span line, struct table_columns *columns)
{
    columns->count = 0;
    for (size_t at = 0; at < line.length; at++) {
        bool is_dash = line.bytes[at] == '-';
        if (!is_dash && !span_is_blank(line.bytes[at]))
            return false;
        bool is_start = is_dash && (at == 0 || line.bytes[at - 1] != '-');
        if (is_start && columns->count == MAX_TABLE_COLUMNS)
            return false;
        if (is_start)
            columns->starts[columns->count++] = at;
        if (is_dash)
            columns->ends[columns->count - 1] = at + 1;
    }
    return columns->count >= 2;
}

/* Moves `*at` on to the column of a screen, `*column` being that of `*at`, or to the line's end. */
static void seek_column(struct span line, size_t wanted, size_t *at, size_t *column)
{
    while (*at < line.length && *column < wanted) {
        uint32_t code_point = 0;
        size_t length = utf8_read(span_slice(line, *at, line.length), &code_point);
        *column += (size_t)utf8proc_charwidth((utf8proc_int32_t)code_point);
        *at += length ? length : 1;
    }
}

/* Returns how many columns of a screen the text takes. */
static size_t width_of(struct span text)
{
    size_t at = 0;
    size_t width = 0;
    seek_column(text, SIZE_MAX, &at, &width);
    return width;
}

static size_t word_start(struct span line, size_t at)
{
    while (at > 0 && !span_is_blank(line.bytes[at - 1]))
        at--;
    return at;
}

static size_t word_end(struct span line, size_t at)
{
    while (at < line.length && !span_is_blank(line.bytes[at]))
        at++;
    return at;
}

/* Finds the offsets of the columns in the line. A word in which a column begins is its own if it
 * ends with the dashes of the column or none comes before, and else that of the column before.
 * `*is_clean`: there is no such word. */
static void find_offsets(struct span line, const struct table_columns *columns, size_t *offsets,
                         bool *is_clean)
{
    size_t at = 0;
    size_t column = 0;
    *is_clean = true;
    for (size_t i = 0; i < columns->count; i++) {
        seek_column(line, columns->starts[i], &at, &column);
        size_t start = at;
        bool is_inside = at > 0 && at < line.length && !span_is_blank(line.bytes[at - 1]) &&
                         !span_is_blank(line.bytes[at]);
        seek_column(line, columns->ends[i], &at, &column);
        bool is_own = is_inside && (i == 0 || at == word_end(line, start));
        offsets[i] = is_own ? word_start(line, start) : (is_inside ? word_end(line, start) : start);
        *is_clean = *is_clean && (!is_inside || is_own);
    }
}

/* Returns the end of the words at `start` up to a gap of two blanks, at most `most` words. */
static size_t words_end(struct span line, size_t start, int most)
{
    size_t end = word_end(line, start);
    for (int words = 1; words < most && end + 1 < line.length && line.bytes[end] == ' ' &&
                        !span_is_blank(line.bytes[end + 1]);
         words++)
        end = word_end(line, end + 1);
    return end;
}

/* Returns the end of the title at `start`: the longest known one, else all up to a gap. */
static size_t title_end(const struct title_index *index, struct span line, size_t start,
                        bool *is_known)
{
    enum { MOST_TITLE_WORDS = 4 };
    for (int words = MOST_TITLE_WORDS; words > 0; words--) {
        size_t end = words_end(line, start, words);
        *is_known = title_index_find(index, span_slice(line, start, end)) != NO_TITLE;
        if (*is_known)
            return end;
    }
    return words_end(line, start, INT_MAX);
}

bool table_row_read_heading(const struct title_index *index, struct span line,
                            struct table_columns *columns)
{
    enum { LEAST_COLUMNS = 3 };
    size_t column = 0;
    size_t seen = 0;
    columns->count = 0;
    for (size_t at = 0;;) {
        while (at < line.length && span_is_blank(line.bytes[at]))
            at++;
        if (at == line.length)
            return columns->count >= LEAST_COLUMNS;
        bool is_known = false;
        size_t end = title_end(index, line, at, &is_known);
        if (columns->count == MAX_TABLE_COLUMNS || (columns->count == 0 && !is_known) ||
            span_find_byte(span_slice(line, at, end), '\t') < end - at)
            return false;
        columns->starts[columns->count] = column += width_of(span_slice(line, seen, at));
        columns->ends[columns->count++] = column += width_of(span_slice(line, at, end));
        seen = at = end;
    }
}

void table_row_cut(struct span line, const struct table_columns *columns, struct span *cells)
{
    size_t offsets[MAX_TABLE_COLUMNS];
    bool is_clean = false;
    if (table_words_cut_squeezed(line, columns, cells))
        return;
    find_offsets(line, columns, offsets, &is_clean);
    if (!is_clean && table_words_cut(line, columns, cells))
        return;
    bool has_cells = is_clean || !columns->is_squeezed;
    for (size_t i = 0; i < columns->count; i++) {
        size_t end = i + 1 < columns->count ? offsets[i + 1] : line.length;
        cells[i] = has_cells && offsets[i] < end ? span_trim(span_slice(line, offsets[i], end))
                                                 : (struct span){0};
    }
}

bool table_row_keeps_columns(struct span line, const struct table_columns *columns)
{
    size_t offsets[MAX_TABLE_COLUMNS];
    bool is_clean = false;
    find_offsets(line, columns, offsets, &is_clean);
    return is_clean;
}

bool table_row_is_markdown_rule(struct span line)
{
    line = span_trim(line);
    size_t dashes = 0;
    for (size_t i = 0; i < line.length; i++) {
        char byte = line.bytes[i];
        if (byte != '|' && byte != '-' && byte != ':' && byte != ' ')
            return false;
        dashes += byte == '-';
    }
    return dashes >= 2 && line.bytes[0] == '|';
}

bool table_row_has_bars(struct span line)
{
    struct span first = span_slice(line, span_find_byte(line, '|'), line.length);
    return first.length > 0 &&
           span_find_byte(span_slice(first, 1, first.length), '|') + 1 < first.length;
}

size_t table_row_cut_markdown(struct span line, struct span *cells)
{
    size_t count = 0;
    line = span_trim(line);
    if (line.length > 0 && line.bytes[0] == '|')
        line = span_slice(line, 1, line.length);
    if (line.length > 0 && line.bytes[line.length - 1] == '|')
        line.length--;
    while (count < MAX_TABLE_COLUMNS) {
        size_t end = span_find_byte(line, '|');
        cells[count++] = span_trim(span_slice(line, 0, end));
        if (end == line.length)
            break;
        line = span_slice(line, end + 1, line.length);
    }
    return count;
}
