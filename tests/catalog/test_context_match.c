#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "catalog/context_match.h"
#include "support/context_rule.h"
#include "support/random.h"
#include "support/user_catalog.h"
#include "text/path_key.h"

static const char *rule_of(const struct catalog *catalog, uint32_t code, const char *path,
                           const char **category)
{
    return rule_where(catalog, code, path, NULL, category);
}

#define AGENT   "C:\\Program Files\\Microsoft Azure Recovery Services Agent\\"
#define GUID    "{0f7c1f34-0000-0000-0000-100000000000}"
#define TEN     "0123456789"
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN

Test(catalog_context_match, the_built_in_rules_read_codes_by_where_they_are)
{
    static const struct {
        uint32_t code; /* 0: none */
        const char *path, *rule, *category;
    } cases[] = {
        {0x80070002, AGENT "Scratch\\a\\b.dat", "scratch-folder", "cache"},
        {0x80070003, AGENT "Scratch", "scratch-folder", "cache"},
        {0x80070570, "c:/program files/MICROSOFT AZURE RECOVERY SERVICE AGENT/scratch/x",
         "scratch-folder", "cache"},
        {0x80070570, "\\\\?\\E:\\Scratch\\m.vhd", "scratch-folder", "cache"},
        {0x80070570, "F:\\Backup cache\\Scratch\\VHDs\\1\\m.VHD", "scratch-folder", "cache"},
        {0, AGENT "Scratch\\a\\b.dat", "scratch-folder", "cache"},
        {0x80070003, "E:\\Scratch\\1\\map.dat", "scratch-root", "cache"},
        {0x80070002, "\\\\?\\Volume" GUID "\\Scratch\\map.dat", "scratch-root", "cache"},
        {0x80070570, "D:\\Scratch\\Thesis\\chapter.docx", "scratch-elsewhere", "corrupted"},
        {0x80070570, "E:\\VMs\\Scratch\\sql01.vhdx", "scratch-elsewhere", "corrupted"},
        {0x80070570, "D:\\Projects\\Scratch\\film.mov", "scratch-elsewhere", "corrupted"},
        {0, "D:\\Projects\\Scratch\\film.mov", "-", "unknown"},
        {0x80070002, AGENT "Temp\\x", "-", "not_found"},
        {0x80070020, AGENT "Scratch\\x.dat", "-", "locked"},
        {0x80070002, "D:\\Data\\~$plan.docx", "temporary-file", "vanished"},
        {0x80070003, "C:\\Users\\u\\AppData\\Local\\Temp\\a\\b.dat", "temporary-file", "vanished"},
        {0x80070020, "D:\\Data\\a.tmp", "-", "locked"},
        {0x80070002, "D:\\Data\\Temperature\\a.docx", "-", "not_found"},
        {0x80070005, "C:\\Users\\u\\OneDrive\\a.docx", "cloud-folder", "cloud_file"},
        {0x80070005, "C:\\Users\\u\\OneDrive - Contoso\\a.docx", "cloud-folder", "cloud_file"},
        {0x80070780, "D:\\Dropbox (Team)\\a.docx", "cloud-folder", "cloud_file"},
        {0x80070013, "G:\\My Drive\\a.docx", "cloud-folder", "cloud_file"},
        {0x8007017D, "C:\\Users\\u\\iCloudDrive\\a.docx", "cloud-folder", "cloud_file"},
        {0x80070005, "C:\\Users\\u\\Google Drive\\a.docx", "cloud-folder", "cloud_file"},
        {0x80070005, "C:\\Users\\u\\SharePoint\\Site\\a.docx", "cloud-folder", "cloud_file"},
        {0x80070005, "C:\\Users\\u\\AppData\\Local\\Microsoft\\OneDrive\\logs\\a", "-",
         "access_denied"},
        {0x80070570, "C:\\Users\\u\\OneDrive\\a.docx", "-", "corrupted"},
        {0x80070005, "C:\\Users\\u\\OneDriveX\\a.docx", "-", "access_denied"},
        {0x80070005, "D:\\Data\\OneDrive Migration Project\\a.docx", "-", "access_denied"},
        {0x80070005, "D:\\Dropboxed\\a.docx", "-", "access_denied"},
        {0x80070005, "C:\\inetpub\\SharePoint\\a.aspx", "-", "access_denied"},
        {0x80070020, "D:\\mail\\A.PST", "open-mail-store", "locked"},
        {0x80070021, "D:\\mail\\a.ost", "open-mail-store", "locked"},
        {0x80070005, "D:\\mail\\a.pst", "-", "access_denied"},
        {0x80070020, "D:\\sql\\a.ldf", "open-database", "locked"},
        {0x80070020, "D:\\vm\\a.avhdx", "open-virtual-disk", "locked"},
        {0x80070020, "C:\\WindowsAzure\\Logs\\Plugins\\P\\1.0\\x.log", "azure-vm-logs", "locked"},
        {0x80070002, "C:\\WindowsAzure\\Logs\\x.log", "azure-vm-logs", "locked"},
        {0x80070570, "C:\\WindowsAzure\\Logs\\x.log", "-", "corrupted"},
        {0x80070020, "C:\\Windows\\System32\\winevt\\Logs\\System.evtx", "live-logs", "locked"},
        {0x80070005, "D:\\System Volume Information\\{a}", "system-folder", "unsupported_type"},
        {0x80070020, "D:\\System Volume Information", "system-folder", "unsupported_type"},
        {0x80070005, "E:\\$RECYCLE.BIN\\S-1-5-21\\x", "system-folder", "unsupported_type"},
        {0x80070570, "D:\\System Volume Information\\{a}", "-", "corrupted"},
        {0x80070020, "C:\\pagefile.sys", "page-file", "unsupported_type"},
        {0, "C:\\hiberfil.sys", "page-file", "unsupported_type"},
        {0x80070020, "D:\\mypagefile.sys", "-", "locked"},
        {0x80070020, "\\\\?\\Volume" GUID "\\pagefile.sys", "page-file", "unsupported_type"},
        {0x80070005, "D:\\RECYCLER\\S-1-5-21\\a", "system-folder", "unsupported_type"},
        {0x80070005, "D:\\Archive\\RECYCLER\\Photos\\a.jpg", "-", "access_denied"},
        {0x80070020, "D:\\Projects\\WindowsAzure\\Logs\\q.txt", "-", "locked"},
        {0x80070005, "\\\\server\\share\\x", "network-share", "access_denied"},
        {0, "\\\\?\\UNC\\server\\share\\x", "network-share", "unknown"},
        {0x80070005, "\\\\?\\Volume{a}\\x", "-", "access_denied"},
        {0x80070005, "\\Device\\HarddiskVolumeShadowCopy3\\x", "-", "access_denied"},
        {0x80070005, "Data\\x", "relative-path", "access_denied"},
        {0x80070003, "D:\\" HUNDRED HUNDRED TEN TEN TEN TEN "12345", "long-path", "not_found"},
        {0x80070003, "D:\\" HUNDRED HUNDRED TEN TEN TEN TEN "1234", "-", "not_found"},
        {0x80070020, "D:\\" HUNDRED HUNDRED TEN TEN TEN TEN "12345", "-", "locked"},
        {0x80070005, "C:\\ProgramData\\Microsoft\\Windows Defender\\Scans\\x",
         "security-product-folder", "access_denied"},
        {0x80070005, "D:\\Program Files (x86)\\Symantec\\x", "security-product-folder",
         "access_denied"},
        {0x80070005, "D:\\Customers\\Symantec\\offer.docx", "-", "access_denied"},
        {0x80070005, "D:\\Vendors\\ESET\\contract.docx", "-", "access_denied"},
        {0x80070005, "D:\\a.doc", "-", "access_denied"},
        {0, "", "relative-path", "unknown"},
    };
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *category;
        const char *rule = rule_of(catalog, cases[i].code, cases[i].path, &category);
        cr_assert(eq(str, (char *)rule, (char *)cases[i].rule), "%08X %s", cases[i].code,
                  cases[i].path);
        cr_assert(eq(str, (char *)category, (char *)cases[i].category), "%08X %s", cases[i].code,
                  cases[i].path);
    }
    catalog_close(catalog);
}

