#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/buffer.h"
#include "catalog/context_match.h"
#include "support/context_rule.h"
#include "text/path_key.h"

#define AGENT "C:\\Program Files\\Microsoft Azure Recovery Services Agent\\"
#define GUID  "{0f7c1f34-0000-0000-0000-100000000000}"

Test(catalog_context_scratch, a_known_scratch_folder_decides_what_only_looks_like_one)
{
    static const struct {
        uint32_t code;
        const char *path, *rule, *category;
        bool may_change; /* what was said of it before the folders were known */
    } cases[] = {
        {0x80070570, "E:\\MARSCache\\VHDs\\1.dat", "scratch-folder", "cache", true},
        {0x80070002, "\\\\?\\e:/marscache/x", "scratch-folder", "cache", true},
        {0, "E:\\MARSCache\\x", "scratch-folder", "cache", true},
        {0x80070003, "E:\\MARSCache", "scratch-folder", "cache", true},
        {0x80070570, "\\\\?\\Volume" GUID "\\MARSCache\\x", "scratch-folder", "cache", true},
        {0x80070570, "F:\\Old\\Scratch\\x", "scratch-folder", "cache", true},
        {0x80070020, "E:\\MARSCache\\x.vhd", "open-virtual-disk", "locked", true},
        {0x80070570, "E:\\MARSCacheOld\\x", "-", "corrupted", false},
        {0x80070570, "E:\\MARS\\x", "-", "corrupted", false},
        {0x80070002, "D:\\Scratch\\film.mov", "-", "not_found", true},
        {0x80070570, "D:\\Scratch\\m.vhd", "-", "corrupted", true},
        {0x80070570, "D:\\VMs\\Scratch\\VHDs\\m.vhd", "-", "corrupted", true},
        {0x80070570, "D:\\Projects\\Scratch\\film.mov", "-", "corrupted", true},
        {0x80070570, AGENT "Scratch\\x", "scratch-folder", "cache", false},
        {0x80070570, "D:\\AzureBackup\\Scratch\\VHDs\\x", "scratch-folder", "cache", false},
        {0x80070005, "C:\\Users\\u\\OneDrive\\a.docx", "cloud-folder", "cloud_file", false},
    };
    struct span folders[] = {span_of("e:\\marscache"), span_of("f:\\old\\scratch")};
    const struct folder_list scratch = {folders, 2};
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    struct buffer folded = {0};
    cr_assert(catalog != NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *category = NULL;
        const char *rule = rule_where(catalog, cases[i].code, cases[i].path, &scratch, &category);
        cr_assert(eq(str, (char *)rule, (char *)cases[i].rule), "%s", cases[i].path);
        cr_assert(eq(str, (char *)category, (char *)cases[i].category), "%s", cases[i].path);
        cr_assert(path_key_fold(span_of(cases[i].path), &folded, NULL));
        cr_assert(buffer_append_byte(&folded, '\\', NULL));
        cr_assert(eq(int, context_match_may_change(catalog, buffer_span(&folded), &scratch),
                     cases[i].may_change),
                  "%s", cases[i].path);
    }
    buffer_release(&folded);
    catalog_close(catalog);
}
