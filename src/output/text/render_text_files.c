/* One failed file a line, for people and grep: the short columns aligned, then the whole path, and
 * behind it where a joined file stands in list and log, and the rule that it stands under.
 */
#include "output/write/formats.h"
#include "output/write/width.h"

enum { CODE_COLUMNS = 10, CATEGORY_COLUMNS = 18, HOST_COLUMNS = 12, GAP = 2 };

void render_text_files_begin(struct files_rendering *rendering)
{
    (void)rendering;
}

/* Rows come one by one and cannot know the widest: a longer word moves the rest of its line. The
 * category's own name stands here, which is short and the same in every language: it is grepped
 * for. */
static void column(struct writer *writer, struct span text, size_t columns)
{
    size_t width = width_of_text(text);
    escape_for_people(writer, text);
    writer_repeat(writer, ' ', (width < columns ? columns - width : 0) + GAP);
}

/* " rule=cloud-folder": the same in every language, too. */
static void add_sign(struct writer *writer, const char *name, struct span value)
{
    if (value.length == 0)
        return;
    writer_format(writer, "  %s=", name);
    escape_for_people(writer, value);
}

void render_text_files_row(struct files_rendering *rendering, const struct file_row *row)
{
    struct writer *writer = rendering->writer;
    column(writer, span_of(row->code.text), CODE_COLUMNS);
    column(writer, span_of(row->category), CATEGORY_COLUMNS);
    column(writer, row->host.length > 0 ? row->host : span_of("-"), HOST_COLUMNS);
    escape_for_people(writer, row->path);
    bool is_joined = row->listed.length > 0 && row->code_from.length > 0 &&
                     !span_equals(row->listed, row->code_from);
    if (is_joined) {
        add_sign(writer, "list", row->listed);
        add_sign(writer, "log", row->code_from);
    }
    add_sign(writer, "rule", span_of(row->context));
    writer_byte(writer, '\n');
}

void render_text_files_end(struct files_rendering *rendering)
{
    (void)rendering;
}
