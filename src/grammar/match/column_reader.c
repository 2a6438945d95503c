/* Runs of columns that were seen before are known by their bytes alone: column by column a record
 * took 860 instructions, by runs it takes 360 (callgrind, -j1). */
#include <string.h>

#include "base/bytes16.h"
#include "grammar/columns.h"

enum {
    CLOCK_BYTES = 12,
    MAX_PLACE_BYTES = 100,
    GUID_BYTES = 36,
    MAX_HEX_DIGITS = 8,
    MAX_DIGITS = 4
};

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

static inline bool is_clock(struct span cell)
{
    return cell.length == CLOCK_BYTES &&
           has_shape(cell.bytes, "00:00:00", "\0\0\xFF\0\0\xFF\0\0") &&
           has_shape(cell.bytes + 4, "0:00.000", "\0\xFF\0\0\xFF\0\0\0");
}

static bool is_day(const struct columns *columns, struct span cell)
{
    return cell.length == 5 && cell.bytes[2] == '/' &&
           count_kind(columns, span_slice(cell, 0, 2), COLUMN_KIND_DIGIT) == 2 &&
           count_kind(columns, span_slice(cell, 3, 5), COLUMN_KIND_DIGIT) == 2;
}

static bool is_guid(const struct columns *columns, struct span cell)
{
    static const size_t groups[] = {8, 4, 4, 4, 12};
    size_t at = 0;
    if (cell.length != GUID_BYTES)
        return false;
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        if ((i > 0 && cell.bytes[at++] != '-') ||
            count_kind(columns, span_slice(cell, at, at + groups[i]), COLUMN_KIND_HEX) != groups[i])
            return false;
        at += groups[i];
    }
    return true;
}

static bool is_place(const struct columns *columns, struct span cell)
{
    size_t bracket = count_kind(columns, cell, COLUMN_KIND_PLACE);
    return bracket > 0 && bracket <= MAX_PLACE_BYTES && cell.length >= bracket + 3 &&
           cell.bytes[bracket] == '(' && cell.bytes[cell.length - 1] == ')' &&
           is_all(columns, span_slice(cell, bracket + 1, cell.length - 1), COLUMN_KIND_DIGIT,
                  SIZE_MAX);
}

static bool is_pointer(const struct columns *columns, struct span cell)
{
    return cell.length >= 10 && cell.bytes[0] == '[' && cell.bytes[cell.length - 1] == ']' &&
           is_all(columns, span_slice(cell, 1, cell.length - 1), COLUMN_KIND_HEX, 16);
}

/* The number of the word that the cell is, or COLUMN_NO_WORD. */
static uint8_t word_number(const struct column *column, struct span cell)
{
    for (size_t i = 0; i < column->word_count; i++)
        if (span_equals(cell, column->words[i]))
            return (uint8_t)i;
    return COLUMN_NO_WORD;
}

static bool has_form(const struct columns *columns, const struct column *column, struct span cell)
{
    if (cell.length == 0)
        return column->may_be_empty || column->form == COLUMN_NOTHING;
    switch (column->form) {
    case COLUMN_HEX:
        return is_all(columns, cell, COLUMN_KIND_HEX, MAX_HEX_DIGITS);
    case COLUMN_DAY:
        return is_day(columns, cell);
    case COLUMN_CLOCK:
        return is_clock(cell);
    case COLUMN_NUMBER:
        return is_all(columns, cell, COLUMN_KIND_DIGIT, MAX_DIGITS);
    case COLUMN_PLACE:
        return is_place(columns, cell);
    case COLUMN_POINTER:
        return is_pointer(columns, cell);
    case COLUMN_GUID:
        return is_guid(columns, cell);
    case COLUMN_WORD:
        return word_number(column, cell) != COLUMN_NO_WORD;
    case COLUMN_NOTHING:
    case COLUMN_REST:
        break;
    }
    return false;
}

static void note_cell(const struct column *column, size_t start, size_t length,
                      struct cached_columns *found)
{
    if (column->field == FIELD_COUNT)
        return;
    size_t number = found->field_count++;
    found->fields[number].start = (uint16_t)start;
    found->fields[number].length = (uint16_t)length;
    found->fields[number].field = (uint16_t)column->field;
    if (column->form == COLUMN_WORD)
        found->word = word_number(column, (struct span){found->bytes + start, length});
}

/* Reads each cell of the run at `at`. False when one does not fit. */
static bool read_cells(const struct columns *columns, const struct column_group *run,
                       const char *at, const char *end, struct cached_columns *found)
{
    size_t next = 0;
    *found = (struct cached_columns){.bytes = at, .word = COLUMN_NO_WORD};
    for (size_t i = 0; i < run->count; i++) {
        const struct column *column = &columns->list[run->first + i];
        const char *cell = at + next;
        const char *tab = cell < end ? memchr(cell, '\t', (size_t)(end - cell)) : NULL;
        if (tab == NULL || tab - at >= UINT16_MAX)
            return false;
        if (column->form == COLUMN_NOTHING && column->may_be_empty && tab != cell)
            continue; /* it is missing: the cell is the next column's */
        size_t length = (size_t)(tab - cell);
        if (!has_form(columns, column, (struct span){cell, length}))
            return false;
        note_cell(column, next, length, found);
        next += length + 1;
    }
    found->length = (uint16_t)next;
    return true;
}

