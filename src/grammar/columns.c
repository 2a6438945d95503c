#include "grammar/columns.h"

#include "base/ascii.h"
#include "base/count_of.h"

/* The name of a column decides its form. */
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
    {"machine", COLUMN_MACHINE, FIELD_COUNT},
    {"level", COLUMN_WORD, FIELD_LEVEL},
    {"message", COLUMN_REST, FIELD_MESSAGE},
};

/* A place has only visible ASCII here: its pattern counts characters, not bytes. */
static unsigned char classes_of(unsigned char byte)
{
    bool is_digit = ascii_is_digit((char)byte);
    bool is_hex = ascii_hex_digit((char)byte) >= 0;
    bool is_place = byte > ' ' && byte < 0x7F && byte != '(' && byte != ')';
    return (unsigned char)(is_digit * COLUMN_BYTE_DIGIT + is_hex * COLUMN_BYTE_HEX +
                           is_place * COLUMN_BYTE_PLACE +
                           (is_hex || byte == '-') * COLUMN_BYTE_MACHINE);
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

static bool parse_column(struct span text, struct columns *columns, struct fault *fault)
{
    struct column *column = &columns->list[columns->count++];
    size_t equals = span_find_byte(text, '=');
    struct span name = span_slice(text, 0, equals);
    column->may_be_empty = name.length > 0 && name.bytes[name.length - 1] == '?';
    if (column->may_be_empty)
        name.length--;
    for (size_t i = 0; i < COUNT_OF(known_columns); i++) {
        if (!span_equals(name, span_of(known_columns[i].name)))
            continue;
        column->form = known_columns[i].form;
        column->field = known_columns[i].field;
        columns->has_date |= column->form == COLUMN_DAY;
        if (column->form == COLUMN_DAY && column->may_be_empty)
            return fault_set(fault, FAULT_GRAMMAR, "a date may not be empty");
        if ((column->form == COLUMN_WORD) != (equals < text.length))
            return fault_set(fault, FAULT_GRAMMAR, "level, and only level, is followed by =WORDS");
        return equals == text.length ||
               parse_words(span_slice(text, equals + 1, text.length), column, fault);
    }
    return fault_set(fault, FAULT_GRAMMAR, "\"%.*s\" is no column", (int)name.length, name.bytes);
}

/* Cuts the columns into groups. The clock is new in most records and a group of its own. A pointer
 * has few values, but not for each combination of the others, and begins a group. A group that ends
 * with a column that may be missing is not cached: only what follows tells where it ends. */
static bool find_groups(struct columns *columns, struct fault *fault)
{
    for (size_t i = 0; i + 1 < columns->count; i++) {
        const struct column *column = &columns->list[i];
        bool begins = i == 0 || column->form == COLUMN_CLOCK || column->form == COLUMN_POINTER ||
                      column[-1].form == COLUMN_CLOCK ||
                      columns->groups[columns->group_count - 1].count == MAX_GROUP_COLUMNS;
        if (begins && columns->group_count == MAX_COLUMN_GROUPS)
            return fault_set(fault, FAULT_GRAMMAR,
                             "more than %d clocks, pointers and runs of "
                             "columns between them",
                             MAX_COLUMN_GROUPS);
        if (begins)
            columns->groups[columns->group_count++] = (struct column_group){.first = i};
        struct column_group *group = &columns->groups[columns->group_count - 1];
        group->count++;
        group->is_clock = column->form == COLUMN_CLOCK;
        group->may_repeat =
            !group->is_clock && column->form != COLUMN_NOTHING && column->form != COLUMN_MACHINE;
    }
    return true;
}

bool columns_parse(struct span text, struct columns *columns, struct fault *fault)
{
    *columns = (struct columns){0};
    for (unsigned byte = 0; byte < 256; byte++)
        columns->byte_classes[byte] = classes_of((unsigned char)byte);
    for (text = span_trim(text); text.length > 0; text = span_trim(text)) {
        size_t end = span_find_byte(text, ' ');
        if (columns->count == MAX_COLUMNS)
            return fault_set(fault, FAULT_GRAMMAR, "more than %d columns", MAX_COLUMNS);
        if (!parse_column(span_slice(text, 0, end), columns, fault))
            return false;
        text = span_slice(text, end, text.length);
    }
    for (size_t i = 0; i < columns->count; i++)
        if ((columns->list[i].form == COLUMN_REST) != (i == columns->count - 1))
            return fault_set(fault, FAULT_GRAMMAR, "message must be the last column");
    return find_groups(columns, fault);
}
