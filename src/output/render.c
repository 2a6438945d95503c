#include "output/render.h"

#include <string.h>

#include "output/write/formats.h"

#define FORMAT_ROW(format_name, prefix)                                                            \
    {                                                                                              \
        .name = format_name, .report = prefix##_report, .files_begin = prefix##_files_begin,       \
        .files_row = prefix##_files_row, .files_end = prefix##_files_end,                          \
        .explain = prefix##_explain                                                                \
    }

const struct render_format render_formats[] = {
    FORMAT_ROW("text", render_text),
    FORMAT_ROW("csv", render_csv),
    FORMAT_ROW("json", render_json),
    FORMAT_ROW("ndjson", render_ndjson),
    {.name = NULL},
};

const struct render_format *formats_find(const char *name)
{
    for (const struct render_format *format = render_formats; format->name != NULL; format++)
        if (strcmp(format->name, name) == 0)
            return format;
    return NULL;
}