/* The same, slowly: tries all rules and each of their patterns. */
static const char *rule_of_slowly(const struct catalog *catalog, uint32_t code, size_t category,
                                  struct span path, const struct folder_list *scratch)
{
    bool is_in_scratch = scratch != NULL && folder_list_contains(scratch, path);
    struct wildcard_text text = wildcard_text_of(path);
    size_t characters = 0;
    for (size_t i = 0; i < path.length; i++)
        characters += ((unsigned char)path.bytes[i] & 0xC0) != 0x80;
    for (size_t i = 0; i < catalog_context_count(catalog); i++) {
        const struct catalog_context *rule = catalog_context_at(catalog, i);
        bool matches = (rule->has_scratch_folder && is_in_scratch) ||
                       (rule->paths.count == 0 && rule->min_path_length > 0 &&
                        characters >= rule->min_path_length);
        for (size_t j = 0; j < rule->paths.count; j++)
            matches = matches || wildcard_matches(&rule->paths.patterns[j], &text);
        for (size_t j = 0; scratch == NULL && j < rule->lookalikes.count; j++)
            matches = matches || wildcard_matches(&rule->lookalikes.patterns[j], &text);
        for (size_t j = 0; j < rule->exceptions.count; j++)
            matches = matches && !wildcard_matches(&rule->exceptions.patterns[j], &text);
        if (matches && catalog_context_concerns(rule, code != 0, code, category))
            return rule->name;
    }
    return "-";
}

