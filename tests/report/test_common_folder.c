#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "report/common_folder.h"

#define FOLDER(text, number)                                                                       \
    {                                                                                              \
        .path = {.bytes = text, .length = sizeof text - 1}, .files = number                        \
    }

/* Checks the folder that at least `needed` of the files have in common, and how many it has. */
static void check(const struct report_folder *folders, size_t count, uint64_t needed,
                  const char *path, uint64_t files)
{
    struct arena arena = {0};
    struct fault fault = {0};
    struct report_folder found;
    cr_assert(common_folder_find(folders, count, needed, &arena, &found, &fault), "%s", fault.text);
    cr_expect(span_equals(found.path, span_of(path)), "\"%.*s\" instead of \"%s\"",
              (int)found.path.length, found.path.bytes, path);
    cr_expect(eq(u64, found.files, files));
    arena_release(&arena);
}

#define CHECK(folders, needed, path, files)                                                        \
    check(folders, sizeof(folders) / sizeof(folders)[0], needed, path, files)

Test(common_folder, a_name_that_varies_is_a_star)
{
    static const struct report_folder folders[] = {
        FOLDER("D:\\Users\\ann\\OneDrive - Contoso\\a", 40),
        FOLDER("D:\\Users\\bob\\OneDrive - Contoso", 30),
        FOLDER("d:\\users\\cho\\onedrive - contoso\\b\\c", 29), FOLDER("D:\\Other", 1)};
    CHECK(folders, 80, "D:\\Users\\*\\OneDrive - Contoso", 99);
    CHECK(folders, 100, "D:", 100);
}

Test(common_folder, the_deepest_one_that_has_enough)
{
    static const struct report_folder folders[] = {
        FOLDER("E:\\Data\\2024\\01", 30), FOLDER("E:\\Data\\2024\\02", 30),
        FOLDER("E:\\Data\\2024", 30), FOLDER("E:\\Data", 5), FOLDER("C:", 5)};
    CHECK(folders, 80, "E:\\Data\\2024", 90);
    CHECK(folders, 95, "E:\\Data", 95);
    CHECK(folders, 96, "", 0);
}

Test(common_folder, files_in_the_folder_itself_stop_the_descent)
{
    static const struct report_folder folders[] = {FOLDER("E:", 50), FOLDER("E:\\Data", 50)};
    CHECK(folders, 80, "E:", 100);
}

Test(common_folder, two_names_that_vary_are_no_folder)
{
    static const struct report_folder folders[] = {
        FOLDER("E:\\a\\b\\x", 5), FOLDER("E:\\c\\d\\x", 5), FOLDER("E:\\e\\f\\x", 5)};
    CHECK(folders, 12, "E:", 15);
}

Test(common_folder, a_share_is_a_volume)
{
    static const struct report_folder folders[] = {FOLDER("\\\\fs1\\home\\a", 5),
                                                   FOLDER("\\\\FS1\\home\\b", 5)};
    CHECK(folders, 10, "\\\\fs1\\home", 10);
    static const struct report_folder shares[] = {FOLDER("\\\\fs1\\home\\a", 5),
                                                  FOLDER("\\\\fs1\\work\\a", 5)};
    CHECK(shares, 10, "", 0);
}

Test(common_folder, long_spellings_name_the_same_volume)
{
    static const struct report_folder folders[] = {FOLDER("\\\\?\\D:\\a", 5), FOLDER("d:/a/b", 5)};
    CHECK(folders, 10, "D:\\a", 10);
    static const struct report_folder volume[] = {FOLDER("\\\\?\\Volume{1}\\a", 5),
                                                  FOLDER("\\\\?\\Volume{1}\\b", 5)};
    CHECK(volume, 10, "\\\\?\\Volume{1}", 10);
}

Test(common_folder, nothing_has_nothing_in_common)
{
    static const struct report_folder empty[] = {FOLDER("", 5), FOLDER("\\", 5)};
    check(NULL, 0, 1, "", 0);
    CHECK(empty, 10, "", 0);
}

Test(common_folder, volumes_are_told_from_folders)
{
    static const char *const paths[] = {"E:",    "\\\\fs1\\home", "\\\\?\\Volume{1}",
                                        "E:\\a", "Data",          "\\\\fs1\\home\\a"};
    enum { VOLUMES = 3 };
    struct arena arena = {0};
    struct fault fault = {0};
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        struct report_folder folder = {.path = span_of(paths[i]), .files = 5};
        struct report_folder found;
        cr_assert(common_folder_find(&folder, 1, 5, &arena, &found, &fault));
        cr_expect(eq(u64, found.files, 5));
        cr_expect(found.is_volume == (i < VOLUMES), "%s", paths[i]);
    }
    arena_release(&arena);
}

static bool contains(const char *folder, const char *path)
{
    return common_folder_contains(span_of(folder), span_of(path));
}

Test(common_folder, contains_what_lies_below_it_however_it_is_written)
{
    cr_expect(contains("D:", "d:\\a.txt"));
    cr_expect(contains("D:\\Users\\*\\Documents", "\\\\?\\D:\\users\\ann\\documents\\b\\c.txt"));
    cr_expect(contains("\\\\nas\\share", "\\\\?\\UNC\\nas\\share\\a.txt"));
    cr_expect(contains("\\\\nas\\share\\a", "\\\\NAS\\share\\a\\b.txt"));
    cr_expect(not(contains("D:", "E:\\a.txt")));
    cr_expect(not(contains("D:\\Users\\*\\Documents", "D:\\Users\\ann\\Desktop\\a.txt")));
    cr_expect(not(contains("D:\\Users", "D:\\Users2\\a.txt")));
    cr_expect(not(contains("D:\\Users\\ann", "D:\\Users\\ann")), "the folder is not below itself");
    cr_expect(not(contains("\\\\nas\\share", "\\\\nas\\other\\a.txt")));
}
