#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "support/bundle.h"
#include "support/collected.h"

static const char log_text[] =
    "first line of the log\nsecond line, not the same\nthird: 0x80070005\n";

/* Counts the whole lines of the log at the start of `text`, which must be in order. */
static void check_lines(const char *text, const char *log, const char *what, size_t cut)
{
    const char *wanted = log;
    for (const char *at = strchr(text, '|'); at != NULL;
         at = strstr(at, "\n|") ? strstr(at, "\n|") + 1 : NULL) {
        size_t length = strcspn(at + 1, "\n");
        cr_assert(strncmp(at + 1, wanted, length + 1) == 0, "%s cut at %zu: %s", what, cut, text);
        wanted += length + 1;
    }
}

Test(input_damage, gzip_cut_at_every_byte_gives_whole_lines_and_says_so)
{
    struct collected collected;
    collected_init(&collected);
    struct buffer bytes = bundle_gzip(span_of(log_text));
    uint64_t most = 0;
    for (size_t length = 1; length < bytes.length; length++) {
        const char *path = bundle_write("cut.gz", (struct span){bytes.bytes, length});
        struct fault fault = {0};
        collected_clear(&collected);
        cr_assert(collected_read(&collected, path, &fault));
        check_lines(collected_text(&collected), log_text, "gzip", length);
        cr_assert(eq(ulong, collected.problem_count, 1), "%zu: %s", length,
                  collected_text(&collected));
        cr_assert(collected.line_count >= most, "%zu", length);
        most = collected.line_count;
    }
    cr_assert(eq(ulong, most, 3));
    buffer_release(&bytes);
    collected_release(&collected);
}

Test(input_damage, archives_cut_at_every_byte_give_whole_lines_and_say_so)
{
    static const struct {
        const char *format, *filter;
        uint64_t most_lines; /* 7z has its directory at the end, xz comes in large blocks */
    } kinds[] = {{"zip", "", 6},
                 {"ustar", "", 6},
                 {"ustar", "gzip", 6},
                 {"ustar", "xz", 0},
                 {"7zip", "", 0}};
    const struct bundle_member members[] = {{"a.log", {log_text, sizeof log_text - 1}, NULL},
                                            {"b.log", {log_text, sizeof log_text - 1}, NULL}};
    struct collected collected;
    collected_init(&collected);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        struct buffer bytes = bundle_make(kinds[k].format, kinds[k].filter, members, 2);
        uint64_t most = 0;
        for (size_t length = 0; length < bytes.length; length++) {
            const char *path = bundle_write("cut.bin", (struct span){bytes.bytes, length});
            struct fault fault = {0};
            collected_clear(&collected);
            cr_assert(collected_read(&collected, path, &fault));
            const char *text = collected_text(&collected);
            bool is_whole = collected.line_count == 6;
            bool is_text = strncmp(text, "log \n", 5) == 0;
            cr_assert(is_whole || is_text || collected.problem_count > 0, "%s %s cut at %zu: %s",
                      kinds[k].format, kinds[k].filter, length, text);
            if (is_text)
                continue;
            const char *second = strstr(text, "log b.log");
            check_lines(second ? second : text, log_text, kinds[k].format, length);
            most = collected.line_count > most ? collected.line_count : most;
        }
        cr_assert(eq(ulong, most, kinds[k].most_lines), "%s %s", kinds[k].format, kinds[k].filter);
        buffer_release(&bytes);
    }
    collected_release(&collected);
}

Test(input_damage, archives_with_any_byte_changed_neither_crash_nor_hang)
{
    static const char *const formats[] = {"zip", "ustar", "pax", "7zip"};
    const struct bundle_member members[] = {{"a.log", {log_text, sizeof log_text - 1}, NULL},
                                            {"b.log", {"b\n", 2}, NULL}};
    struct collected collected;
    collected_init(&collected);
    collected.limits.max_unpacked_bytes = 1000 * 1000;
    for (size_t k = 0; k < sizeof formats / sizeof *formats; k++) {
        struct buffer bytes = bundle_make(formats[k], "", members, 2);
        for (size_t at = 0; at < bytes.length; at++) {
            for (unsigned flip = 1; flip < 256; flip = flip * 5 + 2) {
                bytes.bytes[at] ^= (char)flip;
                const char *path = bundle_write("changed.bin", buffer_span(&bytes));
                bytes.bytes[at] ^= (char)flip;
                struct fault fault = {0};
                collected_clear(&collected);
                cr_assert(collected_read(&collected, path, &fault), "%s at %zu", formats[k], at);
            }
        }
        buffer_release(&bytes);
    }
    collected_release(&collected);
}

