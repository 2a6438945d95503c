/* Cuts rows that do not keep to the columns of their table at their words. */
#ifndef MARSIFT_INPUT_STRUCTURED_TABLE_WORDS_H
#define MARSIFT_INPUT_STRUCTURED_TABLE_WORDS_H

#include <stdbool.h>

#include "base/span.h"
#include "input/structured/table_columns.h"

/* Cuts a row that has a word for each column; `cells` has columns->count places. A date with its
 * time is one word, and so is a number with its unit. False if their numbers differ, or a date is
 * where none belongs. */
bool table_words_cut(struct span line, const struct table_columns *columns, struct span *cells);

/* Cuts a row in which each gap became one blank, as some mail programs leave tables. Dates belong
 * to the columns of dates; between two of them, each word is a cell, or all words are that of the
 * only column there; behind the last one, sizes are of columns that nobody needs, and the other
 * words of the only column that somebody does. False if it has wider gaps, or could be cut in more
 * than one way. */
bool table_words_cut_squeezed(struct span line, const struct table_columns *columns,
                              struct span *cells);

#endif
