/* Rendering into memory, and strict readers for what comes out. */
#ifndef MARSIFT_TESTS_RENDERED_H
#define MARSIFT_TESTS_RENDERED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "catalog/explain/explanation.h"
#include "output/render.h"
#include "support/report_fixture.h"

/* What is rendered: a report fixture, or all rows, or all explanations. */
enum rendered_command { RENDERED_REPORT, RENDERED_FILES, RENDERED_EXPLAIN };

/* Renders through `writer`, which the caller finishes. */
void render_command(struct writer *writer, const struct render_format *format,
                    enum rendered_command command, enum fixture fixture,
                    const struct render_options *options);

/* The same as a NUL-terminated text that the caller frees with free. */
char *rendered_text(const char *format, enum rendered_command command, enum fixture fixture,
                    const struct render_options *options);

/* NULL when `text` is one JSON document as RFC 8259 has it, else what is wrong. */
const char *json_mistake(const char *text, size_t length);

/* NULL when `text` is UTF-8 without control characters except LF (and CR before LF), else what is
 * wrong. */
const char *inertness_mistake(const char *text, size_t length);

/* The cells of a CSV as libcsv's strict mode reads them, by row and column. */
struct csv_table {
    char *cells[64][32];
    size_t columns[64];
    size_t rows;
    const char *mistake;
};

/* Read into a table that starts zeroed; released by csv_table_release. */
void csv_table_read(struct csv_table *table, const char *text, size_t length);
void csv_table_release(struct csv_table *table);

#endif
