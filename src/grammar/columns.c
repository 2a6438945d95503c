#include "grammar/columns.h"

#include <string.h>

enum {
    CLOCK_BYTES = 12,
    MAX_PLACE_BYTES = 100,
    GUID_BYTES = 36,
    MAX_HEX_DIGITS = 8,
    MAX_DIGITS = 4
};

/* Their forms depend on nothing but their names. */
static const struct {
    const char *name;
    enum column_form form;
    enum event_field field;
} known_columns[] = {
    {"pid", COLUMN_HEX, FIELD_PID},
    {"tid", COLUMN_HEX, FIELD_TID},
    {"date", COLUMN_DAY, FIELD_DATE},
    {"time", COLUMN_CLOCK, FIELD_TIME},
    {"component", COLUMN_NUMBER, FIELD_COMPONENT},
    {"source", COLUMN_PLACE, FIELD_SOURCE},
    {"pointer", COLUMN_POINTER, FIELD_COUNT},
    {"job", COLUMN_GUID, FIELD_JOB},
    {"nothing", COLUMN_NOTHING, FIELD_COUNT},
    {"level", COLUMN_WORD, FIELD_LEVEL},
    {"message", COLUMN_REST, FIELD_MESSAGE},
};

static bool parse_words(struct span text, struct column *column, struct fault *fault)
{
    while (text.length > 0) {
        size_t end = span_find_byte(text, '|');
        if (end == 0 || column->word_count == MAX_COLUMN_WORDS)
            return fault_set(fault, FAULT_GRAMMAR, "an empty word, or more than %d",
                             MAX_COLUMN_WORDS);
        column->words[column->word_count++] = span_slice(text, 0, end);
        text = span_slice(text, end < text.length ? end + 1 : end, text.length);
    }
    return true;
}

static bool parse_column(struct span text, struct column *column, struct fault *fault)
{
    size_t equals = span_find_byte(text, '=');
    struct span name = span_slice(text, 0, equals);
    column->may_be_empty = name.length > 0 && name.bytes[name.length - 1] == '?';
    if (column->may_be_empty)
        name.length--;
    for (size_t i = 0; i < sizeof known_columns / sizeof *known_columns; i++) {
        if (!span_equals(name, span_of(known_columns[i].name)))
            continue;
        column->form = known_columns[i].form;
        column->field = known_columns[i].field;
        if ((column->form == COLUMN_WORD) != (equals < text.length))
            return fault_set(fault, FAULT_GRAMMAR, "level, and only level, is followed by =WORDS");
        return equals == text.length ||
               parse_words(span_slice(text, equals + 1, text.length), column, fault);
    }
    return fault_set(fault, FAULT_GRAMMAR, "\"%.*s\" is no column", (int)name.length, name.bytes);
}

