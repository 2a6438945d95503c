#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "text/folder_list.h"

Test(text_folder_list, a_folder_contains_itself_and_what_is_below_it)
{
    static const struct {
        const char *folder, *path;
        bool is_contained;
    } cases[] = {
        {"e:\\mars", "e:\\mars", true},
        {"e:\\mars", "e:\\mars\\", true},
        {"e:\\mars", "e:\\mars\\vhds\\1.vhd", true},
        {"E:\\Mars", "e:\\MARS\\x", true},
        {"e:\\mars", "e:\\marscache", false},
        {"e:\\mars", "e:\\marscache\\x", false},
        {"e:\\mars\\a", "e:\\mars", false},
        {"e:\\mars", "d:\\mars\\x", false},
        {"e:\\", "e:\\x", true},
        {"e:", "e:\\x", true},
        {"e:\\", "e:", false},
        {"e:\\mars", "", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert(eq(int, folder_contains(span_of(cases[i].folder), span_of(cases[i].path)),
                     cases[i].is_contained),
                  "%s and %s", cases[i].folder, cases[i].path);
}

Test(text_folder_list, roots_shares_and_relative_paths_are_no_folders_of_a_drive)
{
    static const char *const folders[] = {"e:\\m", "e:\\mars\\scratch", "e:\\...", "e:\\.mars",
                                          "e:\\スクラッチ"};
    static const char *const others[] = {
        "",           "\\",
        "e",          "e:",
        "e:\\",       "e:mars",
        "mars",       "\\mars",
        "\\\\server", "\\\\server\\share\\mars",
        "%temp%\\x",  "e:\\.",
        "e:\\..",     "e:\\a\\..",
        "e:\\..\\a",  "e:\\.\\a",
        "1:\\mars",   "\\\\?\\volume{0f7c1f34-0000-0000-0000-100000000000}\\mars"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        cr_assert(folder_is_on_drive(span_of(folders[i])), "%s", folders[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        cr_assert(not(folder_is_on_drive(span_of(others[i]))), "%s", others[i]);
}

#define VOLUME "\\\\?\\volume{0f7c1f34-0000-0000-0000-100000000000}"

Test(text_folder_list, the_guid_of_a_volume_may_be_that_of_any_drive)
{
    struct span folders[] = {span_of("d:\\scratch"), span_of("e:\\mars cache")};
    const struct folder_list both = {folders, 2};
    const struct folder_list none = {0};
    cr_assert(folder_list_contains(&both, span_of("d:\\scratch\\x")));
    cr_assert(folder_list_contains(&both, span_of("e:\\mars cache")));
    cr_assert(folder_list_contains(&both, span_of(VOLUME "\\mars cache\\x")));
    cr_assert(not(folder_list_contains(&both, span_of(VOLUME "\\mars\\x"))));
    cr_assert(not(folder_list_contains(&both, span_of("e:\\scratch\\x"))));
    cr_assert(not(folder_list_contains(&none, span_of("e:\\scratch\\x"))));
}