Test(catalog_context_match, the_index_finds_the_same_rule_as_trying_all_of_them)
{
    static const char *const roots[] = {"C:\\", "e:/", "\\\\server\\", "\\\\?\\Volume" GUID "\\",
                                        "\\",   "",    "C:",           "\\\\?\\D:\\"};
    static const char *const parts[] = {"Scratch",         "\\",
                                        "VHDs\\",          "OneDrive\\",
                                        "Users\\u\\",      "AppData\\",
                                        "a.pst",           "b.mdf",
                                        "c.vhd",           "Data\\",
                                        "ProgramData\\",   "ESET\\",
                                        "Windows\\",       "Logs\\",
                                        "Program Files\\", "MARS\\",
                                        "pagefile.sys",    "x",
                                        "d.docx",          "Dropbox (T)\\",
                                        TEN TEN TEN,       "$Recycle.Bin\\",
                                        "WindowsAzure\\",  "My Drive\\",
                                        " - SharePoint\\", "inetpub\\",
                                        "日本\\"};
    static const uint32_t codes[] = {0,          0x80070002, 0x80070003, 0x80070570, 0x80070005,
                                     0x80070020, 0x80070021, 0x80070780, 0x80070017, 0x8000FFFF};
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    struct buffer folded = {0};
    uint64_t state = 5;
    size_t found = 0;
    size_t changed = 0;
    struct span folders[] = {span_of("e:\\mars"), span_of("c:\\scratch")};
    const struct folder_list scratch = {folders, 2};
    for (int round = 0; round < 100000; round++) {
        char path[400];
        const char *category;
        uint32_t code = codes[random_below(&state, sizeof codes / sizeof *codes)];
        size_t place =
            code ? catalog_code_meaning(catalog, code).category : catalog_category_unknown(catalog);
        strcpy(path, roots[random_below(&state, sizeof roots / sizeof *roots)]);
        size_t length = strlen(path);
        path[length + random_text(&state, parts, sizeof parts / sizeof *parts, path + length,
                                  random_below(&state, round % 8 > 0 ? 40 : 280))] = '\0';
        cr_assert(path_key_fold(span_of(path), &folded, NULL));
        const char *guess = rule_of_slowly(catalog, code, place, buffer_span(&folded), NULL);
        const char *rule = rule_of(catalog, code, path, &category);
        cr_assert(eq(str, (char *)rule, (char *)guess), "%08X %s", code, path);
        found += strcmp(rule, "-") != 0;
        const char *sure = rule_of_slowly(catalog, code, place, buffer_span(&folded), &scratch);
        rule = rule_where(catalog, code, path, &scratch, &category);
        cr_assert(eq(str, (char *)rule, (char *)sure), "%08X %s", code, path);
        changed += strcmp(guess, sure) != 0;
        cr_assert(strcmp(guess, sure) == 0 || rule_may_change(catalog, &folded, &scratch), "%s",
                  path);
    }
    cr_assert(gt(sz, found, 10000));
    cr_assert(gt(sz, changed, 300));
    buffer_release(&folded);
    catalog_close(catalog);
}

Test(catalog_context_match, the_context_of_an_agent_error_makes_it_exact)
{
    static const struct {
        uint32_t id, code; /* code 0: none */
        const char *text;
        uint32_t becomes; /* 0: it stays the same */
    } cases[] = {
        {34501, 0x800706BA, "", 100136},
        {34501, 0, "could not be mounted (0x800706ba)", 100136},
        {34501, 0x80004005, "", 100137},
        {34501, 0, "0x 0x8000 0x80004005", 100137},
        {34501, 0x80070005, "", 0},
        {34501, 0, "0x800706B", 0},
        {100050, 0x800706BA, "", 0},
        {130001, 0, "Stop protection and delete: internal error", 810001},
        {130001, 0, "Modify RETENTION of the policy", 810002},
        {130001, 0, "encountered an internal error", 0},
    };
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t error = 0;
        size_t rule = 0;
        cr_assert(catalog_error_by_id(catalog, cases[i].id, &error));
        bool is_found = context_match_error(catalog, error, cases[i].code != 0, cases[i].code,
                                            span_of(cases[i].text), &rule);
        cr_assert(eq(int, is_found, cases[i].becomes != 0), "case %zu", i);
        if (is_found)
            cr_assert(eq(u32,
                         catalog_error_at(catalog, catalog_context_at(catalog, rule)->finding)->id,
                         cases[i].becomes),
                      "case %zu", i);
    }
    catalog_close(catalog);
}

