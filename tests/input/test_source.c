#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"
#include "support/bundle.h"
#include "support/collected.h"

#define BYTES(text)                                                                                \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }

/* Reads `path` and expects `wanted`. */
static void expect(struct collected *collected, const char *path, const char *wanted)
{
    struct fault fault = {0};
    collected_clear(collected);
    cr_assert(collected_read(collected, path, &fault), "%s: %s", path, fault.text);
    cr_assert(eq(str, (char *)collected_text(collected), (char *)wanted), "%s", path);
}

static const char *write_bundle(const char *name, struct buffer bytes)
{
    const char *path = bundle_write(name, buffer_span(&bytes));
    buffer_release(&bytes);
    return path;
}

Test(input_source, reads_a_file_that_the_user_names_whatever_it_is)
{
    static const struct {
        const char *name;
        struct span content;
        const char *wanted;
    } rows[] = {
        {"a.log", BYTES("one\ntwo"),
         "log  name=a.log host= encoding=ASCII\n|one\n|two\nend (ASCII)\n"},
        {"empty.log", BYTES(""), "log  name=empty.log host= encoding=ASCII\nend (ASCII)\n"},
        {"x.db", BYTES("SQLite format 3\0\1"),
         "problem : not text; give a log of the agent, or a folder or archive that has some "
         "(sqlite)\n"},
        {"x.evtx", BYTES("ElfFile\0\1"),
         "log  name=x.evtx host= encoding=ASCII\nend event log ends too early (ASCII)\n"},
        {"u.log",
         BYTES("\xFF\xFE"
               "a\0\n\0"),
         "log  name=u.log host= encoding=UTF-16LE\n|a\nend (UTF-16LE)\n"},
        {"mark.log", BYTES("\xEF\xBB\xBF"),
         "log  name=mark.log host= encoding=UTF-8\nend (UTF-8)\n"},
        {"torn.gz", BYTES("\x1F\x8B\x08\0\0\0\0\0\0\3"),
         "log  name=torn host= encoding=ASCII\nend gzip data ends too early (ASCII)\n"},
        {"broken.zip", BYTES("PK\3\4\x14\0"),
         "problem : damaged zip data: Truncated ZIP file header\n"},
    };
    struct collected collected;
    collected_init(&collected);
    collected.shows_origin = true;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer text = {0};
        const char *path = bundle_write(rows[i].name, rows[i].content);
        struct fault fault = {0};
        collected_clear(&collected);
        cr_assert(collected_read(&collected, path, &fault));
        /* Leave out NULs, which are bytes of their line like any other. */
        for (size_t at = 0; at < collected.text.length; at++)
            if (collected.text.bytes[at] != '\0' && collected.text.bytes[at] != '\1')
                buffer_append_byte(&text, collected.text.bytes[at], NULL);
        buffer_append_byte(&text, '\0', NULL);
        cr_assert(eq(str, text.bytes, (char *)rows[i].wanted), "%s", rows[i].name);
        buffer_release(&text);
    }
    expect(&collected, "build/no/such/file", "problem : cannot open: No such file or directory\n");
    collected_release(&collected);
}

Test(input_source, reads_a_folder_sorted_and_reports_what_it_skips)
{
    struct collected collected;
    collected_init(&collected);
    bundle_write("folder/N2/Temp/b.errlog", span_of("b\n"));
    bundle_write("folder/N1/CBENGINE_Error_Logs/a.errlog", span_of("a\n"));
    bundle_write("folder/N1/zero.txt", span_of(""));
    bundle_write("folder/N1.txt", span_of("between\n"));
    bundle_write("folder/picture.txt", (struct span)BYTES("\x89PNG\r\n\x1A\n"));
    bundle_write("folder/\x83\x5C.log", span_of("c\n"));
    char root[512];
    snprintf(root, sizeof root, "%s", bundle_write("folder/z.log", span_of("z\n")));
    *strrchr(root, '/') = '\0';
    char name[600];
    snprintf(name, sizeof name, "%s/link", root);
    cr_assert(symlink("..", name) == 0);
    snprintf(name, sizeof name, "%s/pipe", root);
    cr_assert(mkfifo(name, 0600) == 0);
    collected.shows_origin = true;
    const char *wanted =
        "log N1/CBENGINE_Error_Logs/a.errlog name=a.errlog host=N1 encoding=ASCII\n|a\nend "
        "(ASCII)\n"
        "skip N1/zero.txt empty \n"
        "log N1.txt name=N1.txt host= encoding=ASCII\n|between\nend (ASCII)\n"
        "log N2/Temp/b.errlog name=b.errlog host=N2 encoding=ASCII\n|b\nend (ASCII)\n"
        "skip link link \n"
        "skip picture.txt not-text png\n"
        "skip pipe special pipe\n"
        "log z.log name=z.log host= encoding=ASCII\n|z\nend (ASCII)\n"
        "log \xE3\x82\xBD.log name=\xE3\x82\xBD.log host= encoding=ASCII\n|c\nend (ASCII)\n";
    expect(&collected, root, wanted);
    snprintf(name, sizeof name, "%s/", root);
    expect(&collected, name, wanted);
    snprintf(name, sizeof name, "rm -r %s", root);
    cr_assert(system(name) == 0);
    collected_release(&collected);
}

