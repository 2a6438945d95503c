/* Text of `files`: one failed file a line, for people and grep. The short columns are aligned; the
 * whole path follows, then the places of a joined file in list and log, and the context rule that
 * fits it. */
#include <string.h>

#include "output/write/formats.h"
#include "output/write/width.h"

enum { CODE_COLUMNS = 10, CATEGORY_COLUMNS = 18, HOST_COLUMNS = 12, GAP = 2 };

void render_text_files_begin(struct files_rendering *rendering)
{
    (void)rendering;
}

/* Rows come one by one, so the widest text is not known: a longer one shifts the rest of its line.
 */
static void write_column(struct writer *writer, struct span text, size_t columns)
{
    size_t width = width_of_text(text);
    escape_for_people(writer, text);
    writer_repeat(writer, ' ', (width < columns ? columns - width : 0) + GAP);
}

/* " rule=cloud-folder": the same in every language. */
static void write_remark(struct writer *writer, const char *name, struct span value)
{
    if (value.length == 0)
        return;
    writer_format(writer, "  %s=", name);
    escape_for_people(writer, value);
}

void render_text_files_row(struct files_rendering *rendering, const struct file_row *row)
{
    struct writer *writer = rendering->writer;
    write_column(writer, span_of(row->code.text), CODE_COLUMNS);
    /* The name, not the title: short, and the same for grep in every language. */
    write_column(writer, span_of(row->category), CATEGORY_COLUMNS);
    write_column(writer, row->host.length > 0 ? row->host : span_of("-"), HOST_COLUMNS);
    escape_for_people(writer, row->path);
    bool is_joined = row->listed.length > 0 && row->code_from.length > 0 &&
                     !span_equals(row->listed, row->code_from);
    if (is_joined) {
        write_remark(writer, "list", row->listed);
        write_remark(writer, "log", row->code_from);
    }
    write_remark(writer, "rule", span_of(row->context));
    if (strcmp(row->state, FILE_ROW_UNPROTECTED) != 0)
        write_remark(writer, "state", span_of(row->state));
    writer_byte(writer, '\n');
}

void render_text_files_end(struct files_rendering *rendering)
{
    (void)rendering;
}
