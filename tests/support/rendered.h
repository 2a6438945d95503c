/* Renders into memory and checks the result with strict readers. */
#ifndef MARSIFT_TESTS_RENDERED_H
#define MARSIFT_TESTS_RENDERED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "catalog/explain/explanation.h"
#include "output/render.h"
#include "support/report_fixture.h"

/* What to render: a report fixture, all file rows, or all explanations. */
enum rendered_command { RENDERED_REPORT, RENDERED_FILES, RENDERED_EXPLAIN };

/* Renders through `writer`, which the caller finishes. */
void render_command(struct writer *writer, const struct render_format *format,
                    enum rendered_command command, enum fixture fixture,
                    const struct render_options *options);

/* Returns the output as a NUL-terminated text, which the caller frees with free(). */
char *rendered_text(const char *format, enum rendered_command command, enum fixture fixture,
                    const struct render_options *options);

/* Returns NULL if `text` is one JSON document by RFC 8259, else what is wrong. */
const char *json_mistake(const char *text, size_t length);

/* Returns NULL if `text` is UTF-8 without direction controls, and without control characters other
 * than LF and CR before LF; else what is wrong. */
const char *inertness_mistake(const char *text, size_t length);

/* The cells of a CSV by row and column, read by libcsv in strict mode. */
struct csv_table {
    char *cells[64][32];
    size_t columns[64];
    size_t rows;
    const char *mistake;
};

/* The table must be zeroed. Release it with csv_table_release. */
void csv_table_read(struct csv_table *table, const char *text, size_t length);
void csv_table_release(struct csv_table *table);

#endif
