/* The interface of an output format. */
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

/* A `top` that cuts no list: --all. */
#define RENDER_TOP_ALL SIZE_MAX

/* The jobs that the text lists. */
enum render_jobs { RENDER_JOBS_NONE, RENDER_JOBS_FAILED, RENDER_JOBS_ALL };

/* Presentation, as opposed to data. Start as `struct render_options options = {0};`. */
struct render_options {
    enum language language; /* of `files` and `explain`; a report has its own */
    const char *zone;       /* --tz: appended to times; NULL or "" for none */
    size_t top; /* --top: entries of each ranked list in the text; 0: the text's own choice */
    enum render_jobs jobs; /* --jobs: those that the text lists */
    bool explains_reading; /* --explain-reading: the text says why each log was read as it was */
    unsigned width; /* columns of the terminal; 0 if the output is none: the text is laid out for
                       100 columns, and paths are never cut */
    bool color;
    bool csv_safe; /* disarm cells that a spreadsheet would take for formulas */
    bool csv_bom;  /* begin CSV with a byte order mark: Excel reads it as UTF-8 then */
};

/* State of a `files` output, whose rows come one by one. Start with writer and options set. */
struct files_rendering {
    struct writer *writer;
    const struct render_options *options;
    struct json_writer json; /* used by the JSON formats only */
};

struct render_format {
    const char *name; /* for --format */
    void (*report)(const struct report *report, const struct render_options *options,
                   struct writer *writer);
    void (*files_begin)(struct files_rendering *rendering);
    void (*files_row)(struct files_rendering *rendering, const struct file_row *row);
    void (*files_end)(struct files_rendering *rendering);
    void (*explain)(const struct explanation *explanations, size_t count,
                    const struct render_options *options, struct writer *writer);
};

#endif