Test(input_source, counts_folders_in_folders_and_members)
{
    struct collected collected;
    collected_init(&collected);
    bundle_write("deep/1/2/3/x.log", span_of("x\n"));
    char root[512];
    snprintf(root, sizeof root, "%s", bundle_write("deep/1/2/y.log", span_of("y\n")));
    strstr(root, "/deep/")[5] = '\0';
    collected.limits.max_folder_depth = 2;
    expect(&collected, root, "limit 1/2/3: max_folder_depth\nlog 1/2/y.log\n|y\nend\n");
    collected.limits.max_folder_depth = 3;
    collected.limits.max_members = 1;
    expect(&collected, root, "log 1/2/3/x.log\n|x\nend\nlimit 1/2/y.log: max_members\n");
    collected_release(&collected);
}

Test(input_source, reads_standard_input_and_pipes)
{
    struct collected collected;
    collected_init(&collected);
    collected.shows_origin = true;
    int ends[2];
    cr_assert(pipe(ends) == 0);
    cr_assert(dup2(ends[0], STDIN_FILENO) == STDIN_FILENO);
    struct bundle_member member = {"N1/a.log", {"a\n", 2}, NULL};
    struct buffer zip = bundle_make("zip", "", &member, 1);
    cr_assert(write(ends[1], zip.bytes, zip.length) == (ssize_t)zip.length);
    close(ends[1]);
    expect(&collected, "-", "log N1/a.log name=a.log host=N1 encoding=ASCII\n|a\nend (ASCII)\n");
    expect(&collected, "-", "log  name= host= encoding=ASCII\nend (ASCII)\n");
    buffer_release(&zip);
    collected_release(&collected);
}

Test(input_source, reads_a_compressed_log_under_its_own_name)
{
    static const char *const filters[] = {"gzip", "xz", "bzip2", "zstd", "lz4", "lzip"};
    struct collected collected;
    collected_init(&collected);
    collected.shows_origin = true;
    struct bundle_member member = {"data", {"one\ntwo", 7}, NULL};
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
        const char *path =
            write_bundle("CBEngine3.errlog.gz", bundle_make("raw", filters[i], &member, 1));
        expect(&collected, path,
               "log  name=CBEngine3.errlog host= encoding=ASCII\n|one\n|two\nend (ASCII)\n");
    }
    collected_release(&collected);
}

Test(input_source, reads_every_kind_of_archive_alike)
{
    static const struct {
        const char *format, *filter;
    } kinds[] = {{"zip", ""},       {"7zip", ""},    {"ustar", ""},   {"pax", ""},
                 {"ustar", "gzip"}, {"ustar", "xz"}, {"pax", "zstd"}, {"pax", "bzip2"}};
    const struct bundle_member members[] = {
        {"N1/Temp/a.log", {"a\n", 2}, NULL}, {"N1/\xE3\x82\xBD.log", {"b", 1}, NULL},
        {"../up.log", {"c\n", 2}, NULL},     {"/root.log", {"d\n", 2}, NULL},
        {"C:\\x.log", {"e\n", 2}, NULL},     {"x.db", {"SQLite format 3\0", 16}, NULL},
        {"none.log", {"", 0}, NULL},
    };
    struct collected collected;
    collected_init(&collected);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct buffer bytes = bundle_make(kinds[i].format, kinds[i].filter, members, 7);
        const char *path = write_bundle("bundle.bin", bytes);
        struct fault fault = {0};
        collected_clear(&collected);
        cr_assert(collected_read(&collected, path, &fault));
        const char *text = collected_text(&collected);
        static const char *const parts[] = {"log N1/Temp/a.log\n|a\nend\n",
                                            "log N1/\xE3\x82\xBD.log\n|b\nend\n",
                                            "log ../up.log\n|c\nend\n",
                                            "log /root.log\n|d\nend\n",
                                            "x.log\n|e\nend\n",
                                            "skip x.db not-text sqlite\n",
                                            "skip none.log empty \n"};
        for (size_t p = 0; p < sizeof parts / sizeof *parts; p++) {
            cr_assert(strstr(text, parts[p]) != NULL, "%s %s lacks %s: %s", kinds[i].format,
                      kinds[i].filter, parts[p], text);
        }
        cr_assert(eq(ulong, collected.problem_count, 3)); /* names that lead out */
    }
    collected_release(&collected);
}

