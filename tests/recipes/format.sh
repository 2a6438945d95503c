# An output format is a source in a folder of its own, a row of FORMATS, and an item of the man page.

writes() { # LINE ARGUMENT...: LINE is the first line of the output
    wanted=$1
    shift
    [ "$(build/marsift "$@" 2>&1 | head -n 1)" = "$wanted" ]
}

mkdir src/output/md
cat >src/output/md/render_md.c <<'END'
#include "output/write/escape.h"
#include "output/write/formats.h"

void render_md_report(const struct report *report, const struct render_options *options, struct writer *writer)
{
    (void)options;
    for (size_t i = 0; i < report->reason_count; i++)
        writer_format(writer, "- %s\n", report->reasons[i].title);
}

void render_md_files_begin(struct files_rendering *rendering)
{
    writer_text(rendering->writer, "# Files\n");
}

void render_md_files_row(struct files_rendering *rendering, const struct file_row *row)
{
    escape_for_people(rendering->writer, row->path);
    writer_byte(rendering->writer, '\n');
}

void render_md_files_end(struct files_rendering *rendering)
{
    (void)rendering;
}

void render_md_explain(const struct explanation *explanations, size_t count, const struct render_options *options,
                       struct writer *writer)
{
    (void)explanations, (void)options;
    writer_format(writer, "%zu explained\n", count);
}
END
echo '    FORMAT(md) \' | put_before src/output/write/formats.h 'FORMAT(ndjson)'
holds "the new format builds" build build/marsift build/print_lists build/completions/marsift
holds "--help lists it" sh -c 'build/marsift --help | grep -x "  -f, --format NAME      text, csv, json, md, ndjson (default: text)"'
holds "the error lists it" writes 'marsift: --format takes one of text, csv, json, md, ndjson, not "x"' -f x
holds "formats.sh lists it" sh -c 'sh tests/support/formats.sh build/marsift | grep -x md'
holds "completion offers it" offers 'text csv json md ndjson' 'marsift --format '
holds "it writes a report" writes '- Access denied' --lang en -f md samples/bundle.zip
holds "it writes files" writes '# Files' files -f md samples/bundle.zip
holds "it writes explanations" writes '1 explained' explain -f md 5
holds "its folder has the rights of a renderer" sh tools/check_layers.sh
cp -p src/output/md/render_md.c "$work/before"
echo '#include "tally/tally.h"' >>src/output/md/render_md.c
fails "it may include the tally" sh tools/check_layers.sh
cp -p "$work/before" src/output/md/render_md.c
fails "the manual check passes without the format in the man page" manual_has formats
printf '.It Cm md\nMarkdown.\n' | put_before man/marsift.1 '.It Cm ndjson'
holds "the manual check passes with the format in the man page" manual_has formats
