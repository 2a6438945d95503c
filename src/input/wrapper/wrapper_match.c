#include "input/wrapper/wrapper_match.h"

#include "base/count_of.h"
#include "input/wrapper/text_cursor.h"
#include "input/wrapper/wrapper_cell.h"
#include "input/wrapper/wrapper_escape.h"
#include "text/utf8.h"

enum {
    NO_COLUMN = 255, /* of a cell */
    MAX_COLUMNS = 64,
    /* Marks of a step for objects that are no rows. */
    MARK_OF_LIST = ':',
    MARK_OF_JSON = '"'
};

enum property {
    PROPERTY_NONE,
    PROPERTY_LINE,
    PROPERTY_FILE,
    PROPERTY_HOST,
    PROPERTY_OTHER,
    PROPERTY_COUNT
};

/* Returns what a title or label stands for. */
static enum property property_of(struct span title)
{
    static const struct {
        const char *title;
        enum property property;
    } properties[] = {{"Line", PROPERTY_LINE},        {"RawData", PROPERTY_LINE},
                      {"_raw", PROPERTY_LINE},        {"@message", PROPERTY_LINE},
                      {"Path", PROPERTY_FILE},        {"Filename", PROPERTY_OTHER},
                      {"LineNumber", PROPERTY_OTHER}, {"IgnoreCase", PROPERTY_OTHER},
                      {"Pattern", PROPERTY_OTHER},    {"Context", PROPERTY_OTHER},
                      {"Matches", PROPERTY_OTHER},    {"Computer", PROPERTY_HOST},
                      {"host", PROPERTY_HOST},        {"TimeGenerated", PROPERTY_OTHER},
                      {"_time", PROPERTY_OTHER},      {"@timestamp", PROPERTY_OTHER}};
    for (size_t i = 0; i < COUNT_OF(properties); i++)
        if (span_equals_ignoring_case(title, span_of(properties[i].title)))
            return properties[i].property;
    return PROPERTY_NONE;
}

/* True if the line is a heading of rows with a column of lines beside one of what was searched. */
static bool read_heading(struct span line, char separator, struct wrapper_step *step)
{
    struct span rest = line;
    size_t known = 0;
    *step = (struct wrapper_step){.kind = WRAPPER_MATCHES,
                                  .mark = separator,
                                  .line_column = NO_COLUMN,
                                  .file_column = NO_COLUMN};
    for (uint8_t column = 0; rest.length > 0 && column < MAX_COLUMNS; column++) {
        enum property property =
            property_of(wrapper_cell_inside(wrapper_cell_take(&rest, separator)));
        known += property != PROPERTY_NONE;
        if (property == PROPERTY_LINE && step->line_column == NO_COLUMN)
            step->line_column = column;
        if (property == PROPERTY_FILE || property == PROPERTY_HOST) {
            step->file_column = column;
            step->has_host = property == PROPERTY_HOST;
        }
    }
    return known > 1 && step->line_column != NO_COLUMN;
}

/* Takes the label of a property off the text, with all that is before its value. */
static enum property take_label(char mark, struct span *text)
{
    struct span rest = *text;
    text_cursor_take_blanks(&rest);
    if (mark == MARK_OF_JSON && !text_cursor_take(&rest, '"'))
        return PROPERTY_NONE;
    size_t length = span_find_byte(rest, mark);
    enum property property = property_of(span_trim(span_slice(rest, 0, length)));
    text_cursor_skip(&rest, length);
    if (property == PROPERTY_NONE || !text_cursor_take(&rest, mark))
        return PROPERTY_NONE;
    text_cursor_take_blanks(&rest);
    if (mark == MARK_OF_JSON && !text_cursor_take(&rest, ':'))
        return PROPERTY_NONE;
    if (mark == MARK_OF_JSON)
        text_cursor_take_blanks(&rest);
    *text = rest;
    return property;
}

/* Takes the blanks off a line with which a value of a list goes on. */
static bool take_indent(size_t width, struct span *text)
{
    for (size_t i = 0; i < width; i++)
        if (i >= text->length || text->bytes[i] != ' ')
            return false;
    text_cursor_skip(text, width);
    return text->length > 0;
}

/* Returns how many characters the text has; a tab is one, as lists count it. */
static size_t count_characters(struct span text)
{
    size_t count = 0;
    for (size_t at = 0; at < text.length; at++)
        count += !utf8_is_continuation(text.bytes[at]);
    return count;
}

/* How the values of a list are broken. */
struct breaks {
    size_t last;  /* the width of the part at hand; 0: none */
    size_t parts; /* that go on */
    size_t full;  /* of them, those of the greatest width */
};

static void count_break(struct breaks *breaks, struct span next, struct wrapper_step *step)
{
    breaks->parts++;
    breaks->full = breaks->last > step->width ? 1 : breaks->full + (breaks->last == step->width);
    step->width = breaks->last > step->width ? breaks->last : step->width;
    step->is_hard = breaks->full * 2 >= breaks->parts;
    breaks->last = count_characters(next);
}

