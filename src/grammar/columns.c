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

/* What a byte may be part of. */
enum { KIND_DIGIT = 1, KIND_HEX = 2, KIND_PLACE = 4 };

/* Of a place only visible ASCII: the pattern counts characters there, not bytes. */
static unsigned char kinds_of(unsigned char byte)
{
    bool is_digit = byte >= '0' && byte <= '9';
    bool is_hex = is_digit || (byte >= 'A' && byte <= 'F') || (byte >= 'a' && byte <= 'f');
    bool is_place = byte > ' ' && byte < 0x7F && byte != '(' && byte != ')';
    return (unsigned char)(is_digit * KIND_DIGIT + is_hex * KIND_HEX + is_place * KIND_PLACE);
}

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
    for (unsigned byte = 0; byte < 256; byte++)
        columns->kinds[byte] = kinds_of((unsigned char)byte);
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

/* How many bytes at the start of the cell are of `kind`. */
static size_t count_kind(const struct columns *columns, struct span cell, unsigned char kind)
{
    const char *byte = cell.bytes;
    const char *end = cell.bytes + cell.length;
    while (byte < end && (columns->kinds[(unsigned char)*byte] & kind) != 0)
        byte++;
    return (size_t)(byte - cell.bytes);
}

static bool is_all(const struct columns *columns, struct span cell, unsigned char kind, size_t most)
{
    return cell.length > 0 && cell.length <= most && count_kind(columns, cell, kind) == cell.length;
}

/* Eight bytes as a number. */
static uint64_t word_at(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

/* Whether eight bytes look like `shape`, a digit for each 0 of it: what differs in a digit is at
 * most 9, and nothing else may differ. `others` has all bits of the bytes that are no digits. */
static bool has_shape(const char *bytes, const char *shape, const char *others)
{
    const uint64_t sevens = UINT64_C(0x7676767676767676); /* 0x76 + 10 sets the high bit */
    uint64_t difference = word_at(bytes) ^ word_at(shape);
    return (difference & word_at(others)) == 0 &&
           (((difference + sevens) | difference) & UINT64_C(0x8080808080808080)) == 0;
}

static bool is_clock(struct span cell)
{
    return cell.length == CLOCK_BYTES &&
           has_shape(cell.bytes, "00:00:00", "\0\0\xFF\0\0\xFF\0\0") &&
           has_shape(cell.bytes + 4, "0:00.000", "\0\xFF\0\0\xFF\0\0\0");
}

static bool is_day(const struct columns *columns, struct span cell)
{
    return cell.length == 5 && cell.bytes[2] == '/' &&
           count_kind(columns, span_slice(cell, 0, 2), KIND_DIGIT) == 2 &&
           count_kind(columns, span_slice(cell, 3, 5), KIND_DIGIT) == 2;
}

static bool is_guid(const struct columns *columns, struct span cell)
{
    static const size_t groups[] = {8, 4, 4, 4, 12};
    size_t at = 0;
    if (cell.length != GUID_BYTES)
        return false;
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        if ((i > 0 && cell.bytes[at++] != '-') ||
            count_kind(columns, span_slice(cell, at, at + groups[i]), KIND_HEX) != groups[i])
            return false;
        at += groups[i];
    }
    return true;
}

static bool is_place(const struct columns *columns, struct span cell)
{
    size_t bracket = count_kind(columns, cell, KIND_PLACE);
    return bracket > 0 && bracket <= MAX_PLACE_BYTES && cell.length >= bracket + 3 &&
           cell.bytes[bracket] == '(' && cell.bytes[cell.length - 1] == ')' &&
           is_all(columns, span_slice(cell, bracket + 1, cell.length - 1), KIND_DIGIT, SIZE_MAX);
}

static bool is_pointer(const struct columns *columns, struct span cell)
{
    return cell.length >= 10 && cell.bytes[0] == '[' && cell.bytes[cell.length - 1] == ']' &&
           is_all(columns, span_slice(cell, 1, cell.length - 1), KIND_HEX, 16);
}

static bool is_listed(const struct column *column, struct span cell)
{
    for (size_t i = 0; i < column->word_count; i++)
        if (span_equals(cell, column->words[i]))
            return true;
    return false;
}

static bool has_form(const struct columns *columns, const struct column *column, struct span cell)
{
    if (cell.length == 0)
        return column->may_be_empty;
    switch (column->form) {
    case COLUMN_HEX:
        return is_all(columns, cell, KIND_HEX, MAX_HEX_DIGITS);
    case COLUMN_DAY:
        return is_day(columns, cell);
    case COLUMN_CLOCK:
        return is_clock(cell);
    case COLUMN_NUMBER:
        return is_all(columns, cell, KIND_DIGIT, MAX_DIGITS);
    case COLUMN_PLACE:
        return is_place(columns, cell);
    case COLUMN_POINTER:
        return is_pointer(columns, cell);
    case COLUMN_GUID:
        return is_guid(columns, cell);
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
            if (!has_form(columns, column, cell))
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
