/* Members that only the central directory of a zip names are reported, from files and streams
 * alike. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "support/bundle.h"
#include "support/collected.h"
#include "support/zip.h"

#define BYTES(text)                                                                                \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }
#define NOWHERE                                                                                    \
    ": not read: the zip's table of contents names it where no member was met (damaged or "        \
    "overlapping)\n"
#define SHARED                                                                                     \
    ": not read: the zip's table of contents puts it in the place of another member "              \
    "(overlapping)\n"

/* Reads `zip` as a file and as a stream, and expects `wanted` of both. */
static void expect_both(struct collected *collected, struct span zip, const char *wanted,
                        const char *what, size_t number)
{
    struct buffer packed = bundle_gzip(zip);
    struct fault fault = {0};
    collected_clear(collected);
    cr_assert(collected_read(collected, bundle_write("table.zip", zip), &fault));
    cr_assert(eq(str, (char *)collected_text(collected), (char *)wanted), "%s %zu", what, number);
    collected_clear(collected);
    cr_assert(collected_read(collected, bundle_write("table.gz", buffer_span(&packed)), &fault));
    cr_assert(eq(str, (char *)collected_text(collected), (char *)wanted), "%s %zu, stream", what,
              number);
    buffer_release(&packed);
}

/* Expects `wanted` of an undamaged zip of these members. */
static void expect_whole(const struct zip_member *members, size_t count, const char *wanted)
{
    struct collected collected;
    collected_init(&collected);
    struct buffer zip = zip_make(members, count);
    expect_both(&collected, buffer_span(&zip), wanted, "members", count);
    buffer_release(&zip);
    collected_release(&collected);
}

#define LOG(name_, ...)                                                                            \
    {                                                                                              \
        .name = BYTES(name_), .content = BYTES("one\n"), __VA_ARGS__                               \
    }

Test(input_zip_directory, names_members_that_are_missed_from_front_to_back)
{
    const struct zip_member members[] = {
        LOG("a.log", .method = ZIP_DEFLATED),
        LOG("same.log", .is_only_in_table = true, .place_error = (uint32_t)-41),
        LOG("inside.log", .is_only_in_table = true, .place_error = (uint32_t)-3),
        LOG("b.log", .has_wide_place = true),
        LOG("moved.log", .place_error = 1),
        LOG("..\\hidden.log", .is_only_in_table = true, .has_wide_place = true, .place_error = 9),
        LOG("c.log", .flags = ZIP_SIZES_BEHIND, .method = ZIP_DEFLATED),
        LOG("far.log", .is_only_in_table = true, .place_error = 1u << 30),
    };
    expect_whole(members, sizeof members / sizeof *members,
                 "log a.log\n|one\nend\nlog b.log\n|one\nend\nlog moved.log\n|one\nend\n"
                 "log c.log\n|one\nend\n"
                 "problem same.log" SHARED "problem inside.log" NOWHERE "problem moved.log" NOWHERE
                 "problem ..\\hidden.log" NOWHERE "problem far.log" NOWHERE);
}

#define EMPTY(name_, mode)                                                                         \
    {                                                                                              \
        .name = BYTES(name_), .content = BYTES(""), .unix_mode = (mode)                            \
    }

Test(input_zip_directory, reports_links_and_devices_that_only_the_directory_marks)
{
    const struct zip_member members[] = {
        LOG("plain.log", .unix_mode = 0100644),
        LOG("link.log", .unix_mode = 0120777),
        EMPTY("folder/", 0040755),
        EMPTY("device.log", 0020666),
        EMPTY("disk.log", 0060666),
        EMPTY("pipe.log", 0010666),
        LOG("secret.log", .flags = ZIP_ENCRYPTED, .unix_mode = 0100600),
    };
    expect_whole(members, sizeof members / sizeof *members,
                 "log plain.log\n|one\nend\nlog link.log\n|one\nend\n"
                 "skip device.log empty \nskip disk.log empty \nskip pipe.log empty \n"
                 "problem secret.log: encrypted, cannot be read\n"
                 "problem link.log: a link, not followed\nproblem device.log: a device, not read\n"
                 "problem disk.log: a device, not read\nproblem pipe.log: a pipe, not read\n");
}

Test(input_zip_directory, names_a_member_whose_header_is_damaged)
{
    const struct zip_member members[] = {LOG("a.log", .method = ZIP_DEFLATED), LOG("lost.log", 0),
                                         LOG("c.log", 0)};
    struct collected collected;
    collected_init(&collected);
    struct buffer zip = zip_make(members, 3);
    struct span behind_first = span_slice(buffer_span(&zip), 1, zip.length);
    size_t second = 1 + span_find(behind_first, span_of("PK\3\4"));
    zip.bytes[second] = 'p';
    expect_both(&collected, buffer_span(&zip),
                "log a.log\n|one\nend\nlog c.log\n|one\nend\nproblem lost.log" NOWHERE, "byte",
                second);
    buffer_release(&zip);
    collected_release(&collected);
}

