/* What a format is, and what it is asked. */
#ifndef MARSIFT_OUTPUT_WRITE_FORMAT_H
#define MARSIFT_OUTPUT_WRITE_FORMAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/language.h"
#include "catalog/explain/explanation.h"
#include "output/write/json_writer.h"
#include "output/write/writer.h"
#include "report/report.h"

/* Start as `struct render_options options = {0};`. */
struct render_options {
    enum language language; /* of `files` and `explain`; a report brings its own */
    const char *zone;       /* appended to the times of `files`; NULL or "" for none */
    unsigned width;         /* columns of the terminal; 0 when it is none: laid out for 100 columns,
                               and paths are never cut */
    bool color;
    bool csv_safe; /* neutralise cells that a spreadsheet would take for formulas */
};

/* A `files` output under way, for rows that come one by one. Start with writer and options filled.
 */
struct files_rendering {
    struct writer *writer;
    const struct render_options *options;
    struct json_writer json; /* of the JSON formats */
};

struct render_format {
    const char *name; /* the word of --format */
    void (*report)(const struct report *report, const struct render_options *options,
                   struct writer *writer);
    void (*files_begin)(struct files_rendering *rendering);
    void (*files_row)(struct files_rendering *rendering, const struct file_row *row);
    void (*files_end)(struct files_rendering *rendering);
    void (*explain)(const struct explanation *explanations, size_t count,
                    const struct render_options *options, struct writer *writer);
};

#endif