/* True if the lines have labels of lines beside others. */
static bool find_labels(const struct span *lines, size_t count, char mark,
                        struct wrapper_step *step)
{
    size_t counts[PROPERTY_COUNT] = {0};
    struct breaks breaks = {.last = 0};
    *step = (struct wrapper_step){.kind = WRAPPER_MATCHES, .mark = mark};
    for (size_t i = 0; i < count; i++) {
        struct span value = lines[i];
        enum property property = take_label(mark, &value);
        counts[property]++;
        if (property == PROPERTY_NONE && breaks.last > 0 && take_indent(step->indent, &value)) {
            count_break(&breaks, value, step);
            continue;
        }
        breaks.last = property == PROPERTY_LINE ? count_characters(value) : 0;
        if (property == PROPERTY_LINE && lines[i].length - value.length <= UINT8_MAX)
            step->indent = (uint8_t)(lines[i].length - value.length);
    }
    return counts[PROPERTY_LINE] > 0 && counts[PROPERTY_FILE] + counts[PROPERTY_OTHER] > 0;
}

bool wrapper_match_find(const struct span *lines, size_t count, struct wrapper_step *step)
{
    enum { MAX_LINES_BEFORE = 5 }; /* the type of the objects, what was typed */
    static const char separators[] = ",;\t";
    for (size_t i = 0; i < count && i < MAX_LINES_BEFORE; i++)
        for (const char *separator = separators; *separator != '\0'; separator++)
            if (read_heading(lines[i], *separator, step))
                return true;
    return find_labels(lines, count, MARK_OF_LIST, step);
}

bool wrapper_match_find_json(const struct span *lines, size_t count, struct wrapper_step *step)
{
    return find_labels(lines, count, MARK_OF_JSON, step);
}

static bool is_of_rows(const struct wrapper_step *step)
{
    return step->mark != MARK_OF_LIST && step->mark != MARK_OF_JSON;
}

/* True for a heading, or what stands before it. */
static bool is_row_frame(const struct wrapper_step *step, struct span row)
{
    struct wrapper_step heading;
    return read_heading(row, step->mark, &heading) ||
           span_starts_with_ignoring_case(row, span_of("#TYPE "));
}

/* Sets `cell` to that of the column, in its quotes; false if there is none. */
static bool find_cell(struct span row, char separator, uint8_t column, struct span *cell)
{
    for (uint8_t i = 0; i <= column && row.length > 0; i++) {
        *cell = wrapper_cell_take(&row, separator);
        if (i == column)
            return true;
    }
    return false;
}

bool wrapper_match_file(const struct wrapper_step *step, struct span row, struct span *file)
{
    struct span cell;
    if (!is_of_rows(step) || step->file_column == NO_COLUMN || is_row_frame(step, row) ||
        !find_cell(row, step->mark, step->file_column, &cell))
        return false;
    *file = wrapper_cell_inside(cell);
    return file->length > 0;
}

/* Writes the value of a label that stands for a line. */
static bool write_value(char mark, struct span value, struct buffer *out, struct fault *fault)
{
    if (mark != MARK_OF_JSON)
        return buffer_append(out, value, fault);
    if (!text_cursor_take(&value, '"'))
        return true;
    return wrapper_escape_string(span_slice(value, 0, wrapper_escape_string_end(value)), out,
                                 fault);
}

/* True for what stands between two objects in JSON, and for a value alone. */
static bool is_json_frame(struct span text)
{
    struct span rest = span_trim(text);
    if (text_cursor_take(&rest, '"'))
        text_cursor_skip(&rest, wrapper_escape_string_end(rest) + (rest.length > 0));
    for (size_t i = 0; i < rest.length; i++)
        if (!span_is_blank(rest.bytes[i]) && memchr("[]{},", rest.bytes[i], 5) == NULL)
            return false;
    return text.length > 0;
}

bool wrapper_match_is_list(const struct wrapper_step *step)
{
    return step->kind == WRAPPER_MATCHES && step->mark == MARK_OF_LIST;
}

static bool write_row(const struct wrapper_step *step, struct span row, struct buffer *out,
                      bool *is_written, struct fault *fault)
{
    struct span cell = {0};
    *is_written = is_row_frame(step, row) || find_cell(row, step->mark, step->line_column, &cell);
    return wrapper_cell_append(cell, out, fault);
}

bool wrapper_match_write(const struct wrapper_step *step, struct span text, enum match_part *part,
                         struct buffer *out, bool *is_written, struct fault *fault)
{
    if (is_of_rows(step))
        return write_row(step, text, out, is_written, fault);
    enum match_part before = *part;
    struct span value = text;
    enum property property = take_label(step->mark, &value);
    bool is_rest = property == PROPERTY_NONE && step->mark == MARK_OF_LIST &&
                   take_indent(step->indent, &value);
    *is_written =
        property != PROPERTY_NONE || is_rest || (step->mark == MARK_OF_JSON && is_json_frame(text));
    *part = property == PROPERTY_LINE         ? MATCH_LINE
            : is_rest && before != MATCH_NONE ? MATCH_REST
                                              : MATCH_NONE;
    return *part == MATCH_NONE || write_value(step->mark, value, out, fault);
}

/* True if the last word of the part and the first one of the next would have fitted in a line as
 * one: then they are two. */
static bool are_words(const struct wrapper_step *step, struct span part, struct span next)
{
    struct span rest = next;
    size_t start = part.length;
    while (start > 0 && !span_is_blank(part.bytes[start - 1]))
        start--;
    return count_characters(span_slice(part, start, part.length)) +
               count_characters(text_cursor_take_text(&rest)) <=
           step->width;
}

bool wrapper_match_lost_blank(const struct wrapper_step *step, struct span part, struct span next)
{
    if (part.length == 0 || next.length == 0 || span_is_blank(next.bytes[0]) ||
        strchr(" \t-", part.bytes[part.length - 1]) != NULL)
        return false;
    return count_characters(part) < step->width || (!step->is_hard && are_words(step, part, next));
}
