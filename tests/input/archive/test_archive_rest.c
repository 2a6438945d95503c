#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "base/little_endian.h"
#include "support/bundle.h"
#include "support/collected.h"

#define AFTER                                                                                      \
    "problem %s: bytes follow the end of the archive; they are read only if they are an archive "  \
    "or a log\n"

static const struct bundle_member first = {"a.log", {"one\n", 4}, NULL};

/* A cab of one folder, without compression: [MS-CAB] 2. */
static struct buffer make_cab(void)
{
    enum { HEADER_BYTES = 36, FOLDER_BYTES = 8, FILE_BYTES = 16 + sizeof "a.log", DATA_BYTES = 12 };
    unsigned char bytes[HEADER_BYTES + FOLDER_BYTES + FILE_BYTES + DATA_BYTES] = {
        'M', 'S', 'C', 'F', [24] = 3, 1, 1, 0, 1};
    unsigned char *folder = bytes + HEADER_BYTES;
    unsigned char *file = folder + FOLDER_BYTES;
    unsigned char *data = file + FILE_BYTES;
    little_endian_store_32(bytes + 8, sizeof bytes);
    little_endian_store_32(bytes + 16, HEADER_BYTES + FOLDER_BYTES);
    little_endian_store_32(folder, (unsigned)(data - bytes));
    folder[4] = 1;
    file[0] = data[4] = data[6] = (unsigned char)first.content.length;
    memcpy(file + 16, first.name, strlen(first.name));
    memcpy(data + 8, first.content.bytes, first.content.length);
    struct buffer cab = {0};
    cr_assert(buffer_append(&cab, (struct span){(const char *)bytes, sizeof bytes}, NULL));
    return cab;
}

static struct buffer make_archive(const char *format)
{
    return strcmp(format, "cab") == 0 ? make_cab() : bundle_make(format, "", &first, 1);
}

/* Reads `bytes` as a file of their own and as a member of a tar.gz, and expects `wanted`, in which
 * "%s" is the name of the archive. */
static void expect(struct span bytes, const char *wanted, const char *what)
{
    const struct bundle_member member = {"b", bytes, NULL};
    struct buffer outer = bundle_make("ustar", "gzip", &member, 1);
    const struct span files[] = {bytes, buffer_span(&outer)};
    static const char *const prefixes[] = {"", "b"};
    struct collected collected;
    collected_init(&collected);
    for (size_t i = 0; i < 2; i++) {
        char text[4000] = "";
        const char *slash = i == 0 ? "" : "/";
        snprintf(text, sizeof text, "log %s%sa.log\n|one\nend\n", prefixes[i], slash);
        const char *at = wanted;
        for (const char *mark = strstr(at, "%s"); mark != NULL; mark = strstr(at, "%s")) {
            snprintf(text + strlen(text), sizeof text - strlen(text), "%.*s%s", (int)(mark - at),
                     at, prefixes[i]);
            at = mark + 2;
            if (*at == '/')
                at += i == 0;
        }
        snprintf(text + strlen(text), sizeof text - strlen(text), "%s", at);
        struct fault fault = {0};
        collected_clear(&collected);
        cr_assert(collected_read(&collected, bundle_write("rest.bin", files[i]), &fault));
        cr_assert(eq(str, (char *)collected_text(&collected), text), "%s, %zu", what, i);
    }
    collected_release(&collected);
    buffer_release(&outer);
}

static const char *const formats[] = {"zip", "ustar", "7zip", "cab"};

enum { FORMAT_COUNT = sizeof formats / sizeof formats[0] };

Test(input_archive_rest, a_log_after_an_archive_is_reported_and_read)
{
    static const struct {
        struct span tail;
        const char *wanted;
    } rows[] = {
        {{"\0\0\0\0\0\0\0\0", 8}, ""},
        {{"two\n", 4}, AFTER "log %s\n|two\nend\n"},
        {{"\0\0\0two\nthree", 12}, AFTER "log %s\n|two\n|three\nend\n"},
        {{"\1\2\3\4\5\6\7\x0E", 8}, AFTER "skip %s not-text binary\n"},
    };
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
            struct buffer bytes = make_archive(formats[i]);
            cr_assert(buffer_append(&bytes, rows[k].tail, NULL));
            expect(buffer_span(&bytes), rows[k].wanted, formats[i]);
            buffer_release(&bytes);
        }
}

/* More of them than may be inside each other. */
Test(input_archive_rest, many_archives_after_each_other_are_read)
{
    enum { COUNT = 20 };
    struct buffer bytes = {0};
    char wanted[COUNT * 120] = "";
    for (size_t i = 0; i < COUNT; i++) {
        struct buffer next = make_archive("ustar");
        cr_assert(buffer_append(&bytes, buffer_span(&next), NULL));
        buffer_release(&next);
        if (i > 0)
            strcat(wanted, AFTER "log %s/a.log\n|one\nend\n");
    }
    expect(buffer_span(&bytes), wanted, "ustar");
    buffer_release(&bytes);
}

Test(input_archive_rest, an_archive_after_an_archive_is_reported_and_read)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        for (size_t k = 0; k < FORMAT_COUNT; k++) {
            struct buffer bytes = make_archive(formats[i]);
            struct buffer second = make_archive(formats[k]);
            cr_assert(buffer_append(&bytes, buffer_span(&second), NULL));
            expect(buffer_span(&bytes), AFTER "log %s/a.log\n|one\nend\n", formats[i]);
            buffer_release(&second);
            buffer_release(&bytes);
        }
}
