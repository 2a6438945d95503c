#include "grammar/reading.h"

#include <string.h>

void reader_start(struct reader *reader, const struct block *block)
{
    reader->block = block;
    reader->memory = (struct columns_memory){0};
    reader->cut_bytes = 0;
    reader->last = &reader->slots[0];
    reader->at_hand = &reader->slots[1];
    reader->ahead = &reader->slots[2];
    for (size_t i = 0; i < sizeof reader->slots / sizeof *reader->slots; i++)
        reader->slots[i] = (struct reading){0};
}

struct span reader_line(const struct reader *reader, size_t index)
{
    const struct line *line = &reader->block->lines[index];
    size_t cut = index == reader->cut_line ? reader->cut_bytes : 0;
    return span_slice(reader->block->text, line->start + cut, line->start + line->length);
}

static void clear(struct reading *reading)
{
    memset(reading->fields, 0, sizeof reading->fields);
}

/* Fields that columns_read sets anew for every line need not be cleared for it. */
static bool read_columns(struct reader *reader, struct reading *reading, struct span text)
{
    if (!reader->uses_columns || reader->dialect->columns.count == 0)
        return false;
    if (!reading->has_only_columns)
        clear(reading);
    reading->has_only_columns = true;
    reading->is_record =
        columns_read(&reader->dialect->columns, text, &reader->memory, reading->fields);
    return reading->is_record;
}

static void read_pattern(struct reader *reader, struct reading *reading, struct span text)
{
    clear(reading);
    reading->has_only_columns = false;
    if (reader->dialect->record == NULL)
        return;
    enum pattern_result result =
        pattern_match(reader->dialect->record, reader->patterns, text, reading->fields);
    reading->is_record = result == PATTERN_MATCH;
    reading->gave_up = result == PATTERN_GAVE_UP;
}

/* Few messages hold what parts the numbers of a date: only those are looked at more closely. */
static bool may_hold_record(const struct reading *reading)
{
    struct span date = reading->fields[FIELD_DATE];
    struct span message = reading->fields[FIELD_MESSAGE];
    size_t sign = 0;
    while (sign < date.length && date.bytes[sign] >= '0' && date.bytes[sign] <= '9')
        sign++;
    return sign < date.length && span_find_byte(message, date.bytes[sign]) < message.length;
}

/* Cuts another record off the message: pages and mails run them together on one line. */
static size_t cut_rest(const struct reader *reader, struct reading *reading, struct span text)
{
    struct span found[FIELD_COUNT] = {{0}};
    struct span *message = &reading->fields[FIELD_MESSAGE];
    if (pattern_match(reader->dialect->joined, reader->patterns, *message, found) !=
            PATTERN_MATCH ||
        found[FIELD_MESSAGE].bytes == NULL || found[FIELD_MESSAGE].bytes == text.bytes)
        return 0;
    message->length = (size_t)(found[FIELD_MESSAGE].bytes - message->bytes);
    return (size_t)(found[FIELD_MESSAGE].bytes - text.bytes);
}

static struct reading *read_ahead(struct reader *reader, size_t index)
{
    struct reading *reading = reader->ahead;
    if (reading->is_known && reading->line == index)
        return reading;
    struct span text = reader_line(reader, index);
    reading->line = index;
    reading->is_known = true;
    reading->is_record = false;
    reading->gave_up = false;
    if (!read_columns(reader, reading, text))
        read_pattern(reader, reading, text);
    reading->rest = 0;
    if (reading->is_record && reader->dialect->joined != NULL && may_hold_record(reading))
        reading->rest = cut_rest(reader, reading, text);
    return reading;
}

const struct reading *reader_peek(struct reader *reader, size_t index)
{
    return read_ahead(reader, index);
}

bool reader_is_record(struct reader *reader, size_t index)
{
    return read_ahead(reader, index)->is_record;
}

const struct reading *reader_move(struct reader *reader, size_t index)
{
    struct reading *reading = read_ahead(reader, index);
    reader->ahead = reader->at_hand;
    reader->at_hand = reading;
    reader->ahead->is_known = false;
    return reading;
}

void reader_cut(struct reader *reader)
{
    struct reading *reading = reader->at_hand;
    size_t cut = reader->cut_line == reading->line ? reader->cut_bytes : 0;
    reader->cut_line = reading->line;
    reader->cut_bytes = cut + reading->rest;
    reader->ahead->is_known = false;
}

void reader_keep(struct reader *reader)
{
    struct reading *last = reader->last;
    reader->last = reader->at_hand;
    reader->at_hand = last;
    last->is_known = false;
}