Test(input_zip_directory, that_is_cut_is_reported)
{
    const struct zip_member members[] = {LOG("a.log", .method = ZIP_DEFLATED),
                                         LOG("b.log", .has_wide_place = true)};
    struct collected collected;
    collected_init(&collected);
    struct buffer zip = zip_make(members, 2);
    size_t table = span_find(buffer_span(&zip), span_of("PK\1\2"));
    for (size_t length = table + 4; length < zip.length; length++)
        expect_both(&collected, (struct span){zip.bytes, length},
                    "log a.log\n|one\nend\nlog b.log\n|one\nend\n"
                    "problem : damaged zip data: its table of contents is cut or damaged\n",
                    "cut at", length);
    expect_both(&collected, buffer_span(&zip), "log a.log\n|one\nend\nlog b.log\n|one\nend\n",
                "whole", zip.length);
    buffer_release(&zip);
    collected_release(&collected);
}

/* Skipped members have their sizes after them, unread; and the directory may begin anywhere in a
 * block. */
Test(input_zip_directory, is_found_wherever_it_begins)
{
    static char picture[70 * 1000] = "\x89PNG\r\n\x1A\n";
    struct zip_member members[] = {
        {.name = BYTES("a.png"), .flags = ZIP_SIZES_BEHIND, .method = ZIP_DEFLATED},
        {.name = BYTES("b.png")},
        {.name = BYTES("c.png"), .flags = ZIP_SIZES_BEHIND, .method = ZIP_DEFLATED}};
    struct collected collected;
    collected_init(&collected);
    members[0].content = members[2].content = (struct span){picture, 5000};
    for (size_t length = 65536 - 250; length < 65536 + 20; length++) {
        members[1].content = (struct span){picture, length};
        struct buffer zip = zip_make(members, 3);
        expect_both(&collected, buffer_span(&zip),
                    "skip a.png not-text png\nskip b.png not-text png\nskip c.png not-text png\n",
                    "length", length);
        buffer_release(&zip);
    }
    collected_release(&collected);
}

Test(input_zip_directory, reports_sizes_that_differ_from_those_of_the_members)
{
    const struct zip_member members[] = {
        LOG("a.log", .method = ZIP_DEFLATED),
        LOG("b.log", .flags = ZIP_SIZES_BEHIND, .method = ZIP_DEFLATED),
        LOG("c.log", .is_zip64 = true),
        {.name = BYTES("folder/")},
        LOG("full/", .method = ZIP_STORED),
        LOG("full\\", .flags = ZIP_SIZES_BEHIND, .method = ZIP_DEFLATED),
    };
    const char *all = "log a.log\n|one\nend\nlog b.log\n|one\nend\nlog c.log\n|one\nend\n";
    const char *folders = "problem full/: not read: it is called a folder and holds bytes\n"
                          "problem full\\: not read: it is called a folder and holds bytes\n";
    struct collected collected;
    collected_init(&collected);
    struct buffer zip = zip_make(members, sizeof members / sizeof *members);
    struct span text = buffer_span(&zip);
    size_t size_at = span_find(text, span_of("PK\1\2")) + 24;
    char wanted[1000];
    for (int change = -1; change <= 1; change++) {
        zip.bytes[size_at] = (char)(strlen("one\n") + (size_t)change);
        snprintf(wanted, sizeof wanted, "%s%s%s", all,
                 change ? "problem a.log: the zip's table of contents gives it another size "
                          "(damaged)\n"
                        : "",
                 folders);
        expect_both(&collected, text, wanted, "change", (size_t)(change + 1));
    }
    buffer_release(&zip);
    collected_release(&collected);
}

Test(input_zip_directory, reports_and_reads_what_follows_it)
{
#define AFTER                                                                                      \
    "problem : bytes follow the end of the archive; they are read only if they are an archive or " \
    "a "                                                                                           \
    "log\n"
    static const struct {
        struct span bytes;
        const char *wanted;
    } rows[] = {
        {BYTES("\0\0\0\0"), ""},
        {BYTES("\0\0x"), AFTER "log \n|x\nend\n"},
        {BYTES("PK\3\4"), AFTER "problem : damaged zip data: Truncated ZIP file header\n"},
    };
    const struct zip_member member = LOG("a.log", .method = ZIP_DEFLATED);
    struct collected collected;
    collected_init(&collected);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer zip = zip_make(&member, 1);
        char wanted[200];
        snprintf(wanted, sizeof wanted, "log a.log\n|one\nend\n%s", rows[i].wanted);
        cr_assert(buffer_append(&zip, rows[i].bytes, NULL));
        expect_both(&collected, buffer_span(&zip), wanted, "row", i);
        buffer_release(&zip);
    }
    collected_release(&collected);
}
