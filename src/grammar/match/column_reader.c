#include "grammar/match/column_reader.h"

#include <assert.h>
#include <string.h>

#include "base/bytes16.h"
#include "base/count_of.h"

enum {
    CLOCK_BYTES = 12,
    MAX_PLACE_BYTES = 100,
    GUID_BYTES = 36,
    MAX_HEX_DIGITS = 8,
    MAX_MACHINE_BYTES = 64,
    MAX_DIGITS = 4
};

/* Counts the bytes at the start of the cell that are of `class`. */
static size_t count_class(const struct columns *columns, struct span cell, unsigned char class)
{
    const char *byte = cell.bytes;
    const char *end = cell.bytes + cell.length;
    while (byte < end && (columns->byte_classes[(unsigned char)*byte] & class) != 0)
        byte++;
    return (size_t)(byte - cell.bytes);
}

static bool is_all(const struct columns *columns, struct span cell, unsigned char class,
                   size_t most)
{
    return cell.length > 0 && cell.length <= most &&
           count_class(columns, cell, class) == cell.length;
}

static uint64_t word_at(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

/* True if eight bytes match `form`, which has a 0 for each digit: a digit differs from '0' by at
 * most 9, and nothing else may differ. `others` has all bits set in the bytes that are no digits.
 */
static bool has_form_of_digits(const char *bytes, const char *form, const char *others)
{
    const uint64_t carry = UINT64_C(0x7676767676767676); /* 0x76 + 10 sets the high bit */
    uint64_t difference = word_at(bytes) ^ word_at(form);
    return (difference & word_at(others)) == 0 &&
           (((difference + carry) | difference) & UINT64_C(0x8080808080808080)) == 0;
}

static inline bool is_clock(struct span cell)
{
    return cell.length == CLOCK_BYTES &&
           has_form_of_digits(cell.bytes, "00:00:00", "\0\0\xFF\0\0\xFF\0\0") &&
           has_form_of_digits(cell.bytes + 4, "0:00.000", "\0\xFF\0\0\xFF\0\0\0");
}

static bool is_day(const struct columns *columns, struct span cell)
{
    return cell.length == 5 && cell.bytes[2] == '/' &&
           count_class(columns, span_slice(cell, 0, 2), COLUMN_BYTE_DIGIT) == 2 &&
           count_class(columns, span_slice(cell, 3, 5), COLUMN_BYTE_DIGIT) == 2;
}

static bool is_guid(const struct columns *columns, struct span cell)
{
    static const size_t groups[] = {8, 4, 4, 4, 12};
    size_t at = 0;
    if (cell.length != GUID_BYTES)
        return false;
    for (size_t i = 0; i < COUNT_OF(groups); i++) {
        if ((i > 0 && cell.bytes[at++] != '-') ||
            count_class(columns, span_slice(cell, at, at + groups[i]), COLUMN_BYTE_HEX) !=
                groups[i])
            return false;
        at += groups[i];
    }
    return true;
}

static bool is_place(const struct columns *columns, struct span cell)
{
    size_t bracket = count_class(columns, cell, COLUMN_BYTE_PLACE);
    return bracket > 0 && bracket <= MAX_PLACE_BYTES && cell.length >= bracket + 3 &&
           cell.bytes[bracket] == '(' && cell.bytes[cell.length - 1] == ')' &&
           is_all(columns, span_slice(cell, bracket + 1, cell.length - 1), COLUMN_BYTE_DIGIT,
                  SIZE_MAX);
}

static bool is_pointer(const struct columns *columns, struct span cell)
{
    return cell.length >= 10 && cell.bytes[0] == '[' && cell.bytes[cell.length - 1] == ']' &&
           is_all(columns, span_slice(cell, 1, cell.length - 1), COLUMN_BYTE_HEX, 16);
}

/* Returns the index of the cell among the column's words, or COLUMN_NO_WORD. */
static uint8_t word_index(const struct column *column, struct span cell)
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
        return is_all(columns, cell, COLUMN_BYTE_HEX, MAX_HEX_DIGITS);
    case COLUMN_DAY:
        return is_day(columns, cell);
    case COLUMN_CLOCK:
        return is_clock(cell);
    case COLUMN_NUMBER:
        return is_all(columns, cell, COLUMN_BYTE_DIGIT, MAX_DIGITS);
    case COLUMN_PLACE:
        return is_place(columns, cell);
    case COLUMN_POINTER:
        return is_pointer(columns, cell);
    case COLUMN_GUID:
        return is_guid(columns, cell);
    case COLUMN_MACHINE:
        return is_all(columns, cell, COLUMN_BYTE_MACHINE, MAX_MACHINE_BYTES);
    case COLUMN_WORD:
        return word_index(column, cell) != COLUMN_NO_WORD;
    case COLUMN_NOTHING:
    case COLUMN_REST:
        break;
    }
    return false;
}

/* True if the column is missing: the cell belongs to the next one. */
static bool is_missing(const struct columns *columns, const struct column *column, struct span cell)
{
    bool may_be_missing = column->form == COLUMN_NOTHING || column->form == COLUMN_MACHINE;
    return may_be_missing && column->may_be_empty && cell.length > 0 &&
           !has_form(columns, column, cell);
}

static void add_cell(const struct column *column, size_t start, size_t length,
                     struct cached_columns *entry)
{
    if (column->field == FIELD_COUNT)
        return;
    assert(start <= UINT16_MAX && length <= UINT16_MAX);
    size_t index = entry->field_count++;
    entry->fields[index].start = (uint16_t)start;
    entry->fields[index].length = (uint16_t)length;
    entry->fields[index].field = (uint16_t)column->field;
    if (column->form == COLUMN_WORD)
        entry->word = word_index(column, (struct span){entry->bytes + start, length});
}