bool columns_parse(struct span text, struct columns *columns, struct fault *fault)
{
    *columns = (struct columns){0};
    for (text = span_trim(text); text.length > 0; text = span_trim(text)) {
        size_t end = span_find_byte(text, ' ');
        if (columns->count == MAX_COLUMNS)
            return fault_set(fault, FAULT_GRAMMAR, "more than %d columns", MAX_COLUMNS);
        if (!parse_column(span_slice(text, 0, end), &columns->list[columns->count++], fault))
            return false;
        text = span_slice(text, end, text.length);
    }
    for (size_t i = 0; i < columns->count; i++)
        if ((columns->list[i].form == COLUMN_REST) != (i == columns->count - 1))
            return fault_set(fault, FAULT_GRAMMAR, "message must be the last column");
    return true;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_hex_digit(char byte)
{
    return is_digit(byte) || (byte >= 'A' && byte <= 'F') || (byte >= 'a' && byte <= 'f');
}

static bool is_number(struct span cell, size_t most, bool (*is_of_kind)(char))
{
    for (size_t i = 0; i < cell.length; i++)
        if (!is_of_kind(cell.bytes[i]))
            return false;
    return cell.length > 0 && cell.length <= most;
}

/* Whether the cell looks like `shape`: a digit for each 0, a hexadecimal one for each h, else the
 * byte itself. */
static bool has_shape(struct span cell, const char *shape, size_t length)
{
    if (cell.length != length)
        return false;
    for (size_t i = 0; i < length; i++) {
        bool fits = shape[i] == '0'   ? is_digit(cell.bytes[i])
                    : shape[i] == 'h' ? is_hex_digit(cell.bytes[i])
                                      : cell.bytes[i] == shape[i];
        if (!fits)
            return false;
    }
    return true;
}

/* Only visible ASCII before the bracket: the pattern counts characters there, not bytes. */
static bool is_place(struct span cell)
{
    size_t bracket = span_find_byte(cell, '(');
    if (bracket == 0 || bracket > MAX_PLACE_BYTES || cell.length < bracket + 3 ||
        cell.bytes[cell.length - 1] != ')')
        return false;
    for (size_t i = 0; i < bracket; i++)
        if (cell.bytes[i] <= ' ' || cell.bytes[i] >= 0x7F || cell.bytes[i] == ')')
            return false;
    return is_number(span_slice(cell, bracket + 1, cell.length - 1), SIZE_MAX, is_digit);
}

static bool is_pointer(struct span cell)
{
    return cell.length >= 10 && cell.length <= 18 && cell.bytes[0] == '[' &&
           cell.bytes[cell.length - 1] == ']' &&
           is_number(span_slice(cell, 1, cell.length - 1), 16, is_hex_digit);
}

static bool is_listed(const struct column *column, struct span cell)
{
    for (size_t i = 0; i < column->word_count; i++)
        if (span_equals(cell, column->words[i]))
            return true;
    return false;
}

static bool has_form(const struct column *column, struct span cell)
{
    static const char guid[] = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh";
    if (cell.length == 0)
        return column->may_be_empty;
    switch (column->form) {
    case COLUMN_HEX:
        return is_number(cell, MAX_HEX_DIGITS, is_hex_digit);
    case COLUMN_DAY:
        return has_shape(cell, "00/00", 5);
    case COLUMN_CLOCK:
        return has_shape(cell, "00:00:00.000", CLOCK_BYTES);
    case COLUMN_NUMBER:
        return is_number(cell, MAX_DIGITS, is_digit);
    case COLUMN_PLACE:
        return is_place(cell);
    case COLUMN_POINTER:
        return is_pointer(cell);
    case COLUMN_GUID:
        return has_shape(cell, guid, GUID_BYTES);
    case COLUMN_WORD:
        return is_listed(column, cell);
    case COLUMN_NOTHING:
    case COLUMN_REST:
        break;
    }
    return false;
}

/* Whether the record before had the same cell at `at`: then its form is known, too. */
static bool repeats(struct span known, const char *at, const char *end)
{
    size_t length = known.length;
    return length > 0 && (size_t)(end - at) > length && at[length] == '\t' &&
           memcmp(at, known.bytes, length) == 0;
}

static const char *find_tab(const struct column *column, const char *at, const char *end)
{
    size_t left = (size_t)(end - at);
    if (column->form == COLUMN_CLOCK && left > CLOCK_BYTES && at[CLOCK_BYTES] == '\t')
        return at + CLOCK_BYTES;
    return left > 0 ? memchr(at, '\t', left) : NULL;
}

bool columns_read(const struct columns *columns, struct span line, struct columns_memory *memory,
                  struct span fields[FIELD_COUNT])
{
    const char *at = line.bytes;
    const char *end = line.bytes + line.length;
    if (columns->count == 0)
        return false;
    for (size_t i = 0; i + 1 < columns->count; i++) {
        const struct column *column = &columns->list[i];
        struct span cell = {at, memory->cells[i].length};
        if (!repeats(memory->cells[i], at, end)) {
            const char *tab = find_tab(column, at, end);
            if (tab == NULL)
                return false;
            if (column->form == COLUMN_NOTHING && tab != at)
                continue; /* it is missing: the cell is the next column's */
            cell.length = (size_t)(tab - at);
            if (!has_form(column, cell))
                return false;
            memory->cells[i] = cell;
        }
        if (column->field != FIELD_COUNT)
            fields[column->field] = cell.length > 0 ? cell : (struct span){0};
        at += cell.length + 1;
    }
    fields[columns->list[columns->count - 1].field] = (struct span){at, (size_t)(end - at)};
    return true;
}
