/* Reads records by the columns of their dialect, with a cache of groups of columns. */
#ifndef MARSIFT_GRAMMAR_MATCH_COLUMN_READER_H
#define MARSIFT_GRAMMAR_MATCH_COLUMN_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "grammar/columns.h"

/* The cells of one group as they occurred once: equal bytes have equal cells. */
struct cached_columns {
    const char *bytes;   /* lent by the block; a tab ends each cell */
    uint16_t length;     /* 0: a free slot */
    uint8_t word;        /* index of the level among the column's words, or COLUMN_NO_WORD */
    uint8_t field_count; /* how many of the cells are fields: */
    struct {
        uint16_t start;
        uint16_t length;
        uint16_t field; /* an event_field */
    } fields[MAX_GROUP_COLUMNS];
};

enum {
    COLUMN_CACHE_SET_BITS = 4,
    COLUMN_CACHE_WAYS = 4,
    COLUMN_CACHE_SLOTS = COLUMN_CACHE_WAYS << COLUMN_CACHE_SET_BITS,
    COLUMN_NO_WORD = 255
};

/* One thread's cache for one block. Entries stay valid for the whole block, so that a layout can
 * refer to them. Reset to `= {0}` for the next block. */
struct column_cache {
    struct cached_columns groups[MAX_COLUMN_GROUPS][COLUMN_CACHE_SLOTS];
    struct cached_columns uncached[MAX_COLUMN_GROUPS]; /* of the last line */
};

/* The columns of one line. */
struct column_layout {
    uint32_t rest;   /* offset of the last column in the line */
    uint8_t word;    /* index of the level among its words, or COLUMN_NO_WORD */
    bool is_lasting; /* valid for the block; otherwise until the next column_reader_find */
    uint8_t slots[MAX_COLUMN_GROUPS]; /* by group: its slot in the cache */
};

/* Finds the columns of `line`. False, with `layout` unspecified, if the line does not fit them
 * exactly. `columns` has at least one. */
bool column_reader_find(const struct columns *columns, struct span line, struct column_cache *cache,
                        struct column_layout *layout);

/* Stores the fields of `line`, whose layout column_reader_find has found with this cache. They are
 * lent by the line. */
void column_reader_fields(const struct columns *columns, const struct column_cache *cache,
                          struct span line, const struct column_layout *layout,
                          struct span fields[FIELD_COUNT]);

#endif
