/* The list of formats. A new one is a row here, and a source in output/NAME/ that defines the five
 * functions declared by the row; help, error messages and tests follow. */
#ifndef MARSIFT_OUTPUT_WRITE_FORMATS_H
#define MARSIFT_OUTPUT_WRITE_FORMATS_H

#include "output/write/format.h"

/* The formats in the order in which the help lists them. The functions of NAME are called
 * render_NAME_report and so on. The default comes first and has a macro of its own, because lists
 * in prose need to know it. */
#define FORMATS(DEFAULT, FORMAT)                                                                   \
    DEFAULT(text)                                                                                  \
    FORMAT(csv)                                                                                    \
    FORMAT(json)                                                                                   \
    FORMAT(ndjson)

#define FORMAT_FIRST_NAME(name) #name
#define FORMAT_NEXT_NAME(name)  ", " #name
#define FORMAT_NO_NAME(name)

/* String literals: "text, csv, json, ndjson", and the default one. */
#define FORMAT_NAMES   FORMATS(FORMAT_FIRST_NAME, FORMAT_NEXT_NAME)
#define FORMAT_DEFAULT FORMATS(FORMAT_FIRST_NAME, FORMAT_NO_NAME)

#define DECLARE_FORMAT(name)                                                                       \
    void render_##name##_report(const struct report *report, const struct render_options *options, \
                                struct writer *writer);                                            \
    void render_##name##_files_begin(struct files_rendering *rendering);                           \
    void render_##name##_files_row(struct files_rendering *rendering, const struct file_row *row); \
    void render_##name##_files_end(struct files_rendering *rendering);                             \
    void render_##name##_explain(const struct explanation *explanations, size_t count,             \
                                 const struct render_options *options, struct writer *writer);
FORMATS(DECLARE_FORMAT, DECLARE_FORMAT)
#undef DECLARE_FORMAT

#endif
