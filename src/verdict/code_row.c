#include "verdict/code_row.h"

#include "base/ascii.h"
#include "text/path_bounds.h"

/* Cuts the first cell off the line. */
static struct span next_cell(struct span *line)
{
    size_t end = 0;
    while (end < line->length && line->bytes[end] != '|' && line->bytes[end] != '\t')
        end++;
    struct span cell = span_trim(span_slice(*line, 0, end));
    *line = span_slice(*line, end < line->length ? end + 1 : end, line->length);
    return cell;
}

/* True for "0x80070005", "`0x80070002`, 0x80070003", "100034 / 0x186C2". */
static bool is_codes(struct span cell)
{
    static const char marks[] = "xX`*()/, ";
    size_t digits = 0;
    for (size_t i = 0; i < cell.length; i++) {
        if (ascii_hex_digit(cell.bytes[i]) >= 0)
            digits++;
        else if (strchr(marks, cell.bytes[i]) == NULL)
            return false;
    }
    return digits > 0 && ascii_is_digit(cell.bytes[cell.bytes[0] == '`' && cell.length > 1]);
}

/* True if the cell has two words, or is written without blanks. */
static bool has_words(struct span cell)
{
    size_t letters = 0;
    bool has_blank = false;
    for (size_t i = 0; i < cell.length; i++) {
        if (!ascii_contains(cell.bytes[i]))
            return true;
        letters += ascii_is_letter(cell.bytes[i]);
        has_blank = has_blank || (cell.bytes[i] == ' ' && letters > 1);
    }
    return has_blank;
}

/* True for "22:00" and for a path's "C:\". */
static bool is_of_log(struct span line)
{
    for (size_t i = 1; i + 1 < line.length; i++)
        if (line.bytes[i] == ':' &&
            ((ascii_is_digit(line.bytes[i - 1]) && ascii_is_digit(line.bytes[i + 1])) ||
             line.bytes[i + 1] == '\\'))
            return true;
    return false;
}

bool code_row_is_of_manual(struct span line)
{
    enum { LEAST_CELLS = 2 };
    struct span rest = span_trim(line);
    size_t cells = 0;
    if (rest.length > 0 && rest.bytes[0] == '|')
        rest = span_trim(span_slice(rest, 1, rest.length));
    if (is_of_log(rest) || !is_codes(next_cell(&rest)))
        return false;
    while (rest.length > 0)
        cells += has_words(next_cell(&rest));
    return cells >= LEAST_CELLS;
}
