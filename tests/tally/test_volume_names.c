#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "tally/volume_names.h"

#define GUID "{0f7c1f34-0000-0000-0000-100000000000}"

static void write_names(const struct volume_names *names, char *text, size_t size)
{
    *text = '\0';
    for (size_t i = 0; i < names->count; i++)
        snprintf(text + strlen(text), size - strlen(text), "%s%.*s", i > 0 ? " " : "",
                 (int)names->names[i].length, names->names[i].bytes);
}

static const struct {
    const char *record, *names;
} cases[] = {
    {"Snapshot of volume E:\\ failed", "E:"},
    {"Snapshot of volume e: failed", "E:"},
    {"volume (F:)", "F:"},
    {"G:", "G:"},
    {"0x8004231F on D:\\", "D:"},
    {"failed: D:\\, E:\\ and D:", "D: E:"},
    {"volumes E:, D: failed", "D: E:"},
    {"snapshot set for volumes [D:\\][E:\\]", "D: E:"},
    {"drives D, E and F are gone", "D: E: F:"},
    {"on drive D (ID: 100139)", "D:"},
    {"the drive a user has chosen", ""},
    {"Volume: D:\\Data could not be read", "D:"},
    {"ボリューム F: のスナップショット", "F:"},
    {"ボリューム D:\\ と E:\\ のスナップショット (ID: 100139)", "D: E:"},
    {"ボリュームD:\\とE:\\のスナップショット", "D: E:"},
    {"ドライブ Ｅ： のスナップショット", "E:"},
    {"ボリューム「ｅ：￥」", "E:"},
    {"Snapshot failed. Scratch location: C:\\Program Files\\Agent\\Scratch. Volume: D:\\", "D:"},
    {"See C:\\Windows\\Temp\\x.log: snapshot of volume D: failed", "D:"},
    {"Agent (C:\\Agent\\bin\\cbengine.exe) failed to snapshot E:\\ (ID: 100139)", "E:"},
    {"volume D:, see C:\\Agent\\x.log", "D:"},
    {"C:\\data\\a.doc could not be read", ""},
    {"C:/data/a.doc could not be read", ""},
    {"D:\\データ\\a.doc could not be read", ""},
    {"volume \\\\?\\Volume" GUID "\\ failed", "\\\\?\\Volume" GUID "\\"},
    {"volume \\\\?\\Volume" GUID " failed", "\\\\?\\Volume" GUID},
    {"\\\\?\\Volume" GUID "\\Data\\a.doc failed", ""},
    {"volume \\\\?\\Volume{0f7c1f34;rm -rf 0000-0000-100000000000}", ""},
    {"Error: none at 13:16:29.206", ""},
    {"see https://example.org", ""},
    {"abC:\\", ""},
    {"volume \xE3\xBC\xA1: failed", ""}, /* ends like a full-width A */
    {"volume \xEF\xBC", ""},
    {"", ""},
};

Test(tally_volume_names, a_volume_is_a_root_or_follows_the_word)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct volume_names names = {0};
        struct arena arena = {0};
        struct fault fault = {0};
        char got[256];
        cr_assert(volume_names_add(&names, span_of(cases[i].record), &arena, &fault));
        write_names(&names, got, sizeof got);
        cr_assert(eq(str, got, (char *)cases[i].names), "'%s'", cases[i].record);
        arena_release(&arena);
    }
}

Test(tally_volume_names, the_volume_of_a_path_is_its_start)
{
    static const struct {
        const char *path, *names;
    } paths[] = {
        {"d:\\Data\\a.doc", "D:"},
        {"\\\\?\\D:\\Data", "D:"},
        {"\\\\?\\Volume" GUID "\\Data", "\\\\?\\Volume" GUID "\\"},
        {"\\\\server\\share\\a", ""},
        {"D - old\\a", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct volume_names names = {0};
        struct arena arena = {0};
        struct fault fault = {0};
        char got[256];
        cr_assert(volume_names_add_path(&names, span_of(paths[i].path), &arena, &fault));
        write_names(&names, got, sizeof got);
        cr_assert(eq(str, got, (char *)paths[i].names), "'%s'", paths[i].path);
        arena_release(&arena);
    }
}

Test(tally_volume_names, of_too_many_the_first_by_name_are_kept_in_any_order)
{
    static const char *const orders[] = {"volumes D, E, F, G, H, I, J, K",
                                         "volumes K, J, I, H, G, F, E, D"};
    for (size_t i = 0; i < 2; i++) {
        struct volume_names names = {0};
        struct arena arena = {0};
        struct fault fault = {0};
        char got[256];
        cr_assert(volume_names_add(&names, span_of(orders[i]), &arena, &fault));
        write_names(&names, got, sizeof got);
        cr_assert(eq(str, got, "D: E: F: G: H: I:"));
        cr_assert(names.has_more);
        arena_release(&arena);
    }
}