Test(catalog_context_match, rules_of_the_user_come_first_and_replace_those_with_the_same_name)
{
    struct fault fault = {0};
    struct catalog *catalog =
        user_catalog_open("name,codes,paths,becomes,mark,advice_en\n"
                          "ours,locked | 0x80070005,D:/Temp?/* | *.TMP,network,harmless,Wait.\n"
                          "open-mail-store,0x80070020,*.pst,,,Ask Bob.\n",
                          NULL, &fault);
    const char *category;
    cr_assert(ne(ptr, catalog, NULL), "%s", fault.text);
    cr_assert(eq(str, (char *)rule_of(catalog, 0x80070005, "D:\\TEMP1\\x", &category), "ours"));
    cr_assert(eq(str, (char *)category, "network"));
    cr_assert(eq(str, (char *)rule_of(catalog, 0x80070021, "E:\\x.tmp", &category), "ours"));
    cr_assert(
        eq(str, (char *)rule_of(catalog, 0x80070020, "C:\\pagefile.sys", &category), "page-file"));
    cr_assert(eq(str, (char *)rule_of(catalog, 0x80070020, "E:\\x.ost", &category), "-"));
    cr_assert(
        eq(str, (char *)rule_of(catalog, 0x80070020, "E:\\x.pst", &category), "open-mail-store"));
    cr_assert(eq(str, (char *)catalog_context_at(catalog, 0)->advice[LANGUAGE_JA], "Wait."));
    catalog_close(catalog);
}

Test(catalog_context_match, an_invalid_rule_is_refused_with_its_line)
{
    static const struct {
        const char *text;
        const char *message; /* after the file's name */
    } files[] = {
        {"name,codes,mark,patths\n", ":1: unknown column 'patths' (nearest known: 'paths')"},
        {"name,codes,paths,advice_en\nx,lockd,*,y\n",
         ":2: unknown category 'lockd' (nearest known: 'locked')"},
        {"name,paths,becomes\nx,*,lockd\n",
         ":2: unknown category 'lockd' (nearest known: 'locked')"},
        {"name,paths,mark\nx,*,harmles\n",
         ":2: unknown mark 'harmles' (nearest known: 'harmless')"},
        {"name,min_share_pct,finding\nx,50,SalLowDiskSpac\n",
         ":2: unknown agent error 'SalLowDiskSpac' (nearest known: 'SalLowDiskSpace')"},
        {"name,errors,finding\nx,999999,100136\n", ":2: unknown agent error '999999'"},
        {"name,paths,advice_en\n,*,y\n", ":2: 'name' may not be empty"},
        {"name,paths,advice_en\nx,*,y\nx,*,y\n", ":3: 'x' is already on line 2"},
        {"name,advice_en\nx,y\n", ":2: a rule is about paths (paths, min_path_length), shares "
                                  "(min_share_pct) or errors: one "
                                  "of them"},
        {"name,paths,min_share_pct,finding\nx,*,50,100136\n",
         ":2: a rule is about paths (paths, min_path_length), shares (min_share_pct) or errors: "
         "one "
         "of them"},
        {"name,paths\nx,*\n", ":2: a rule without becomes, mark and advice_en"},
        {"name,paths,finding\nx,*,100136\n", ":2: 'finding' is for shares and errors"},
        {"name,min_share_pct,finding\nx,101,100136\n", ":2: 'min_share_pct' is more than 100"},
        {"name,min_share_pct,becomes,finding\nx,50,locked,100136\n",
         ":2: 'becomes' and 'mark' are for paths"},
        {"name,min_share_pct\nx,50\n", ":2: 'finding' may not be empty"},
        {"name,min_path_length,advice_en\nx,long,y\n",
         ":2: 'min_path_length' is a number, not 'long'"},
    };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        struct fault fault = {0};
        struct catalog *catalog = user_catalog_open(files[i].text, NULL, &fault);
        cr_assert(eq(ptr, catalog, NULL), "%s", files[i].text);
        cr_assert(eq(int, fault.kind, FAULT_CATALOG), "%s", files[i].text);
        const char *message = strchr(fault.text, ':');
        cr_assert(ne(ptr, (void *)message, NULL));
        cr_assert(eq(str, (char *)message, (char *)files[i].message));
    }
}
