/* Collects the titles and values of one record. */
#ifndef MARSIFT_INPUT_STRUCTURED_RECORD_LINE_H
#define MARSIFT_INPUT_STRUCTURED_RECORD_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"
#include "input/structured/title_index.h"

/* How much of a record is kept; what is beyond is dropped. */
enum { MAX_RECORD_PAIRS = 128, MAX_RECORD_BYTES = 64 * 1024 };

struct record_pair {
    uint32_t title; /* number of its first meaning */
    bool is_utc;
    size_t start; /* of the value in `values` */
    size_t length;
};

/* Start as `struct record_line record = {.index = index};`, end with record_line_release. */
struct record_line {
    const struct title_index *index; /* lent */
    struct record_pair pairs[MAX_RECORD_PAIRS];
    size_t pair_count;
    struct buffer values;
};

/* How much of a record was read at some time. */
struct record_extent {
    size_t pair_count;
    size_t last_length; /* of the last value */
};

void record_line_release(struct record_line *record);

/* Forgets all pairs. */
void record_line_clear(struct record_line *record);

/* Adds a copy of `value`, with each run of blanks, tabs and line ends as one blank. A title that no
 * dialect knows is passed over. Values of one title are joined. False without memory. */
bool record_line_add(struct record_line *record, struct span title, struct span value,
                     struct fault *fault);

/* Adds `text` to the value that was added last, after a blank. Nothing without one. */
bool record_line_continue(struct record_line *record, struct span text, struct fault *fault);

/* Returns the extent of the record, and cuts it down to an earlier one. */
struct record_extent record_line_extent(const struct record_line *record);
void record_line_cut(struct record_line *record, struct record_extent extent);

/* The value that was added last, lent until the next addition; empty without one. */
struct span record_line_last_value(const struct record_line *record);

/* Adds the same moment in UTC to the value that is a local one; nothing if there is none. Both
 * together say how far the clock of the record is ahead: see log_date_read. False without memory.
 */
bool record_line_add_utc(struct record_line *record, struct span utc, struct fault *fault);

/* The dialect whose needs the titles so far meet, that with the most titles if there are several;
 * NULL if there is none but a fallback. Empty values count if `may_be_empty`, as those of a heading
 * do. */
const struct record_titles *record_line_dialect(const struct record_line *record,
                                                bool may_be_empty);

/* The number of that dialect without empty values; of one that is a fallback if there is none; the
 * number of dialects if there is neither. */
size_t record_line_best_dialect(const struct record_line *record);

/* The value of a pair of the record, lent like the pair. */
struct span record_line_value(const struct record_line *record, const struct record_pair *pair);

/* What the title of `pair` means in dialect number `dialect`; NULL if it does not know it. */
const struct title_meaning *record_line_meaning(const struct record_line *record,
                                                const struct record_pair *pair, size_t dialect);

/* True if a value under the title of a date has no digit. */
bool record_line_lacks_digits(const struct record_line *record);

/* True if the record is of a dialect and has a date, and all its dates have digits. */
bool record_line_has_moment(const struct record_line *record);

#endif
