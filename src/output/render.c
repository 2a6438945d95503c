#include "output/render.h"

#include <string.h>

const struct render_format render_formats[] = {
#define FORMAT_ROW(format_name)                                                                    \
    {                                                                                              \
        .name = #format_name,                                                                      \
        .report = render_##format_name##_report,                                                   \
        .files_begin = render_##format_name##_files_begin,                                         \
        .files_row = render_##format_name##_files_row,                                             \
        .files_end = render_##format_name##_files_end,                                             \
        .explain = render_##format_name##_explain,                                                 \
    },
    FORMATS(FORMAT_ROW, FORMAT_ROW)
#undef FORMAT_ROW
        {.name = NULL},
};

const struct render_format *render_format_find(const char *name)
{
    for (const struct render_format *format = render_formats; format->name != NULL; format++)
        if (strcmp(format->name, name) == 0)
            return format;
    return NULL;
}
