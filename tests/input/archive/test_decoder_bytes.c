/* The dictionaries that headers of zip and 7z ask for. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "input/archive/sevenzip_decoder.h"
#include "input/archive/sevenzip_header.h"
#include "input/archive/zip_decoder.h"

#define BYTES(text)                                                                                \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }

Test(input_decoder_bytes, a_zip_says_it_before_lzma_data_only)
{
    static const struct {
        const char *format;
        struct span data;
        uint64_t bytes;
    } cases[] = {
        {"ZIP 6.3 (lzma)", BYTES("\x09\x14\5\0\x5d\0\0\0\xC0"), 0xC0000000},
        {"ZIP 6.3 (lzma)", BYTES("\x09\x14\5\0\x5d\0\0\x80\0...."), 1 << 23},
        {"ZIP 6.3 (lzma)", BYTES("\x09\x14\5\0\x5d\0\0\0"), 0},
        {"ZIP 6.3 (xz)",
         BYTES("\xFD"
               "7zXZ\0\0\4"),
         UINT64_MAX},
        {"ZIP 2.0 (deflation)", BYTES("\x09\x14\5\0\x5d\0\0\0\xC0"), 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert(eq(u64, zip_decoder_bytes(cases[i].format, cases[i].data), cases[i].bytes), "%zu",
                  i);
}

#define PACKED_AT   "\1\4\6\0\1\x09\5\0\7\x0B"
#define LZMA(size)  "\x23\3\1\1\5\x5d" size
#define LZMA2(size) "\x21\x21\1" size

static const struct {
    struct span header;
    bool is_known;
    uint64_t bytes;
} headers[] = {
    {BYTES(PACKED_AT "\1\0\1" LZMA("\0\0\0\xC0")), true, 0xC0000000},
    {BYTES(PACKED_AT "\1\0\1" LZMA("\0\0\x10\0")), true, 1 << 20},
    {BYTES(PACKED_AT "\1\0\1" LZMA2("\x16")), true, 1 << 23},
    {BYTES(PACKED_AT "\1\0\1" LZMA2("\x28")), true, UINT32_MAX},
    {BYTES(PACKED_AT "\1\0\1\x23\3\4\1\5\6\0\0\0\x40"), true, 1 << 30}, /* PPMd */
    {BYTES(PACKED_AT "\1\0\1\1\0"), true, 0},                           /* stored */
    /* The greatest of two folders, and the sum of a folder's coders. */
    {BYTES(PACKED_AT "\2\0\1" LZMA("\0\0\x10\0") "\1" LZMA2("\x1A")), true, 1 << 25},
    {BYTES(PACKED_AT "\1\0\2" LZMA("\0\0\x10\0") LZMA("\0\0\x30\0") "\1\0"), true, 1 << 22},
    /* Sizes of three bytes, checksums of one of two streams. */
    {BYTES("\1\4\6\0\2\x09\xC0\0\1\5\x0A\0\x80....\0\7\x0B\1\0\1" LZMA("\0\0\x10\0")), true,
     1 << 20},
    {BYTES("\1\5"), true, 0},                /* folders and empty files only */
    {BYTES("\1\2\7"), false, 0},             /* properties of the archive, which nothing writes */
    {BYTES(PACKED_AT "\1\1"), false, 0},     /* folders elsewhere */
    {BYTES(PACKED_AT "\1\0\x21"), false, 0}, /* 33 coders */
    {BYTES("\x17\6\0\1\x09\5\0\7\x0B\1\0\1\x23\4\2\2\0"), false, 0}, /* packed by bzip2 */
};

Test(input_decoder_bytes, a_7z_says_it_in_its_folders)
{
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
        struct sevenzip_header header;
        bool is_known = sevenzip_header_read(headers[i].header, &header);
        cr_assert(eq(int, is_known, headers[i].is_known), "%zu", i);
        if (is_known)
            cr_assert(eq(u64, header.decoder_bytes, headers[i].bytes), "%zu", i);
    }
}