/* Reads each cell of the group at `at`. False if one does not fit. */
static bool read_cells(const struct columns *columns, const struct column_group *group,
                       const char *at, const char *end, struct cached_columns *entry)
{
    size_t next = 0;
    *entry = (struct cached_columns){.bytes = at, .word = COLUMN_NO_WORD};
    for (size_t i = 0; i < group->count; i++) {
        const struct column *column = &columns->list[group->first + i];
        const char *cell = at + next;
        const char *tab = cell < end ? memchr(cell, '\t', (size_t)(end - cell)) : NULL;
        if (tab == NULL || tab - at >= UINT16_MAX)
            return false;
        size_t length = (size_t)(tab - cell);
        if (is_missing(columns, column, (struct span){cell, length}))
            continue;
        if (!has_form(columns, column, (struct span){cell, length}))
            return false;
        add_cell(column, next, length, entry);
        next += length + 1;
    }
    entry->length = (uint16_t)next;
    return true;
}

/* Returns the set of the cache for cells that begin like those at `at`. */
static size_t set_of(const char *at, size_t left)
{
    uint64_t bytes = left >= 16 ? word_at(at) + 3 * word_at(at + 8) : 0;
    return bytes * UINT64_C(0x9E3779B97F4A7C15) >> (64 - COLUMN_CACHE_SET_BITS);
}

/* Slots outside the cache. */
enum { SLOT_CLOCK = COLUMN_CACHE_SLOTS, SLOT_UNCACHED };

static_assert(SLOT_UNCACHED <= UINT8_MAX, "a slot is a uint8_t");

static const struct cached_columns clock_group = {
    .length = CLOCK_BYTES + 1,
    .word = COLUMN_NO_WORD,
    .field_count = 1,
    .fields = {{.length = CLOCK_BYTES, .field = FIELD_TIME}}};

/* Reads the group at `at` cell by cell, into a free slot of the set that begins at `first`. Slots
 * in use stay, so that a layout is valid for the block. NULL if the group does not fit. */
static const struct cached_columns *read_group(const struct columns *columns, size_t index,
                                               const char *at, const char *end,
                                               struct column_cache *cache, size_t first,
                                               uint8_t *slot)
{
    const struct column_group *group = &columns->groups[index];
    size_t free = first;
    while (free < first + COLUMN_CACHE_WAYS && cache->groups[index][free].length > 0)
        free++;
    bool is_cached = group->may_repeat && free < first + COLUMN_CACHE_WAYS;
    struct cached_columns *entry =
        is_cached ? &cache->groups[index][free] : &cache->uncached[index];
    *slot = is_cached ? (uint8_t)free : SLOT_UNCACHED;
    struct cached_columns read;
    if (!read_cells(columns, group, at, end, &read))
        return NULL;
    *entry = read;
    return entry;
}

/* Returns the group at `at`, and its slot; NULL if it does not fit. */
static const struct cached_columns *find_group(const struct columns *columns, size_t index,
                                               const char *at, const char *end,
                                               struct column_cache *cache, uint8_t *slot)
{
    size_t left = (size_t)(end - at);
    if (columns->groups[index].is_clock && left > CLOCK_BYTES && at[CLOCK_BYTES] == '\t' &&
        is_clock((struct span){at, CLOCK_BYTES})) {
        *slot = SLOT_CLOCK;
        return &clock_group;
    }
    size_t first = set_of(at, left) * COLUMN_CACHE_WAYS;
    const struct cached_columns *entry = &cache->groups[index][first];
    for (size_t way = 0; way < COLUMN_CACHE_WAYS && entry->length > 0; way++, entry++)
        if (entry->length <= left && bytes16_spans_are_equal(at, entry->bytes, entry->length)) {
            *slot = (uint8_t)(first + way);
            return entry;
        }
    return read_group(columns, index, at, end, cache, first, slot);
}

bool column_reader_find(const struct columns *columns, struct span line, struct column_cache *cache,
                        struct column_layout *layout)
{
    const char *at = line.bytes;
    const char *end = line.bytes + line.length;
    layout->word = COLUMN_NO_WORD;
    layout->is_lasting = true;
    for (size_t i = 0; i < columns->group_count; i++) {
        const struct cached_columns *group =
            find_group(columns, i, at, end, cache, &layout->slots[i]);
        if (group == NULL)
            return false;
        layout->is_lasting &= layout->slots[i] != SLOT_UNCACHED;
        if (group->word != COLUMN_NO_WORD)
            layout->word = group->word;
        at += group->length;
    }
    layout->rest = (uint32_t)(at - line.bytes);
    return true;
}

static const struct cached_columns *group_in(const struct column_cache *cache, size_t index,
                                             uint8_t slot)
{
    if (slot == SLOT_CLOCK)
        return &clock_group;
    return slot == SLOT_UNCACHED ? &cache->uncached[index] : &cache->groups[index][slot];
}

void column_reader_fields(const struct columns *columns, const struct column_cache *cache,
                          struct span line, const struct column_layout *layout,
                          struct span fields[FIELD_COUNT])
{
    const char *start = line.bytes;
    for (size_t i = 0; i < columns->group_count; i++) {
        const struct cached_columns *group = group_in(cache, i, layout->slots[i]);
        for (size_t cell = 0; cell < group->field_count; cell++)
            fields[group->fields[cell].field] =
                group->fields[cell].length > 0
                    ? (struct span){start + group->fields[cell].start, group->fields[cell].length}
                    : (struct span){0};
        start += group->length;
    }
    fields[columns->list[columns->count - 1].field] = span_slice(line, layout->rest, line.length);
}
