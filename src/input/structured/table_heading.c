#include "input/structured/table_heading.h"

enum { MAX_HEADING_LINES = 4 };

void table_heading_release(struct table_heading *heading)
{
    buffer_release(&heading->lines);
    buffer_release(&heading->titles);
    *heading = (struct table_heading){0};
}

bool table_heading_start(struct table_heading *heading, struct span line, struct fault *fault)
{
    heading->lines.length = 0;
    heading->line_count = 0;
    return table_heading_add(heading, line, fault);
}

bool table_heading_add(struct table_heading *heading, struct span line, struct fault *fault)
{
    heading->line_count++;
    return buffer_append(&heading->lines, line, fault) &&
           buffer_append_byte(&heading->lines, '\n', fault);
}

struct span table_heading_first(const struct table_heading *heading)
{
    struct span lines = buffer_span(&heading->lines);
    return span_slice(lines, 0, span_find_byte(lines, '\n'));
}

/* Moves on to the next word of the line. False if there is none. */
static bool next_word(struct span line, size_t *start, size_t *end)
{
    for (*start = *end; *start < line.length && span_is_blank(line.bytes[*start]);)
        ++*start;
    for (*end = *start; *end < line.length && !span_is_blank(line.bytes[*end]);)
        ++*end;
    return *start < *end;
}

bool table_heading_is_again(const struct table_heading *heading, struct span line)
{
    struct span first = table_heading_first(heading);
    size_t start = 0;
    size_t end = 0;
    size_t first_start = 0;
    size_t first_end = 0;
    while (next_word(line, &start, &end))
        if (!next_word(first, &first_start, &first_end) ||
            !span_equals(span_slice(line, start, end), span_slice(first, first_start, first_end)))
            return false;
    return !next_word(first, &first_start, &first_end);
}

bool table_heading_goes_on(const struct table_heading *heading, struct span line)
{
    struct span first = table_heading_first(heading);
    size_t start = 0;
    size_t end = 0;
    size_t above_start = 0;
    size_t above_end = 0;
    size_t words = 0;
    if (heading->line_count == MAX_HEADING_LINES)
        return false;
    for (; next_word(line, &start, &end); words++) {
        while (above_end <= start)
            if (!next_word(first, &above_start, &above_end))
                return false;
        if (start != above_start && end != above_end)
            return false;
    }
    return words > 0;
}

bool table_heading_cut(struct table_heading *heading, const struct table_columns *columns,
                       struct fault *fault)
{
    struct span cells[MAX_HEADING_LINES][MAX_TABLE_COLUMNS];
    struct span rest = buffer_span(&heading->lines);
    size_t count = columns != NULL ? columns->count : 0;
    for (size_t i = 0; i < heading->line_count; i++) {
        size_t end = span_find_byte(rest, '\n');
        struct span line = span_slice(rest, 0, end);
        if (columns != NULL)
            table_row_cut(line, columns, cells[i]);
        else
            count = table_row_cut_markdown(line, cells[i]);
        rest = span_slice(rest, end + 1, rest.length);
    }
    heading->titles.length = 0;
    for (size_t column = 0; column < count; column++) {
        for (size_t i = 0; i < heading->line_count; i++)
            if (!buffer_append(&heading->titles, cells[i][column], fault))
                return false;
        if (!buffer_append_byte(&heading->titles, '\n', fault))
            return false;
    }
    return true;
}

void table_heading_describe(const struct table_heading *heading, const struct title_index *index,
                            struct table_columns *columns)
{
    struct span titles = buffer_span(&heading->titles);
    columns->is_squeezed = heading->line_count == 1;
    for (size_t i = 0; i < columns->count; i++) {
        size_t end = span_find_byte(titles, '\n');
        uint32_t number = title_index_find(index, span_slice(titles, 0, end));
        columns->is_needed[i] = number != NO_TITLE && title_index_is_needed(index, number);
        columns->has_moment[i] = number != NO_TITLE && title_index_is_moment(index, number);
        columns->is_squeezed =
            columns->is_squeezed && (i == 0 || columns->starts[i] == columns->ends[i - 1] + 1);
        titles = span_slice(titles, end + 1, titles.length);
    }
}