Test(input_damage, a_torn_tar_in_a_zip_gives_its_whole_lines_and_the_members_after_it)
{
    const struct bundle_member inside = {"N1/a.log", {log_text, sizeof log_text - 1}, NULL};
    struct buffer tar = bundle_make("ustar", "", &inside, 1);
    const struct bundle_member members[] = {{"torn.tar", {tar.bytes, 512 + 30}, NULL},
                                            {"after.log", {"after\n", 6}, NULL}};
    struct buffer zip = bundle_make("zip", "", members, 2);
    struct collected collected;
    struct fault fault = {0};
    collected_init(&collected);
    cr_assert(collected_read(&collected, bundle_write("torn.zip", buffer_span(&zip)), &fault));
    cr_assert(eq(str, (char *)collected_text(&collected),
                 "log torn.tar/N1/a.log\n|first line of the log\n"
                 "end damaged tar data: Truncated tar archive\n"
                 "problem torn.tar: damaged tar data: Truncated tar archive\n"
                 "log after.log\n|after\nend\n"));
    buffer_release(&tar);
    buffer_release(&zip);
    collected_release(&collected);
}

/* Whichever allocation fails, the run ends with a fault or reports that input is missing. */
Test(input_damage, survives_every_failing_allocation)
{
    const struct bundle_member logs[] = {{"N1/a.log", {log_text, sizeof log_text - 1}, NULL},
                                         {"\x83\x5C.log", {"\x83\x41\x83\x4E\n", 5}, NULL}};
    struct buffer tar = bundle_make("ustar", "gzip", logs, 2);
    const struct bundle_member members[] = {{"N1.tar.gz", {tar.bytes, tar.length}, NULL},
                                            {"wide.log",
                                             {"\xFF\xFE"
                                              "a\0\n\0",
                                              6},
                                             NULL}};
    struct buffer zip = bundle_make("zip", "", members, 2);
    bundle_write("memory/plain.log", span_of(log_text));
    char root[512];
    snprintf(root, sizeof root, "%s", bundle_write("memory/bundle.zip", buffer_span(&zip)));
    *strrchr(root, '/') = '\0';
    struct collected collected;
    collected_init(&collected);
    bool was_whole = false;
    for (unsigned long nth = 1; !was_whole && nth < 10000; nth++) {
        struct fault fault = {0};
        collected_clear(&collected);
        memory_fail_at(nth);
        bool done = collected_read(&collected, root, &fault);
        memory_fail_at(0);
        was_whole = done && collected.problem_count == 0;
        cr_assert(done || fault.kind == FAULT_MEMORY, "%lu", nth);
        if (was_whole)
            cr_assert(eq(ulong, collected.line_count, 8), "%lu: %s", nth,
                      collected_text(&collected));
    }
    cr_assert(was_whole);
    buffer_release(&tar);
    buffer_release(&zip);
    collected_release(&collected);
}

Test(input_damage, bytes_after_compressed_data_are_reported)
{
    static const char *const filters[] = {"gzip", "bzip2", "xz", "zstd", "lz4"};
    static const struct span tails[] = {
        {"x", 1}, {"\0\0\0\0\0\0\0\0x", 9}, {"no more of that kind", 20}};
    const struct bundle_member member = {"a.log", {log_text, sizeof log_text - 1}, NULL};
    struct collected collected;
    collected_init(&collected);
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
        for (size_t k = 0; k < sizeof tails / sizeof *tails; k++) {
            struct buffer bytes = bundle_make("raw", filters[i], &member, 1);
            struct fault fault = {0};
            collected_clear(&collected);
            cr_assert(buffer_append(&bytes, tails[k], NULL));
            cr_assert(collected_read(&collected, bundle_write("behind.bin", buffer_span(&bytes)),
                                     &fault));
            cr_assert(eq(ulong, collected.problem_count, 1), "%s %zu: %s", filters[i], k,
                      collected_text(&collected));
            buffer_release(&bytes);
        }
    }
    collected_release(&collected);
}
