#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "input/archive/content_type.h"
#include "support/bundle.h"
#include "support/guard.h"

#define BYTES(text)                                                                                \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }

static const struct {
    struct span head;
    enum content_type content;
    const char *word;
} cases[] = {
    {BYTES(""), CONTENT_EMPTY, ""},
    {BYTES("plain"), CONTENT_TEXT, ""},
    {BYTES("a"), CONTENT_TEXT, ""},
    {BYTES("\xFF\xFE"
           "a\0"),
     CONTENT_TEXT, ""},
    {BYTES("a\0b\0\r\0\n\0"), CONTENT_TEXT, ""},
    {BYTES("\x83\x41\x83\x4E\n"), CONTENT_TEXT, ""},
    {BYTES("MZ is how this text begins\n"), CONTENT_TEXT, ""},
    {BYTES("BZh is how that text begins\n"), CONTENT_TEXT, ""},
    {BYTES("PKZIP is a program\n"), CONTENT_TEXT, ""},
    {BYTES("a text with one \0 NUL is a text all the same\n"), CONTENT_TEXT, ""},
    {BYTES("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0a torn block of NULs before a log\n"),
     CONTENT_TEXT, ""},
    {BYTES("\0\0\0\0\0\0\0\0\0\0\0\0 and so on\n"), CONTENT_UNKNOWN, "binary"},
    {BYTES("ElfFile\0\1\2\3"), CONTENT_EVTX, "evtx"},
    {BYTES("\x89PNG\r\n\x1A\n\0\0"), CONTENT_OTHER, "png"},
    {BYTES("\xFF\xD8\xFF\xE0"), CONTENT_OTHER, "jpeg"},
    {BYTES("GIF89a\1"), CONTENT_OTHER, "gif"},
    {BYTES("MDMP\x93\xA7\0\0"), CONTENT_OTHER, "dump"},
    {BYTES("MZ\x90\0\3\0\0\0\4\0\0\0\xFF\xFF\0\0"), CONTENT_OTHER, "exe"},
    {BYTES("%PDF-1.4\n"), CONTENT_OTHER, "pdf"},
    {BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), CONTENT_OTHER, "ole"},
    {BYTES("SQLite format 3\0"), CONTENT_OTHER, "sqlite"},
    {BYTES("\0\0\0\0\0\0\0\0\0\0\0\0"), CONTENT_UNKNOWN, "binary"},
    {BYTES("\1\2\3\4"), CONTENT_UNKNOWN, "binary"},
    {BYTES("Rar!\x1A\7\1\0"), CONTENT_PACKED, "rar"},
    {BYTES("\x1F\x9D\x90"), CONTENT_PACKED, "compress"},
    {BYTES("]\0\0\x80\0\xFF\xFF"), CONTENT_PACKED, "lzma"},
    {BYTES("] is how this text begins\n"), CONTENT_TEXT, ""},
    {BYTES("]\0 \0i\0n\0\n\0"), CONTENT_TEXT, ""},
    {BYTES("xar!\0\x1C"), CONTENT_PACKED, "xar"},
    {BYTES("xar! is how this text begins\n"), CONTENT_TEXT, ""},
    {BYTES("\x1F\x8B\x08\0\0\0\0\0\0\3"), CONTENT_GZIP, "gzip"},
    {BYTES("\x1F\x8B\x07\xE0\0\0\0\0\0\3"), CONTENT_GZIP, "gzip"},
    {BYTES("PK\3\4\x14\0"), CONTENT_ZIP, "zip"},
    {BYTES("MSCF\0\0\0\0"), CONTENT_CAB, "cab"},
    {BYTES("7z\xBC\xAF\x27\x1C\0"), CONTENT_7ZIP, "7z"},
    {BYTES("\xFD"
           "7zXZ\0"),
     CONTENT_XZ, "xz"},
    {BYTES("BZh91AY&SY\x8E\xE7 and what was added to a short stream\n"), CONTENT_BZIP2, "bzip2"},
    {BYTES("BZh9\x17\x72\x45\x38\x50\x90 and a long line behind an empty one\n"), CONTENT_BZIP2,
     "bzip2"},
    {BYTES("BZh01AY&SY has no blocks of that size\n"), CONTENT_TEXT, ""},
};

Test(input_content_type, is_detected_by_the_first_bytes)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct guard guard = guard_copy(cases[i].head);
        const char *word;
        enum content_type content =
            content_type_of((struct span){guard.bytes, guard.length}, &word);
        cr_assert(eq(int, content, cases[i].content), "row %zu", i);
        cr_assert(eq(str, (char *)word, (char *)cases[i].word), "row %zu", i);
        guard_release(&guard);
    }
}

Test(input_content_type, is_detected_in_what_archivers_write)
{
    static const struct {
        const char *format, *filter;
        enum content_type content;
    } rows[] = {
        {"zip", "", CONTENT_ZIP},      {"7zip", "", CONTENT_7ZIP},  {"ustar", "", CONTENT_TAR},
        {"pax", "", CONTENT_TAR},      {"v7tar", "", CONTENT_TAR},  {"gnutar", "", CONTENT_TAR},
        {"raw", "gzip", CONTENT_GZIP}, {"raw", "xz", CONTENT_XZ},   {"raw", "bzip2", CONTENT_BZIP2},
        {"raw", "zstd", CONTENT_ZSTD}, {"raw", "lz4", CONTENT_LZ4}, {"raw", "lzip", CONTENT_LZIP},
    };
    const struct bundle_member member = {"N1/some.log", {"line\n", 5}, NULL};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer bytes = bundle_make(rows[i].format, rows[i].filter, &member, 1);
        cr_assert(eq(int, content_type_of(buffer_span(&bytes), NULL), rows[i].content), "%s %s",
                  rows[i].format, rows[i].filter);
        buffer_release(&bytes);
    }
}
