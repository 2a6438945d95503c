#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <string.h>
#include <strings.h>
#include <utf8proc.h>

#include "base/hash.h"
#include "support/guard.h"
#include "support/random.h"
#include "text/path_key.h"
#include "text/upcase.h"

static struct path_key key_of(const char *path)
{
    struct buffer scratch = {0};
    struct path_key key = {0};
    cr_assert(path_key_of(span_of(path), 1, 2, &scratch, &key, NULL));
    buffer_release(&scratch);
    return key;
}

Test(text_path_key, all_spellings_of_a_file_have_one_key)
{
    static const struct {
        const char *a, *b;
        bool is_same;
    } cases[] = {
        {"C:\\Data\\x.doc", "c:/data/X.DOC", true},
        {"\\\\?\\C:\\Data\\x", "C:\\Data\\x", true},
        {"\\\\?\\UNC\\srv\\share\\x", "\\\\SRV\\share\\x", true},
        {"\\\\?\\Volume{A}\\x", "\\\\?\\volume{a}\\X", true},
        {"C:\\a\\\\b", "C:\\a\\b", true},
        {"C:\\a\\", "C:\\a", true},
        {"D:\\ÄÖÜ\\ÉCOLE", "D:\\äöü\\école", true},
        {"D:\\ДАННЫЕ", "D:\\данные", true},
        {"D:\\ＡＢＣ", "D:\\ａｂｃ", true},
        {"D:\\日本語\\資料.xlsx", "D:\\日本語\\資料.XLSX", true},
        {"D:\\日本語", "D:\\日本国", false},
        {"C:\\a", "C:\\b", false},
        {"C:\\a\\b", "C:\\ab", false},
        {"D:\\ア", "D:\\あ", false},
        {"D:\\ΟΔΟΣ", "D:\\οδος", true},
        {"D:\\i", "D:\\İ", false},
        {"D:\\I", "D:\\ı", false},
        {"D:\\k", "D:\\\xe2\x84\xaa", false},
        {"D:\\å", "D:\\\xe2\x84\xab", false},
        {"D:\\ß", "D:\\ẞ", false},
        {"D:\\s", "D:\\ſ", false},
        {"D:\\\xf0\x90\x90\x80", "D:\\\xf0\x90\x90\xa8", false},
        {"", "C:", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert(eq(int, key_of(cases[i].a).file == key_of(cases[i].b).file, cases[i].is_same),
                  "%s and %s", cases[i].a, cases[i].b);
}

Test(text_path_key, distinguishes_hosts_and_folders)
{
    struct buffer scratch = {0};
    struct path_key one, other;
    struct span path = span_of("C:\\Data\\Sub\\x.doc");
    cr_assert(path_key_of(path, 1, 2, &scratch, &one, NULL));
    cr_assert(path_key_of(path, 9, 2, &scratch, &other, NULL));
    cr_assert(ne(u64, one.file, other.file));
    cr_assert(eq(u64, one.folder, other.folder));
    cr_assert(eq(sz, one.folder_length, 11));
    cr_assert(eq(u64, key_of("c:/data/sub/other").folder, one.folder));
    cr_assert(eq(sz, key_of("C:\\a\\folder\\").folder_length, 4));
    cr_assert(eq(sz, key_of("nothing").folder_length, 0));
    buffer_release(&scratch);
}

static utf8proc_int32_t by_definition(utf8proc_int32_t character)
{
    if (character == '/')
        return '\\';
    return character >= 0x80                      ? (utf8proc_int32_t)upcase((uint32_t)character)
           : character >= 'A' && character <= 'Z' ? character + ('a' - 'A')
                                                  : character;
}

/* Folds character by character, as directly as possible. Returns the length in `out`. */
static size_t fold_by_definition(struct span path, char *out)
{
    size_t length = 0;
    size_t at = 0;
    if (path.length >= 8 && strncasecmp(path.bytes, "\\\\?\\UNC\\", 8) == 0) {
        memcpy(out, "\\\\", length = 2);
        at = 8;
    } else if (path.length > 6 && memcmp(path.bytes, "\\\\?\\", 4) == 0 && path.bytes[5] == ':') {
        at = 4;
    }
    while (at < path.length) {
        utf8proc_int32_t character = 0;
        at += (size_t)utf8proc_iterate((const utf8proc_uint8_t *)path.bytes + at,
                                       (utf8proc_ssize_t)(path.length - at), &character);
        character = by_definition(character);
        if (character != '\\' || length <= 1 || out[length - 1] != '\\')
            length += (size_t)utf8proc_encode_char(character, (utf8proc_uint8_t *)out + length);
    }
    while (length > 1 && out[length - 1] == '\\')
        length--;
    return length;
}

/* Returns the offset of the last separator that something follows. */
static size_t folder_length_by_definition(struct span path)
{
    size_t length = 0;
    for (size_t i = 0; i + 1 < path.length; i++)
        if (strchr("\\/", path.bytes[i]) != NULL && strchr("\\/", path.bytes[i + 1]) == NULL)
            length = i;
    return length;
}

Test(text_path_key, folds_random_paths_as_character_by_character)
{
    static const char *const parts[] = {
        "a", "Z",  "@",  "[",  "`",  "{",  "z",   "A", "7",  ".",        " ",   "\\", "\\", "/",
        "é", "Ü",  "ß",  "Ж",  "я",  "İ",  "ſ",   "K", "日", "か",       "龍",  "韓", "Ａ", "ｚ",
        "Ⅷ", "\\", "ab", "QR", "st", "uv", "WXY", "😀", "𐐀",  "ab cd ef", "/x/", "pq", "x.d"};
    static const char *const starts[] = {"",     "\\\\?\\", "\\\\?\\unc\\", "\\\\?\\C:\\",
                                         "\\\\", "/",       "C:\\"};
    struct buffer folded = {0};
    uint64_t state = 3;
    for (int round = 0; round < 60000; round++) {
        char bytes[128];
        char expected[512];
        const char *start = starts[random_below(&state, sizeof starts / sizeof *starts)];
        size_t length = strlen(start);
        memcpy(bytes, start, length);
        length += random_text(&state, parts, sizeof parts / sizeof *parts, bytes + length,
                              random_below(&state, 101));
        struct guard guard = guard_copy((struct span){.bytes = bytes, .length = length});
        struct span path = {.bytes = guard.bytes, .length = length};
        struct span folded_path = {.bytes = expected, .length = fold_by_definition(path, expected)};
        struct path_key key;
        cr_assert(path_key_of(path, 1, 2, &folded, &key, NULL));
        cr_assert(span_equals(buffer_span(&folded), folded_path), "%.*s", (int)length, bytes);
        cr_assert(eq(sz, key.folder_length, folder_length_by_definition(path)), "%.*s", (int)length,
                  bytes);
        struct span folder = span_slice(folded_path, 0, folder_length_by_definition(folded_path));
        cr_assert(eq(u64, key.folder, hash_span(folder, 2)), "%.*s", (int)length, bytes);
        guard_release(&guard);
    }
    buffer_release(&folded);
}
