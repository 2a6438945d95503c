/* The columns of a table below its heading. */
#ifndef MARSIFT_INPUT_STRUCTURED_TABLE_COLUMNS_H
#define MARSIFT_INPUT_STRUCTURED_TABLE_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

enum { MAX_TABLE_COLUMNS = 32 };

/* Columns of a screen, on which a wide character takes two. */
struct table_columns {
    size_t starts[MAX_TABLE_COLUMNS]; /* ascending */
    size_t ends[MAX_TABLE_COLUMNS];   /* of their dashes, where numbers end */
    size_t count;
    bool has_moment[MAX_TABLE_COLUMNS]; /* the column's title is one of dates */
    bool is_needed[MAX_TABLE_COLUMNS];  /* a dialect needs the values below the title */
    bool is_squeezed; /* the heading has one blank in each gap: rows of wider cells have lost
                         theirs, and do not keep to the columns */
};

#endif
