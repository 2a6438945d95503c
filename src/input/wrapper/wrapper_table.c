#include "input/wrapper/wrapper_table.h"

#include "base/ascii.h"

/* Most columns before the level; fewest, so that no sentence is taken for a row. */
enum { MAX_COLUMNS = 12, MIN_COLUMNS = 3 };

bool wrapper_table_row(struct span *text)
{
    struct span row = span_trim(*text);
    if (row.length < 2 || row.bytes[0] != '|' || row.bytes[row.length - 1] != '|')
        return false;
    bool is_rule = true;
    for (size_t i = 0; i < row.length; i++)
        is_rule &= memchr("|-:+= \t", row.bytes[i], 7) != NULL;
    *text = is_rule ? span_slice(row, 0, 0) : span_trim(span_slice(row, 1, row.length - 1));
    return true;
}

/* Takes the next cell off `rest`; a separator in quotes is none. */
static struct span take_cell(struct span *rest, char separator)
{
    size_t end = 0;
    bool is_quoted = rest->length > 0 && rest->bytes[0] == '"';
    if (is_quoted) {
        end = 1;
        while (end < rest->length && rest->bytes[end] != '"')
            end++;
    }
    end += span_find_byte(span_slice(*rest, end, rest->length), separator);
    struct span cell = span_trim(span_slice(*rest, 0, end));
    *rest = span_slice(*rest, end < rest->length ? end + 1 : end, rest->length);
    if (is_quoted && cell.length >= 2 && cell.bytes[cell.length - 1] == '"')
        cell = span_slice(cell, 1, cell.length - 1);
    return cell;
}

static bool is_level(struct span cell)
{
    static const char *const levels[] = {"NORMAL",   "VERBOSE",  "WARNING", "FATAL",
                                         "CRITICAL", "ACTIVITY", "PERF",    "ERROR"};
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        if (span_equals(cell, span_of(levels[i])))
            return true;
    return false;
}

/* Appends the message, which may be quoted with its own quotes doubled. */
static bool append_message(struct span message, struct buffer *out, struct fault *fault)
{
    struct span trimmed = span_trim(message);
    if (trimmed.length < 2 || trimmed.bytes[0] != '"' || trimmed.bytes[trimmed.length - 1] != '"')
        return buffer_append(out, trimmed, fault);
    for (size_t i = 1; i + 1 < trimmed.length; i++) {
        if (!buffer_append_byte(out, trimmed.bytes[i], fault))
            return false;
        i += trimmed.bytes[i] == '"' && trimmed.bytes[i + 1] == '"';
    }
    return true;
}

bool wrapper_table_has_columns(struct span text, char separator)
{
    struct span rest = text;
    for (size_t column = 0; column < MAX_COLUMNS && rest.length > 0; column++)
        if (is_level(take_cell(&rest, separator)) && column >= MIN_COLUMNS)
            return true;
    return false;
}

bool wrapper_table_columns(struct span text, char separator, struct buffer *out,
                           struct fault *fault)
{
    struct span rest = text;
    for (size_t column = 0;; column++) {
        struct span cell = take_cell(&rest, separator);
        if (!buffer_append(out, cell, fault) || !buffer_append_byte(out, '\t', fault))
            return false;
        if (column >= MIN_COLUMNS && is_level(cell))
            return append_message(rest, out, fault);
        if (rest.length == 0)
            return true;
    }
}
