#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "diagnosis/path_key.h"

static struct path_key key_of(const char *path)
{
    struct buffer scratch = {0};
    struct path_key key = {0};
    cr_assert(path_key_of(span_of(path), 1, 2, &scratch, &key, NULL));
    buffer_release(&scratch);
    return key;
}

Test(diagnosis_path_key, spellings_of_one_file_have_one_key)
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
        {"", "C:", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert(eq(int, key_of(cases[i].a).file == key_of(cases[i].b).file, cases[i].is_same),
                  "%s and %s", cases[i].a, cases[i].b);
}

Test(diagnosis_path_key, hosts_and_folders_are_told_apart)
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