/* Wraps `bytes` in `depth` more archives of different kinds. */
static struct buffer wrap(struct buffer bytes, size_t depth)
{
    static const struct {
        const char *format, *filter;
    } kinds[] = {{"zip", ""}, {"ustar", "gzip"}, {"7zip", ""}, {"pax", "xz"}, {"zip", ""}};
    for (size_t i = 0; i < depth; i++) {
        char name[32];
        snprintf(name, sizeof name, "inner%zu", i);
        struct bundle_member member = {name, buffer_span(&bytes), NULL};
        struct buffer outer = bundle_make(kinds[i % 5].format, kinds[i % 5].filter, &member, 1);
        buffer_release(&bytes);
        bytes = outer;
    }
    return bytes;
}

Test(input_source, reads_archives_in_archives_up_to_the_limit)
{
    struct collected collected;
    collected_init(&collected);
    const struct bundle_member members[] = {{"N1/a.log", {"a\nb\n", 4}, NULL},
                                            {"N1/c.log", {"c\n", 2}, NULL}};
    for (size_t depth = 0; depth <= 9; depth++) {
        const char *path = write_bundle("nest", wrap(bundle_make("zip", "", members, 2), depth));
        struct fault fault = {0};
        collected_clear(&collected);
        cr_assert(collected_read(&collected, path, &fault));
        const char *text = collected_text(&collected);
        if (depth < 8) {
            cr_assert(eq(ulong, collected.log_count, 2), "%zu: %s", depth, text);
            cr_assert(eq(ulong, collected.line_count, 3), "%zu: %s", depth, text);
            cr_assert(eq(ulong, collected.problem_count, 0), "%zu: %s", depth, text);
        } else {
            cr_assert(strstr(text, "max_nesting\n") != NULL, "%zu: %s", depth, text);
            cr_assert(eq(ulong, collected.log_count, 0));
        }
    }
    const char *path = write_bundle("N9.zip", wrap(bundle_make("zip", "", members, 2), 3));
    expect(&collected, path,
           "log inner2/inner1/inner0/N1/a.log\n|a\n|b\nend\n"
           "log inner2/inner1/inner0/N1/c.log\n|c\nend\n");
    collected_release(&collected);
}

Test(input_source, holds_a_nested_7z_only_up_to_the_limit)
{
    struct collected collected;
    collected_init(&collected);
    const struct bundle_member member = {"a.log", {"a\n", 2}, NULL};
    const char *path = write_bundle("held", wrap(bundle_make("7zip", "", &member, 1), 1));
    expect(&collected, path, "log inner0/a.log\n|a\nend\n");
    collected.limits.max_held_bytes = 20;
    expect(&collected, path, "limit inner0: max_held_bytes\n");
    collected_release(&collected);
}

Test(input_source, skips_links_in_archives_and_continues_after_a_log_that_is_not_wanted)
{
    struct collected collected;
    collected_init(&collected);
    collected.refused = "no.txt";
    const struct bundle_member members[] = {{"link", {"", 0}, "/etc/passwd"},
                                            {"no.txt", {"no\n", 3}, NULL},
                                            {"a.log", {"a\n", 2}, NULL}};
    expect(&collected, write_bundle("links.tar", bundle_make("ustar", "", members, 3)),
           "problem link: a link, not followed\nrefused no.txt\nlog a.log\n|a\nend\n");
    collected_release(&collected);
}

/* Ten megabytes of lines in a few kilobytes. */
Test(input_source, stops_a_bomb_at_the_limit)
{
    struct collected collected;
    struct buffer big = {0};
    collected_init(&collected);
    collected.hides_lines = true;
    collected.limits.max_unpacked_bytes = 1000 * 1000;
    while (big.length < 10 * 1000 * 1000)
        buffer_append(&big, span_of("a line of the bomb\n"), NULL);
    struct bundle_member members[] = {{"bomb.log", buffer_span(&big), NULL},
                                      {"next.log", {"next\n", 5}, NULL}};
    expect(&collected, write_bundle("bomb.zip", bundle_make("zip", "", members, 2)),
           "log bomb.log\nend not unpacked further: limit max_unpacked_bytes\n"
           "limit bomb.log: max_unpacked_bytes\n"
           "problem next.log: not unpacked further: limit max_unpacked_bytes\n"
           "limit next.log: max_unpacked_bytes\n");
    expect(
        &collected, write_bundle("bomb.gz", bundle_gzip(buffer_span(&big))),
        "log \nend not unpacked further: limit max_unpacked_bytes\nlimit : max_unpacked_bytes\n");
    cr_assert(collected.line_count == 1000 * 1000 / 19);
    buffer_release(&big);
    collected_release(&collected);
}
