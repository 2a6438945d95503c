#include "grammar/match/record_reader.h"

#include <string.h>

#include "base/ascii.h"
#include "base/memory.h"

/* Fills `layout`, which is all zero. */
static void find_layout(struct record_reader *reader, const struct line *line,
                        struct line_layout *layout)
{
    struct span text =
        span_slice(reader->block->text, line->start, (size_t)line->start + line->length);
    layout->is_record =
        column_reader_find(&reader->dialect->columns, text, &reader->cache, &layout->columns);
}

static bool find_layouts(struct record_reader *reader, struct fault *fault)
{
    size_t count = reader->block->line_count;
    void *layouts = reader->layouts;
    if (!memory_reserve(&layouts, &reader->layout_capacity, count, sizeof *reader->layouts, fault))
        return false;
    reader->layouts = layouts;
    bool has_layouts = record_reader_has_layouts(reader);
    for (size_t i = 0; i < count; i++) {
        reader->layouts[i] = (struct line_layout){0};
        if (has_layouts)
            find_layout(reader, &reader->block->lines[i], &reader->layouts[i]);
    }
    return true;
}

bool record_reader_start(struct record_reader *reader, const struct block *block,
                         struct fault *fault)
{
    reader->block = block;
    reader->cache = (struct column_cache){0};
    reader->cut_bytes = 0;
    reader->last = &reader->slots[0];
    reader->current = &reader->slots[1];
    reader->next = &reader->slots[2];
    for (size_t i = 0; i < sizeof reader->slots / sizeof *reader->slots; i++)
        reader->slots[i] = (struct parsed_line){0};
    return find_layouts(reader, fault);
}

void record_reader_release(struct record_reader *reader)
{
    memory_free(reader->layouts);
    *reader = (struct record_reader){0};
}

bool record_reader_may_hold_another(const struct record_reader *reader, struct span message)
{
    const char date_separator = '/'; /* of COLUMN_DAY; rare in messages */
    return reader->dialect->joined != NULL && reader->dialect->columns.has_date &&
           span_find_byte(message, date_separator) < message.length;
}

/* Returns how many bytes of the line have been cut off. */
static size_t cut_of(const struct record_reader *reader, size_t index)
{
    return index == reader->cut_line ? reader->cut_bytes : 0;
}

struct span record_reader_line(const struct record_reader *reader, size_t index)
{
    const struct line *line = &reader->block->lines[index];
    return span_slice(reader->block->text, line->start + cut_of(reader, index),
                      line->start + line->length);
}

/* Finds the columns of what is left of the line. False if it does not fit them. */
static bool find_columns(struct record_reader *reader, size_t line, struct span text,
                         struct column_layout *columns)
{
    const struct line_layout *layout = &reader->layouts[line];
    bool is_cut = cut_of(reader, line) > 0;
    *columns = layout->columns;
    if (!is_cut && (!layout->is_record || columns->is_lasting))
        return layout->is_record;
    return record_reader_has_layouts(reader) &&
           column_reader_find(&reader->dialect->columns, text, &reader->cache, columns);
}

/* Every line sets all fields of columns: they need not be cleared between two such lines. */
static bool read_columns(struct record_reader *reader, struct parsed_line *parsed, struct span text)
{
    struct column_layout columns;
    if (!find_columns(reader, parsed->line, text, &columns))
        return false;
    if (!parsed->has_only_columns)
        memset(parsed->fields, 0, sizeof parsed->fields);
    parsed->has_only_columns = true;
    parsed->is_record = true;
    column_reader_fields(&reader->dialect->columns, &reader->cache, text, &columns, parsed->fields);
    return true;
}

