/* Finds titles among those of all dialects. */
#ifndef MARSIFT_INPUT_STRUCTURED_TITLE_INDEX_H
#define MARSIFT_INPUT_STRUCTURED_TITLE_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/hash_table.h"
#include "base/span.h"
#include "input/structured/record_titles.h"

/* What a title means in one dialect. */
struct title_meaning {
    uint32_t next; /* the next dialect's meaning of the same title; NO_TITLE ends the list */
    uint16_t dialect;
    uint16_t rank;
    uint8_t cell;
    bool is_day_first;
    bool is_weak;
    bool is_numbered;
};

#define NO_TITLE UINT32_MAX

/* Immutable after title_index_build. Start as `struct title_index index = {0};`. */
struct title_index {
    const struct record_titles *const *dialects;
    size_t dialect_count;
    struct title_meaning *meanings;
    size_t count;
    size_t capacity;
    struct hash_table numbers;     /* from the hash of a folded title to its first meaning */
    bool may_begin[UINT8_MAX + 1]; /* by the first byte of folded titles */
    struct hash_table levels;      /* of folded words for levels */
    bool may_begin_level[UINT8_MAX + 1];
};

/* Indexes the titles of `dialects`, which are lent to the index. False without memory. */
bool title_index_build(struct title_index *index, const struct record_titles *const *dialects,
                       size_t dialect_count, struct fault *fault);
void title_index_release(struct title_index *index);

/* Returns the number of the title's first meaning; NO_TITLE if no dialect knows it. */
uint32_t title_index_find(const struct title_index *index, struct span title);

/* True if a dialect calls a level so: "Error", "Fehler". */
bool title_index_is_level(const struct title_index *index, struct span word);

/* These are of the title's first meaning, `number`: true if its dialect needs the values below it,
 * and if they are dates. */
bool title_index_is_needed(const struct title_index *index, uint32_t number);
bool title_index_is_moment(const struct title_index *index, uint32_t number);

/* True if the title says that its times are UTC: "Start (UTC Time)", "TimeCreated SystemTime". */
bool title_index_is_utc(struct span title);

/* True if a dialect knows the title with that number as one of words, or of the code or number of
 * an error. */
bool title_index_is_text(const struct title_index *index, uint32_t title);
bool title_index_is_error(const struct title_index *index, uint32_t title);

#endif
