/* The same bytes give the same logs, members and problems from a path, a descriptor, a pipe and
 * memory. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "support/bundle.h"
#include "support/collected.h"

#define BYTES(text)                                                                                \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }

/* Pipes hold that much before somebody reads. */
enum { PIPE_BYTES = 64 * 1024 };

/* What reading said so far, compared with `wanted`; then forgets it. */
static void expect(struct collected *collected, const char *wanted, const char *place)
{
    cr_assert(eq(str, (char *)collected_text(collected), (char *)wanted), "%s", place);
    collected_clear(collected);
}

static void read_descriptor(struct collected *collected, int descriptor, const char *name)
{
    struct source_options options = {.limits = &collected->limits};
    struct source_handler handler = collected_handler(collected);
    struct fault fault = {0};
    cr_assert(source_read_descriptor(descriptor, name, &options, &handler, &fault), "%s",
              fault.text);
    cr_assert(fcntl(descriptor, F_GETFD) >= 0, "the caller closes the descriptor");
    close(descriptor);
}

static void read_pipe(struct collected *collected, struct span bytes, const char *name)
{
    int ends[2];
    cr_assert(bytes.length <= PIPE_BYTES && pipe(ends) == 0);
    cr_assert(write(ends[1], bytes.bytes, bytes.length) == (ssize_t)bytes.length);
    close(ends[1]);
    read_descriptor(collected, ends[0], name);
}

static void read_bytes(struct collected *collected, struct span bytes, const char *name)
{
    struct source_options options = {.limits = &collected->limits};
    struct source_handler handler = collected_handler(collected);
    struct fault fault = {0};
    cr_assert(source_read_bytes(bytes, name, &options, &handler, &fault), "%s", fault.text);
}

/* Reads `bytes` from a file called `name` and from all other places, and expects that all give the
 * same, with `part` in it. */
static void expect_same(const char *name, struct span bytes, const char *part)
{
    struct collected collected;
    struct fault fault = {0};
    char wanted[8192];
    collected_init(&collected);
    collected.shows_origin = true;
    const char *path = bundle_write(name, bytes);
    cr_assert(collected_read(&collected, path, &fault));
    snprintf(wanted, sizeof wanted, "%s", collected_text(&collected));
    cr_assert(strstr(wanted, part) != NULL, "%s lacks %s: %s", name, part, wanted);
    collected_clear(&collected);
    read_descriptor(&collected, open(path, O_RDONLY), path);
    expect(&collected, wanted, "descriptor");
    read_pipe(&collected, bytes, path);
    expect(&collected, wanted, "pipe");
    read_bytes(&collected, bytes, path);
    expect(&collected, wanted, "bytes");
    collected_release(&collected);
}

