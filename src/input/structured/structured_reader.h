/* Turns the records of tables, lists, CSV and the like into record lines: see record_titles.h.
 *
 * A record of several lines becomes one record line followed by empty lines, and so do headings and
 * rules, so that every line keeps its number. All other lines stay as they are. */
#ifndef MARSIFT_INPUT_STRUCTURED_STRUCTURED_READER_H
#define MARSIFT_INPUT_STRUCTURED_STRUCTURED_READER_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"
#include "input/structured/title_index.h"

struct structured_reader;

/* Tells which lines are records of a form that the reader does not know, such as those of a trace.
 * They end a list or a table, and are none of its lines. NULL functions know none. */
struct record_border {
    void *context;
    bool (*fits)(void *context, struct span line);
};

/* `index` is lent until structured_reader_close. NULL with the fault set. */
struct structured_reader *structured_reader_open(const struct title_index *index,
                                                 struct fault *fault);
void structured_reader_close(struct structured_reader *reader);

void structured_reader_set_border(struct structured_reader *reader, struct record_border border);

/* Reads the next line, given without its line end. Appends to `out` the lines, each with a line
 * feed, that are complete by now: in the end as many as were read. False without memory. */
bool structured_reader_feed(struct structured_reader *reader, struct span line, struct buffer *out,
                            struct fault *fault);

/* The text has ended. Appends the rest. */
bool structured_reader_end(struct structured_reader *reader, struct buffer *out,
                           struct fault *fault);

#endif