static void read_pattern(struct record_reader *reader, struct parsed_line *parsed, struct span text)
{
    memset(parsed->fields, 0, sizeof parsed->fields);
    parsed->has_only_columns = false;
    if (reader->dialect->record == NULL)
        return;
    enum pattern_result result =
        pattern_match(reader->dialect->record, reader->patterns, text, parsed->fields);
    parsed->is_record = result == PATTERN_MATCH;
    parsed->limited_pattern = result == PATTERN_STEP_LIMIT ? "record" : NULL;
}

/* True if the message contains the separator of its record's date. Few do, and only those meet the
 * `joined` pattern. */
static bool may_hold_another(const struct record_reader *reader, const struct parsed_line *parsed)
{
    const struct line_layout *layout = &reader->layouts[parsed->line];
    if (layout->is_record && cut_of(reader, parsed->line) == 0)
        return layout->may_hold_another;
    struct span date = parsed->fields[FIELD_DATE];
    struct span message = parsed->fields[FIELD_MESSAGE];
    size_t separator = 0;
    while (separator < date.length && ascii_is_digit(date.bytes[separator]))
        separator++;
    return separator < date.length &&
           span_find_byte(message, date.bytes[separator]) < message.length;
}

/* Cuts another record off the message, since web pages and mails run records together on one line.
 * Returns the offset of that record in the line; 0 if there is none. */
static size_t cut_rest(const struct record_reader *reader, struct parsed_line *parsed,
                       struct span text)
{
    struct span found[FIELD_COUNT] = {{0}};
    struct span *message = &parsed->fields[FIELD_MESSAGE];
    enum pattern_result result =
        pattern_match(reader->dialect->joined, reader->patterns, *message, found);
    if (result == PATTERN_STEP_LIMIT)
        parsed->limited_pattern = "joined";
    if (result != PATTERN_MATCH || found[FIELD_MESSAGE].bytes == NULL ||
        found[FIELD_MESSAGE].bytes == text.bytes)
        return 0;
    message->length = (size_t)(found[FIELD_MESSAGE].bytes - message->bytes);
    return (size_t)(found[FIELD_MESSAGE].bytes - text.bytes);
}

static struct parsed_line *parse_line(struct record_reader *reader, size_t index)
{
    struct parsed_line *parsed = reader->next;
    if (parsed->is_valid && parsed->line == index)
        return parsed;
    struct span text = record_reader_line(reader, index);
    parsed->line = index;
    parsed->is_valid = true;
    parsed->is_record = false;
    parsed->limited_pattern = NULL;
    if (!read_columns(reader, parsed, text))
        read_pattern(reader, parsed, text);
    parsed->rest = 0;
    if (parsed->is_record && reader->dialect->joined != NULL && may_hold_another(reader, parsed))
        parsed->rest = cut_rest(reader, parsed, text);
    return parsed;
}

bool record_reader_is_record(struct record_reader *reader, size_t index)
{
    return (reader->layouts[index].is_record && cut_of(reader, index) == 0) ||
           parse_line(reader, index)->is_record;
}

void record_reader_columns(struct record_reader *reader, size_t index,
                           struct span fields[FIELD_COUNT])
{
    struct span text = record_reader_line(reader, index);
    struct column_layout columns;
    if (find_columns(reader, index, text, &columns))
        column_reader_fields(&reader->dialect->columns, &reader->cache, text, &columns, fields);
}

const struct parsed_line *record_reader_advance(struct record_reader *reader, size_t index)
{
    struct parsed_line *parsed = parse_line(reader, index);
    reader->next = reader->current;
    reader->current = parsed;
    reader->next->is_valid = false;
    return parsed;
}

void record_reader_cut(struct record_reader *reader)
{
    struct parsed_line *parsed = reader->current;
    size_t cut = cut_of(reader, parsed->line);
    reader->cut_line = parsed->line;
    reader->cut_bytes = cut + parsed->rest;
    reader->next->is_valid = false;
}

void record_reader_set_last(struct record_reader *reader)
{
    struct parsed_line *last = reader->last;
    reader->last = reader->current;
    reader->current = last;
    last->is_valid = false;
}
