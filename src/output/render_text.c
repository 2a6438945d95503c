#include "output/escape.h"
#include "output/formats.h"

void render_text_report(const struct report *report, const struct render_options *options,
                        struct writer *writer)
{
    (void)options;
    writer_format(writer, "%llu files not protected\n", (unsigned long long)report->files);
}
void render_text_files_begin(struct files_rendering *rendering)
{
    (void)rendering;
}
void render_text_files_row(struct files_rendering *rendering, const struct file_row *row)
{
    writer_format(rendering->writer, "%-10s  ", row->code.text);
    escape_for_people(rendering->writer, row->path);
    writer_byte(rendering->writer, '\n');
}
void render_text_files_end(struct files_rendering *rendering)
{
    (void)rendering;
}
void render_text_explain(const struct explanation *explanations, size_t count,
                         const struct render_options *options, struct writer *writer)
{
    (void)options;
    for (size_t i = 0; i < count; i++) {
        writer_text(writer, explanations[i].title);
        writer_byte(writer, '\n');
    }
}