/* However it is cut, a header is known only if all of its folders are there. */
Test(input_decoder_bytes, a_header_of_a_7z_that_is_cut_is_not_known)
{
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
        struct span whole = headers[i].header;
        for (size_t length = 0; length < whole.length; length++) {
            struct sevenzip_header header;
            char *cut = malloc(length + 1); /* so that reading past it is found */
            memcpy(cut, whole.bytes, length);
            cr_assert(not(sevenzip_header_read((struct span){cut, length}, &header)), "%zu: %zu", i,
                      length);
            free(cut);
        }
    }
}

#define STORED "\1\0\1\1\0"

/* 300 members are the bytes 81 2C. */
Test(input_decoder_bytes, a_7z_says_how_many_members_it_has_behind_its_folders)
{
    static const struct {
        struct span header;
        uint64_t members;
    } cases[] = {
        {BYTES("\1\0"), 0},
        {BYTES("\1\5\x81\x2C"), 300},
        {BYTES(PACKED_AT STORED "\x0C\x9\0\0\5\x81\x2C"), 300},
        {BYTES(PACKED_AT STORED "\x0C\x9\0\0\0"), 0},
        /* A checksum of the folder, and a folder of three streams: two sizes, three checksums. */
        {BYTES(PACKED_AT STORED "\x0C\x9\x0A\1....\0\x08\0\0\5\2"), 2},
        {BYTES(PACKED_AT STORED "\x0C\x9\x0A\1....\0\x08\x0D\3\x09\1\1\x0A\1............\0\0\5\4"),
         4},
        /* Of two folders with one stream each, the second has a checksum of its own. */
        {BYTES(PACKED_AT "\2\0\1\1\0\1\1\0\x0C\x9\x9\x0A\0\x80....\0\x08\x0A\1....\0\0\5\2"), 2},
        {BYTES(PACKED_AT STORED "\x0C\x9\0\0"), SEVENZIP_MEMBERS_UNKNOWN},
        {BYTES(PACKED_AT STORED "\x0C\x9\0\0\5\x81"), SEVENZIP_MEMBERS_UNKNOWN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sevenzip_header header;
        bool is_known = sevenzip_header_read(cases[i].header, &header);
        cr_assert(is_known, "%zu", i);
        cr_assert(eq(u64, header.members, cases[i].members), "%zu", i);
    }
}

/* A signature, and the header behind it. */
static struct span archive_of(struct span header, char bytes[256])
{
    static const char signature[] = "7z\xBC\xAF\x27\x1C\0\4";
    memset(bytes, 0, 256);
    memcpy(bytes, signature, sizeof signature - 1);
    bytes[20] = (char)header.length;
    memcpy(bytes + 32, header.bytes, header.length);
    return (struct span){bytes, 32 + header.length};
}

Test(input_decoder_bytes, of_a_7z_the_header_is_found_and_one_that_is_missing_is_libarchives)
{
    static const struct span header =
        BYTES(PACKED_AT "\1\0\1" LZMA("\0\0\0\xC0") "\x0C\x9\0\0\5\x81\x2C");
    char bytes[256];
    struct random_access archive = {-1, archive_of(header, bytes)};
    struct sevenzip_needs needs;
    cr_assert(sevenzip_decoder_needs(&archive, &needs));
    cr_assert(eq(u64, needs.decoder_bytes, 0xC0000000));
    cr_assert(eq(u64, needs.members, 300));
    archive.bytes.length--;
    cr_assert(sevenzip_decoder_needs(&archive, &needs));
    cr_assert(eq(u64, needs.decoder_bytes, 0));
    memset(bytes + 12, 0xFF, 8);
    cr_assert(sevenzip_decoder_needs(&archive, &needs));
    cr_assert(eq(u64, needs.decoder_bytes, 0));
}