/* Where the memory keeps cells that begin like those at `at`. */
static size_t set_of(const char *at, size_t left)
{
    uint64_t bytes = left >= 16 ? word_at(at) + 3 * word_at(at + 8) : 0;
    return bytes * UINT64_C(0x9E3779B97F4A7C15) >> (64 - COLUMN_CACHE_SET_BITS);
}

/* Slots that stand for no place in the memory. */
enum { SLOT_CLOCK = COLUMN_CACHE_SLOTS, SLOT_FRESH };

static const struct cached_columns clock_run = {
    .length = CLOCK_BYTES + 1,
    .word = COLUMN_NO_WORD,
    .field_count = 1,
    .fields = {{.length = CLOCK_BYTES, .field = FIELD_TIME}}};

/* Reads the run at `at` for the first time: into a free slot of those from `first` on. Those in use
 * stay, so that a place found once is valid for the block. NULL when it does not fit. */
static const struct cached_columns *read_run(const struct columns *columns, size_t number,
                                             const char *at, const char *end,
                                             struct column_cache *memory, size_t first,
                                             uint8_t *slot)
{
    const struct column_group *run = &columns->runs[number];
    size_t free = first;
    while (free < first + COLUMN_CACHE_WAYS && memory->runs[number][free].length > 0)
        free++;
    bool is_remembered = run->may_repeat && free < first + COLUMN_CACHE_WAYS;
    struct cached_columns *room =
        is_remembered ? &memory->runs[number][free] : &memory->fresh[number];
    *slot = is_remembered ? (uint8_t)free : SLOT_FRESH;
    struct cached_columns found;
    if (!read_cells(columns, run, at, end, &found))
        return NULL;
    *room = found;
    return room;
}

/* The run at `at`, and its slot; NULL when it does not fit. */
static const struct cached_columns *find_run(const struct columns *columns, size_t number,
                                             const char *at, const char *end,
                                             struct column_cache *memory, uint8_t *slot)
{
    size_t left = (size_t)(end - at);
    if (columns->runs[number].is_clock && left > CLOCK_BYTES && at[CLOCK_BYTES] == '\t' &&
        is_clock((struct span){at, CLOCK_BYTES})) {
        *slot = SLOT_CLOCK;
        return &clock_run;
    }
    size_t first = set_of(at, left) * COLUMN_CACHE_WAYS;
    const struct cached_columns *known = &memory->runs[number][first];
    for (size_t way = 0; way < COLUMN_CACHE_WAYS && known->length > 0; way++, known++)
        if (known->length <= left && bytes16_spans_are_equal(at, known->bytes, known->length)) {
            *slot = (uint8_t)(first + way);
            return known;
        }
    return read_run(columns, number, at, end, memory, first, slot);
}

bool columns_find(const struct columns *columns, struct span line, struct column_cache *memory,
                  struct columns_place *place)
{
    const char *at = line.bytes;
    const char *end = line.bytes + line.length;
    place->word = COLUMN_NO_WORD;
    place->is_lasting = true;
    for (size_t i = 0; i < columns->run_count; i++) {
        const struct cached_columns *run = find_run(columns, i, at, end, memory, &place->slots[i]);
        if (run == NULL)
            return false;
        place->is_lasting &= place->slots[i] != SLOT_FRESH;
        if (run->word != COLUMN_NO_WORD)
            place->word = run->word;
        at += run->length;
    }
    place->rest = (uint32_t)(at - line.bytes);
    return true;
}

static const struct cached_columns *run_in(const struct column_cache *memory, size_t run,
                                           uint8_t slot)
{
    if (slot == SLOT_CLOCK)
        return &clock_run;
    return slot == SLOT_FRESH ? &memory->fresh[run] : &memory->runs[run][slot];
}

void columns_fields(const struct columns *columns, const struct column_cache *memory,
                    struct span line, const struct columns_place *place,
                    struct span fields[FIELD_COUNT])
{
    const char *start = line.bytes;
    for (size_t i = 0; i < columns->run_count; i++) {
        const struct cached_columns *run = run_in(memory, i, place->slots[i]);
        for (size_t cell = 0; cell < run->field_count; cell++)
            fields[run->fields[cell].field] =
                run->fields[cell].length > 0
                    ? (struct span){start + run->fields[cell].start, run->fields[cell].length}
                    : (struct span){0};
        start += run->length;
    }
    fields[columns->list[columns->count - 1].field] = span_slice(line, place->rest, line.length);
}
