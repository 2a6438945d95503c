#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/memory.h"
#include "input/display_name.h"
#include "support/bundle.h"
#include "support/collected.h"
#include "support/zip.h"

#define BYTES(text)                                                                                \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }

static void expect_zip(const struct zip_member *members, size_t count, const char *wanted)
{
    struct collected collected;
    struct fault fault = {0};
    struct buffer zip = zip_make(members, count);
    collected_init(&collected);
    cr_assert(collected_read(&collected, bundle_write("z.zip", buffer_span(&zip)), &fault));
    cr_assert(eq(str, (char *)collected_text(&collected), (char *)wanted));
    buffer_release(&zip);
    collected_release(&collected);
}

Test(input_members, have_names_that_are_always_valid_UTF_8)
{
    const struct zip_member members[] = {
        {.name = BYTES("\x83\x54\x81\x5B\x83\x6F\x81\x5B\\\x95\x5C.log"), .content = BYTES("a\n")},
        {.name = BYTES("Gr\xF6\xDF"
                       "e.log"),
         .content = BYTES("b\n")},
        {.name = BYTES("\xE3\x82\xBD.log"), .content = BYTES("c\n"), .flags = ZIP_UTF8_NAMES},
        {.name = BYTES("\x83\xFF.log"), .content = BYTES("d\n"), .flags = ZIP_UTF8_NAMES},
        {.name = BYTES("folder\\"), .content = BYTES("")},
        {.name = BYTES("..\\..\\e.log"), .content = BYTES("e\n")},
    };
    expect_zip(
        members, 6,
        "log \xE3\x82\xB5\xE3\x83\xBC\xE3\x83\x90\xE3\x83\xBC\\\xE8\xA1\xA8.log\n|a\nend\n"
        "log Gr\xC3\xB6\xC3\x9F"
        "e.log\n|b\nend\n"
        "log \xE3\x82\xBD.log\n|c\nend\n"
        "log (name unreadable)\n|d\nend\n"
        "problem ../../e.log: its name leads out of the archive; its lines are read all the same\n"
        "log ../../e.log\n|e\nend\n");
}

Test(input_members, that_are_encrypted_or_damaged_are_reported_by_name)
{
    const struct zip_member members[] = {
        {.name = BYTES("secret.log"), .content = BYTES("0123456789abcdef"), .flags = ZIP_ENCRYPTED},
        {.name = BYTES("wrong.log"), .content = BYTES("one\ntwo"), .checksum_error = 1},
        {.name = BYTES("good.log"), .content = BYTES("one\ntwo")},
    };
    expect_zip(members, 3,
               "problem secret.log: encrypted, cannot be read\n"
               "log wrong.log\n|one\n"
               "end damaged zip data: ZIP bad CRC: 0x288c675 should be 0x288c674\n"
               "log good.log\n|one\n|two\nend\n");
}

Test(input_members, without_a_name_are_reported_by_number)
{
    const struct zip_member members[] = {
        {.name = BYTES("a.log"), .content = BYTES("a\n")},
        {.name = BYTES(""), .content = BYTES("b\n")},
        {.name = BYTES(""), .content = BYTES("c\n"), .flags = ZIP_ENCRYPTED},
        {.name = BYTES(""), .is_only_in_table = true, .place_error = 9},
    };
    expect_zip(members, 4,
               "log a.log\n|a\nend\n"
               "log (unnamed member 2)\n|b\nend\n"
               "problem (unnamed member 3): encrypted, cannot be read\n"
               "problem (unnamed): not read: the zip's table of contents names it where no member "
               "was met (damaged or overlapping)\n");
}

/* A cabinet of two stored members, built according to [MS-CAB]; the second name is in code page
 * 932.
 */
static const char cabinet[] = "MSCF\0\0\0\0"
                              "\x65\0\0\0"
                              "\0\0\0\0"
                              "\x2C\0\0\0"
                              "\0\0\0\0"
                              "\3\1"
                              "\1\0"
                              "\2\0"
                              "\0\0"
                              "\1\0"
                              "\0\0"
                              "\x58\0\0\0"
                              "\1\0"
                              "\0\0"
                              "\4\0\0\0"
                              "\0\0\0\0"
                              "\0\0"
                              "\4\x51"
                              "\0\x60"
                              "\x20\0"
                              "N1\\a.l\0"
                              "\1\0\0\0"
                              "\4\0\0\0"
                              "\0\0"
                              "\4\x51"
                              "\0\x60"
                              "\x20\0"
                              "\x95\x5C.l\0"
                              "\0\0\0\0"
                              "\5\0"
                              "\5\0"
                              "a\nb\nc";

Test(input_members, of_a_cabinet_are_read)
{
    struct collected collected;
    struct fault fault = {0};
    collected_init(&collected);
    const char *path = bundle_write("some.bin", (struct span){cabinet, sizeof cabinet - 1});
    cr_assert(collected_read(&collected, path, &fault));
    cr_assert(eq(str, (char *)collected_text(&collected),
                 "log N1/a.l\n|a\n|b\nend\nlog \xE8\xA1\xA8.l\n|c\nend\n"));
    collected_release(&collected);
}

Test(input_members, are_named_by_the_last_part_of_their_paths)
{
    static const struct {
        const char *path;
        bool has_backslashes;
        const char *last;
    } rows[] = {{"a/b", false, "b"},        {"a/b//", false, "b"}, {"a\\b", false, "a\\b"},
                {"a\\b", true, "b"},        {"", false, ""},       {"/", false, ""},
                {"C:\\x\\y.z", true, "y.z"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_assert(
            span_equals(display_name_last_part(span_of(rows[i].path), rows[i].has_backslashes),
                        span_of(rows[i].last)),
            "row %zu", i);
}
