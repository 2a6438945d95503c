#include "input/wrapper/wrapper_table.h"

#include "base/count_of.h"
#include "input/wrapper/wrapper_cell.h"

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

static bool is_level(struct span cell)
{
    static const char *const levels[] = {"NORMAL",   "VERBOSE",  "WARNING", "FATAL",
                                         "CRITICAL", "ACTIVITY", "PERF",    "ERROR"};
    for (size_t i = 0; i < COUNT_OF(levels); i++)
        if (span_equals(cell, span_of(levels[i])))
            return true;
    return false;
}

bool wrapper_table_has_columns(struct span text, char separator)
{
    struct span rest = text;
    for (size_t column = 0; column < MAX_COLUMNS && rest.length > 0; column++)
        if (is_level(wrapper_cell_inside(wrapper_cell_take(&rest, separator))) &&
            column >= MIN_COLUMNS)
            return true;
    return false;
}

bool wrapper_table_columns(struct span text, char separator, struct buffer *out,
                           struct fault *fault)
{
    struct span rest = text;
    for (size_t column = 0;; column++) {
        struct span cell = wrapper_cell_take(&rest, separator);
        if (!wrapper_cell_append(cell, out, fault) || !buffer_append_byte(out, '\t', fault))
            return false;
        if (column >= MIN_COLUMNS && is_level(wrapper_cell_inside(cell)))
            return wrapper_cell_append(span_trim(rest), out, fault);
        if (rest.length == 0)
            return true;
    }
}