Test(input_source_places, give_the_same_logs_of_a_file)
{
    static const struct {
        const char *name;
        struct span bytes;
        const char *part;
    } rows[] = {
        {"places/a.log", BYTES("one\ntwo"), "name=a.log host= encoding=ASCII\n|one\n|two\nend"},
        {"places/empty.log", BYTES(""), "name=empty.log host= encoding=ASCII\nend"},
        {"places/u.log",
         BYTES("\xFF\xFE"
               "a\0\n\0"
               "\x42\x30\n\0"),
         "name=u.log host= encoding=UTF-16LE\n|a\n|\xE3\x81\x82\nend"},
        {"places/x.evtx", BYTES("ElfFile"), "name=x.evtx host= encoding=ASCII\n|ElfFile\nend"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        expect_same(rows[i].name, rows[i].bytes, rows[i].part);
        struct buffer gzip = bundle_gzip(rows[i].bytes);
        char name[64];
        snprintf(name, sizeof name, "%s.gz", rows[i].name);
        expect_same(name, buffer_span(&gzip), rows[i].part);
        gzip.length -= gzip.length < 30 ? 4 : 9;
        expect_same(name, buffer_span(&gzip), "gzip data ends too early");
        buffer_release(&gzip);
    }
}

Test(input_source_places, give_the_same_members_and_problems_of_an_archive)
{
    static const struct {
        const char *format, *filter;
    } kinds[] = {{"zip", ""}, {"7zip", ""}, {"ustar", ""}, {"ustar", "gzip"}, {"pax", "xz"}};
    const struct bundle_member members[] = {
        {"N2/a.log", {"a\nb\n", 4}, NULL},
        {"../up.log", {"c\n", 2}, NULL},
        {"u.log",
         BYTES("\xFF\xFE"
               "a\0\n\0"),
         NULL},
        {"x.evtx", {"ElfFile\0", 8}, NULL},
        {"none.log", {"", 0}, NULL},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct buffer archive = bundle_make(kinds[i].format, kinds[i].filter, members, 5);
        expect_same("places/N1.bin", buffer_span(&archive),
                    "log N2/a.log name=a.log host=N2 encoding=ASCII\n|a\n|b\nend");
        archive.length -= archive.length / 3;
        expect_same("places/N1.bin", buffer_span(&archive), " data"); /* "damaged zip data" ... */
        buffer_release(&archive);
    }
    struct bundle_member inner = {"inner.7z", {NULL, 0}, NULL};
    struct buffer archive = bundle_make("7zip", "", members, 5);
    inner.content = buffer_span(&archive);
    struct buffer outer = bundle_make("zip", "", &inner, 1);
    expect_same("places/N1.zip", buffer_span(&outer), "log inner.7z/u.log name=u.log");
    buffer_release(&archive);
    buffer_release(&outer);
}

/* Members of this length are inflated beside libarchive where the zip can be read at any offset. */
Test(input_source_places, inflate_long_members_of_a_zip_in_memory_like_those_of_a_file)
{
    const struct bundle_member member = {"long.log", bundle_long_text(), NULL};
    struct buffer zip = bundle_make("zip", "", &member, 1);
    struct collected file;
    struct collected memory;
    struct fault fault = {0};
    collected_init(&file);
    collected_init(&memory);
    for (size_t cut = 0; cut < 2; cut++) {
        struct span bytes = {zip.bytes, zip.length - cut * (zip.length / 3)};
        collected_clear(&file);
        collected_clear(&memory);
        cr_assert(collected_read(&file, bundle_write("places/long.zip", bytes), &fault));
        read_bytes(&memory, bytes, "long.zip");
        cr_assert(gt(ulong, file.line_count, 1000));
        cr_assert(span_equals(buffer_span(&file.text), buffer_span(&memory.text)));
        cr_assert(eq(ulong, (unsigned long)file.problem_count, cut > 0 ? 2 : 0));
    }
    buffer_release(&zip);
    collected_release(&file);
    collected_release(&memory);
}

/* The limit is for what has to be held because it cannot be read at any offset. */
Test(input_source_places, hold_a_7z_only_where_it_comes_through_a_pipe)
{
    const struct bundle_member member = {"a.log", {"a\n", 2}, NULL};
    struct buffer archive = bundle_make("7zip", "", &member, 1);
    struct span bytes = buffer_span(&archive);
    struct collected collected;
    collected_init(&collected);
    collected.limits.max_held_bytes = 20;
    read_bytes(&collected, bytes, "a.7z");
    expect(&collected, "log a.log\n|a\nend\n", "bytes");
    read_descriptor(&collected, open(bundle_write("places/a.7z", bytes), O_RDONLY), "a.7z");
    expect(&collected, "log a.log\n|a\nend\n", "descriptor");
    read_pipe(&collected, bytes, "a.7z");
    expect(&collected, "limit : max_held_bytes\n", "pipe");
    buffer_release(&archive);
    collected_release(&collected);
}

Test(input_source_places, show_a_source_without_a_name_like_standard_input)
{
    static const char wanted[] = "log  name= host= encoding=ASCII\n|one\nend (ASCII)\n";
    struct collected collected;
    collected_init(&collected);
    collected.shows_origin = true;
    read_bytes(&collected, span_of("one\n"), NULL);
    expect(&collected, wanted, "bytes");
    read_pipe(&collected, span_of("one\n"), NULL);
    expect(&collected, wanted, "pipe");
    read_bytes(&collected, span_of("one\n"), "-");
    expect(&collected, wanted, "dash");
    collected_release(&collected);
}

Test(input_source_places, read_a_descriptor_from_its_position)
{
    struct collected collected;
    collected_init(&collected);
    int file = open(bundle_write("places/position.log", span_of("one\ntwo\n")), O_RDONLY);
    cr_assert(lseek(file, 4, SEEK_SET) == 4);
    read_descriptor(&collected, file, "position.log");
    expect(&collected, "log \n|two\nend\n", "descriptor");
    collected_release(&collected);
}

Test(input_source_places, report_a_descriptor_that_cannot_be_read)
{
    struct collected collected;
    struct source_options options = {.limits = &collected.limits};
    collected_init(&collected);
    struct source_handler handler = collected_handler(&collected);
    struct fault fault = {0};
    cr_assert(source_read_descriptor(-1, "x.log", &options, &handler, &fault));
    expect(&collected, "log \nend cannot read: Bad file descriptor\n", "none");
    read_descriptor(&collected, open("build", O_RDONLY | O_DIRECTORY), "build");
    expect(&collected, "log \nend cannot read: Is a directory\n", "folder");
    collected_release(&collected);
}
