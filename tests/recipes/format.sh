# An output format is a source in a folder of its own, a row of FORMATS, a row of tools/rooms.txt, and an entry of the
# man page.

knows_page() { ! sh tests/check_manual.sh build | grep 'check_manual: formats'; }
offers() { # WORDS LINE
    [ "$(bash tests/completions/complete.bash build/completions "$2" | paste -s -d' ' -)" = "$1" ]
}
writes() { # LINE ARGUMENT...: the first line of what the program writes
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
echo '    FORMAT(md) \' | put_before src/output/write/formats.h 'LAST(ndjson)'
holds "the new format builds" build build/marsift build/print_lists build/completions/marsift
holds "--help lists it" sh -c 'build/marsift --help | grep -x "  -f, --format NAME      text (default), csv, json, md or ndjson"'
holds "the error lists it" writes 'marsift: --format takes text, csv, json, md or ndjson, not "x"' -f x
holds "the tests find it" sh -c 'sh tests/support/formats.sh build/marsift | grep -x md'
holds "completion offers it" offers 'text csv json md ndjson' 'marsift --format '
holds "it writes a report" writes '- Access denied' --lang en -f md samples/bundle.zip
holds "it writes files" writes '# Files' files -f md samples/bundle.zip
holds "it writes explanations" writes '1 explained' explain -f md 5
fails "the table of rooms lacks its folder, and the check is content" sh tools/check_layers.sh
echo 'output/md         base text catalog/explain/explanation report/report report/report_types tally/source_records output/write' |
    put_before tools/rooms.txt 'output/text       base'
sed -i 's|^output  .*|& output/md|' tools/rooms.txt
holds "the table of rooms has its folder" sh tools/check_layers.sh
fails "the man page lacks the format, and the check is content" knows_page
printf '.It Cm md\nMarkdown.\n' | put_before man/marsift.1 '.It Cm ndjson'
holds "the man page has the format, and the check sees it" knows_page
