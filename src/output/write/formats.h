/* The functions behind the table of render.c, one group a format; callers use output/render.h. */
#ifndef MARSIFT_OUTPUT_WRITE_FORMATS_H
#define MARSIFT_OUTPUT_WRITE_FORMATS_H

#include "output/write/format.h"

#define DECLARE_FORMAT(name)                                                                       \
    void name##_report(const struct report *report, const struct render_options *options,          \
                       struct writer *writer);                                                     \
    void name##_files_begin(struct files_rendering *rendering);                                    \
    void name##_files_row(struct files_rendering *rendering, const struct file_row *row);          \
    void name##_files_end(struct files_rendering *rendering);                                      \
    void name##_explain(const struct explanation *explanations, size_t count,                      \
                        const struct render_options *options, struct writer *writer);

DECLARE_FORMAT(render_text)
DECLARE_FORMAT(render_csv)
DECLARE_FORMAT(render_json)
DECLARE_FORMAT(render_ndjson)

#endif
