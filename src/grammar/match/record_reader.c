#include "grammar/match/record_reader.h"

#include <string.h>

#include "base/ascii.h"
#include "base/memory.h"

/* Fills `head`, which is all zero. */
static void read_head(struct record_reader *reader, const struct line *line,
                      struct line_layout *head)
{
    struct span text =
        span_slice(reader->block->text, line->start, (size_t)line->start + line->length);
    head->is_record = columns_find(&reader->dialect->columns, text, &reader->memory, &head->place);
}

static bool read_heads(struct record_reader *reader, struct fault *fault)
{
    size_t count = reader->block->line_count;
    void *heads = reader->heads;
    if (!memory_reserve(&heads, &reader->head_capacity, count, sizeof *reader->heads, fault))
        return false;
    reader->heads = heads;
    bool has_heads = record_reader_has_heads(reader);
    for (size_t i = 0; i < count; i++) {
        reader->heads[i] = (struct line_layout){0};
        if (has_heads)
            read_head(reader, &reader->block->lines[i], &reader->heads[i]);
    }
    return true;
}

bool record_reader_start(struct record_reader *reader, const struct block *block,
                         struct fault *fault)
{
    reader->block = block;
    reader->memory = (struct column_cache){0};
    reader->cut_bytes = 0;
    reader->last = &reader->slots[0];
    reader->at_hand = &reader->slots[1];
    reader->ahead = &reader->slots[2];
    for (size_t i = 0; i < sizeof reader->slots / sizeof *reader->slots; i++)
        reader->slots[i] = (struct parsed_line){0};
    return read_heads(reader, fault);
}

void record_reader_release(struct record_reader *reader)
{
    memory_free(reader->heads);
    *reader = (struct record_reader){0};
}

bool record_reader_may_hold_another(const struct record_reader *reader, struct span message)
{
    const char date_sign = '/'; /* of a date in a column of its own; few messages hold it */
    return reader->dialect->joined != NULL && reader->dialect->columns.has_date &&
           span_find_byte(message, date_sign) < message.length;
}

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

static void clear(struct parsed_line *reading)
{
    memset(reading->fields, 0, sizeof reading->fields);
}

/* Whether what is left of the line fits the columns, and where they lie. */
static bool find_columns(struct record_reader *reader, size_t line, struct span text,
                         struct columns_place *place)
{
    const struct line_layout *head = &reader->heads[line];
    bool is_cut = cut_of(reader, line) > 0;
    *place = head->place;
    if (!is_cut && (!head->is_record || place->is_lasting))
        return head->is_record;
    return record_reader_has_heads(reader) &&
           columns_find(&reader->dialect->columns, text, &reader->memory, place);
}

/* Fields of columns are set anew for every line and need not be cleared for it. */
static bool read_columns(struct record_reader *reader, struct parsed_line *reading,
                         struct span text)
{
    struct columns_place place;
    if (!find_columns(reader, reading->line, text, &place))
        return false;
    if (!reading->has_only_columns)
        clear(reading);
    reading->has_only_columns = true;
    reading->is_record = true;
    columns_fields(&reader->dialect->columns, &reader->memory, text, &place, reading->fields);
    return true;
}

static void read_pattern(struct record_reader *reader, struct parsed_line *reading,
                         struct span text)
{
    clear(reading);
    reading->has_only_columns = false;
    if (reader->dialect->record == NULL)
        return;
    enum pattern_result result =
        pattern_match(reader->dialect->record, reader->patterns, text, reading->fields);
    reading->is_record = result == PATTERN_MATCH;
    reading->gave_up = result == PATTERN_STEP_LIMIT ? "record" : NULL;
}

/* Few messages hold what parts the numbers of a date: only those are looked at more closely. */
static bool may_hold_another(const struct record_reader *reader, const struct parsed_line *reading)
{
    const struct line_layout *head = &reader->heads[reading->line];
    if (head->is_record && cut_of(reader, reading->line) == 0)
        return head->may_hold_another;
    struct span date = reading->fields[FIELD_DATE];
    struct span message = reading->fields[FIELD_MESSAGE];
    size_t sign = 0;
    while (sign < date.length && ascii_is_digit(date.bytes[sign]))
        sign++;
    return sign < date.length && span_find_byte(message, date.bytes[sign]) < message.length;
}

/* Cuts another record off the message: pages and mails run them together on one line. */
static size_t cut_rest(const struct record_reader *reader, struct parsed_line *reading,
                       struct span text)
{
    struct span found[FIELD_COUNT] = {{0}};
    struct span *message = &reading->fields[FIELD_MESSAGE];
    enum pattern_result result =
        pattern_match(reader->dialect->joined, reader->patterns, *message, found);
    if (result == PATTERN_STEP_LIMIT)
        reading->gave_up = "joined";
    if (result != PATTERN_MATCH || found[FIELD_MESSAGE].bytes == NULL ||
        found[FIELD_MESSAGE].bytes == text.bytes)
        return 0;
    message->length = (size_t)(found[FIELD_MESSAGE].bytes - message->bytes);
    return (size_t)(found[FIELD_MESSAGE].bytes - text.bytes);
}

static struct parsed_line *read_ahead(struct record_reader *reader, size_t index)
{
    struct parsed_line *reading = reader->ahead;
    if (reading->is_known && reading->line == index)
        return reading;
    struct span text = record_reader_line(reader, index);
    reading->line = index;
    reading->is_known = true;
    reading->is_record = false;
    reading->gave_up = NULL;
    if (!read_columns(reader, reading, text))
        read_pattern(reader, reading, text);
    reading->rest = 0;
    if (reading->is_record && reader->dialect->joined != NULL && may_hold_another(reader, reading))
        reading->rest = cut_rest(reader, reading, text);
    return reading;
}

bool record_reader_is_record(struct record_reader *reader, size_t index)
{
    return (reader->heads[index].is_record && cut_of(reader, index) == 0) ||
           read_ahead(reader, index)->is_record;
}

const struct parsed_line *record_reader_move(struct record_reader *reader, size_t index)
{
    struct parsed_line *reading = read_ahead(reader, index);
    reader->ahead = reader->at_hand;
    reader->at_hand = reading;
    reader->ahead->is_known = false;
    return reading;
}

void record_reader_cut(struct record_reader *reader)
{
    struct parsed_line *reading = reader->at_hand;
    size_t cut = cut_of(reader, reading->line);
    reader->cut_line = reading->line;
    reader->cut_bytes = cut + reading->rest;
    reader->ahead->is_known = false;
}

void record_reader_keep(struct record_reader *reader)
{
    struct parsed_line *last = reader->last;
    reader->last = reader->at_hand;
    reader->at_hand = last;
    last->is_known = false;
}
