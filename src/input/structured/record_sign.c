#include "input/structured/record_sign.h"

#include "base/ascii.h"
#include "input/structured/list_pair.h"
#include "input/structured/table_row.h"

/* A heading has a known title among its first cells, and no number. */
enum { MOST_TRIED_CELLS = 4, MOST_TITLE_BYTES = 60 };

static bool is_separator(char byte)
{
    return byte == ',' || byte == ';' || byte == '\t' || byte == '|';
}

static bool begins_heading(const struct title_index *index, struct span line)
{
    size_t start = 0;
    for (size_t cell = 0; cell < MOST_TRIED_CELLS && start < line.length; cell++) {
        size_t end = start;
        while (end < line.length && end <= start + MOST_TITLE_BYTES &&
               !is_separator(line.bytes[end]))
            end++;
        if (ascii_is_digit(line.bytes[start]) || end > start + MOST_TITLE_BYTES ||
            (end == line.length && cell == 0))
            return false;
        if (title_index_find(index, span_slice(line, start, end)) != NO_TITLE)
            return true;
        start = end + 1;
    }
    return false;
}

static bool is_rule(struct span line)
{
    struct table_columns columns;
    return table_row_read_rule(line, &columns);
}

/* True if the line begins with a known title and its value. */
static bool is_pair(const struct title_index *index, struct span line)
{
    struct list_pair pair;
    return (list_pair_read(line, &pair) && title_index_find(index, pair.title) != NO_TITLE) ||
           list_pair_read_equals(index, line, &pair);
}

bool record_sign_is_in_line(const struct title_index *index, struct span line)
{
    while (line.length > 0 && span_is_blank(line.bytes[0]))
        line = span_slice(line, 1, line.length);
    if (line.length < 2 || ascii_is_digit(line.bytes[0]))
        return false;
    switch (line.bytes[0]) {
    case '-':
        return is_rule(line);
    case '|':
    case '{':
    case '[':
    case '<':
        return true;
    default:
        return is_pair(index, line) || begins_heading(index, line);
    }
}
