#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "base/embedded.h"
#include "catalog/catalog.h"
#include "text/code_notation.h"

static struct catalog *open_built_in(void)
{
    struct fault fault = {0};
    struct catalog *catalog = catalog_open(NULL, 0, &fault);
    cr_assert(ne(ptr, catalog, NULL), "%s", fault.text);
    return catalog;
}

Test(catalog, holds_every_known_code_and_agent_error)
{
    struct catalog *catalog = open_built_in();
    cr_assert(ge(sz, catalog_code_count(catalog), 600));
    cr_assert(ge(sz, catalog_error_count(catalog), 370));
    cr_assert(eq(sz, catalog_category_count(catalog), 30));
    catalog_close(catalog);
}

Test(catalog, finds_every_code_by_its_number)
{
    struct catalog *catalog = open_built_in();
    for (size_t i = 0; i < catalog_code_count(catalog); i++) {
        const struct catalog_code *row = catalog_code_at(catalog, i);
        cr_assert(eq(ptr, (void *)catalog_code_find(catalog, row->code), (void *)row));
        char text[CODE_NOTATION_BYTES];
        uint32_t code = 0;
        cr_assert(
            code_notation_read_code(span_of(code_notation_write_code(row->code, text)), &code));
        cr_assert(eq(u32, code, row->code));
    }
    cr_assert(eq(ptr, (void *)catalog_code_find(catalog, 0x80071FFF), NULL));
    catalog_close(catalog);
}

Test(catalog, finds_every_agent_error_by_number_and_symbol)
{
    struct catalog *catalog = open_built_in();
    for (size_t i = 0; i < catalog_error_count(catalog); i++) {
        const struct agent_error *row = catalog_error_at(catalog, i);
        size_t found = SIZE_MAX;
        if (row->id != 0) {
            cr_assert(catalog_error_by_id(catalog, row->id, &found));
            cr_assert(eq(sz, found, i), "%u", (unsigned)row->id);
        }
        if (*row->symbol != '\0') {
            cr_assert(catalog_error_by_symbol(catalog, span_of(row->symbol), &found));
            cr_assert(eq(sz, found, i), "%s", row->symbol);
        }
    }
    size_t found;
    cr_assert(catalog_error_by_symbol(catalog, span_of("sallowdiskspace"), &found));
    cr_assert(not(catalog_error_by_symbol(catalog, span_of(""), &found)));
    cr_assert(not(catalog_error_by_id(catalog, 999999, &found)));
    catalog_close(catalog);
}

static const char *category_of(const struct catalog *catalog, uint32_t code)
{
    return catalog_category_at(catalog, catalog_code_meaning(catalog, code).category)->name;
}

Test(catalog, puts_the_important_codes_into_their_categories)
{
    static const struct {
        const char *category;
        uint32_t first;
        uint32_t last; /* 0: the first alone */
    } codes[] = {
        {"corrupted", 0x80070570, 0x80070571},
        {"corrupted", 0x80070143, 0},
        {"corrupted", 0x8007000D, 0},
        {"corrupted", 0x80070132, 0},
        {"corrupted", 0x8007115E, 0x80071160},
        {"not_found", 0x80070002, 0x80070003},
        {"not_found", 0x80070012, 0},
        {"unknown", 0x80070490, 0},
        {"not_found", 0x8007012F, 0},
        {"access_denied", 0x80070005, 0},
        {"access_denied", 0x80070522, 0},
        {"access_denied", 0x80070514, 0},
        {"access_denied", 0x8007053A, 0},
        {"access_denied", 0x80070164, 0},
        {"locked", 0x80070020, 0x80070021},
        {"locked", 0x800704C8, 0},
        {"locked", 0x800700AA, 0},
        {"locked", 0x80070026, 0},
        {"unknown", 0x80070091, 0},
        {"cloud_file", 0x80070166, 0},
        {"cloud_file", 0x8007016A, 0x8007016E},
        {"cloud_file", 0x80070171, 0x80070174},
        {"cloud_file", 0x80070176, 0x8007017F},
        {"cloud_file", 0x80070182, 0x8007018E},
        {"cloud_file", 0x80070194, 0},
        {"cloud_file", 0x800701AA, 0},
        {"cloud_file", 0x800701B2, 0},
        {"cloud_file", 0x800701DB, 0},
        {"cloud_file", 0x800710FE, 0x800710FF},
        {"unsupported_type", 0x80070780, 0x80070781},
        {"unsupported_type", 0x80071126, 0x8007112B},
        {"unsupported_type", 0x800702A9, 0},
        {"unsupported_type", 0x800705B7, 0x800705B8},
        {"unsupported_type", 0x80070032, 0},
        {"unsupported_type", 0x80070299, 0},
        {"unsupported_type", 0x80070001, 0},
        {"name_path", 0x8007007B, 0},
        {"name_path", 0x800700A1, 0},
        {"name_path", 0x800700CE, 0},
        {"name_path", 0x8007006F, 0},
        {"name_path", 0x8007010B, 0},
        {"name_path", 0x800701A8, 0},
        {"name_path", 0x800701BA, 0},
        {"disk_full", 0x80070070, 0},
        {"disk_full", 0x80070027, 0},
        {"disk_full", 0x8007050F, 0},
        {"disk_full", 0x8007013A, 0},
        {"volume_unavailable", 0x8007000F, 0},
        {"volume_unavailable", 0x80070014, 0x80070015},
        {"volume_unavailable", 0x80070037, 0},
        {"volume_unavailable", 0x800703ED, 0x800703EE},
        {"volume_unavailable", 0x8007048F, 0},
        {"io_hardware", 0x80070017, 0},
        {"io_hardware", 0x8007001B, 0},
        {"io_hardware", 0x8007001E, 0x8007001F},
        {"io_hardware", 0x8007045D, 0},
        {"io_hardware", 0x80070467, 0},
        {"io_hardware", 0x800701E3, 0},
        {"network", 0x80070035, 0},
        {"network", 0x8007003B, 0},
        {"network", 0x80070040, 0},
        {"network", 0x80070043, 0},
        {"io_hardware", 0x80070079, 0},
        {"network", 0x80072746, 0},
        {"network", 0x8007274C, 0x8007274D},
        {"network", 0x80072AF9, 0},
        {"network", 0x80072EE2, 0},
        {"network", 0x80072EE7, 0},
        {"network", 0x80072EFD, 0},
        {"encryption", 0x80071770, 0x80071780},
        {"encryption", 0x80071786, 0},
        {"encryption", 0x80310000, 0x803100FF},
        {"encryption", 0xC0210000, 0},
        {"encryption", 0x80070196, 0},
        {"malware", 0x800700E1, 0x800700E2},
        {"resources", 0x80070008, 0},
        {"resources", 0x8007000E, 0},
        {"resources", 0x800705AA, 0x800705AF},
        {"resources", 0x80070004, 0},
        {"snapshot", 0x80042300, 0x800423FF},
        {"snapshot", 0x8007173D, 0},
        {"snapshot", 0x8007049A, 0x8007049B},
        {"snapshot", 0x8007049D, 0},
        {"cache", 0xC03A0000, 0xC03A00FF},
        {"unknown", 0x8000FFFF, 0},
        {"unknown", 0x80004005, 0},
        {"unknown", 0x80004003, 0},
        {"unknown", 0x80070057, 0},
        {"unknown", 0x800703E6, 0},
    };
    struct catalog *catalog = open_built_in();
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        uint32_t last = codes[i].last != 0 ? codes[i].last : codes[i].first;
        for (uint32_t code = codes[i].first; code <= last; code++)
            cr_assert(eq(str, (char *)category_of(catalog, code), (char *)codes[i].category),
                      "0x%08X", (unsigned)code);
    }
    catalog_close(catalog);
}

Test(catalog, knows_the_family_of_a_code_without_a_row)
{
    static const struct {
        uint32_t code;
        const char *category;
    } codes[] = {
        {0x80042399, "snapshot"},
        {0x803100AA, "encryption"},
        {0xC03A00AA, "cache"},
        {0x80780120, "windows_backup"},
        {0x80850001, "unknown"},
        {0x80990001, "unknown"},
        {0x80072FEE, "network"},
        {0x80072799, "network"},
        {0x80090FFF, "credential"},
        {0x800B01FF, "credential"},
        {0x800413FF, "schedule"},
        {0x80041FFE, "unknown"},
        {0xD000CF99, "cloud_file"},
        {0x00000005, "access_denied"},
        {0xC0070005, "access_denied"},
        {0xD03A0001, "cache"},
        {0x80071FFF, "unknown"},
        {0x12345678, "unknown"},
        {0, "unknown"},
        {0xFFFFFFFF, "unknown"},
    };
    struct catalog *catalog = open_built_in();
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        struct code_meaning meaning = catalog_code_meaning(catalog, codes[i].code);
        cr_assert(eq(str, (char *)category_of(catalog, codes[i].code), (char *)codes[i].category),
                  "0x%08X", (unsigned)codes[i].code);
        cr_assert(eq(ptr, (void *)meaning.exact, NULL));
        for (size_t language = 0; language < LANGUAGE_COUNT; language++)
            cr_assert(gt(sz, strlen(meaning.cause[language]), 0));
        cr_assert(gt(sz, strlen(meaning.reference), 0));
    }
    catalog_close(catalog);
}

Test(catalog, describes_every_code_in_words)
{
    static const struct {
        uint32_t code;
        const char *texts[LANGUAGE_COUNT];
    } codes[] = {
        {0x80070005,
         {"Access to the file or object was refused",
          "ファイルまたはオブジェクトへのアクセスの拒否"}},
        {5,
         {"Access to the file or object was refused",
          "ファイルまたはオブジェクトへのアクセスの拒否"}},
        {0xD0000043,
         {"File is open in another program without sharing",
          "別のプログラムが共有を許可せずに使用中"}},
        {0x80071FFF, {"Win32 error 8191", "Win32 エラー 8191"}},
        {0x80780FFF,
         {"Windows Server Backup (volumes and system state): HRESULT error, facility 120 (BLB), "
          "code 4095",
          "Windows Server バックアップ (ボリュームとシステム状態): HRESULT エラー、ファシリティ "
          "120 (BLB)、コード 4095"}},
        {0xC0351234,
         {"NTSTATUS error, facility 53, code 4660",
          "NTSTATUS エラー、ファシリティ 53、コード 4660"}},
        {0x00041234,
         {"HRESULT success, facility 4 (ITF: Codes of single components: VSS, Task Scheduler, WMI, "
          "VDS, OLE DB), code 4660",
          "HRESULT 成功、ファシリティ 4 (ITF: 個別のコンポーネント (VSS、タスク "
          "スケジューラ、WMI、VDS、OLE DB) のコード)、コード 4660"}},
        {0, {"Win32 error 0", "Win32 エラー 0"}},
    };
    struct catalog *catalog = open_built_in();
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
        for (size_t language = 0; language < LANGUAGE_COUNT; language++) {
            char text[CODE_TEXT_BYTES];
            catalog_code_describe(catalog, codes[i].code, (enum language)language, text);
            cr_assert(eq(str, text, (char *)codes[i].texts[language]));
        }
    catalog_close(catalog);
}

Test(catalog, finds_a_system_message_at_the_end_of_a_text)
{
    static const struct {
        const char *text;
        uint32_t code; /* 0: no message */
        size_t start;
    } texts[] = {
        {"Access is denied.", 0x80070005, 0},
        {"access is denied", 0x80070005, 0},
        {"D:\\a.txt: Access is denied.  ", 0x80070005, 10},
        {"  Access is denied.", 0x80070005, 2},
        {"アクセスが拒否されました。", 0x80070005, 0},
        {"D:\\a.txt アクセスが拒否されました", 0x80070005, 9},
        {"a.txt、アクセスが拒否されました。", 0x80070005, 8},
        {"このアクセスが拒否されました。", 0, 0},
        {"Access is denied to you", 0, 0},
        {"XAccess is denied.", 0, 0},
        {"The system cannot find the file specified.", 0x80070002, 0},
        {"Not enough storage is available to process this command.", 0x80070008, 0},
        {"ファイルまたはディレクトリーが壊れているため、読み取ることができません。", 0x80070570, 0},
        {"Data error (cyclic redundancy check).", 0x80070017, 0},
        {"C:\\a\\b.txt E_ACCESSDENIED", 0x80070005, 11},
        {"ERROR_SHARING_VIOLATION.", 0x80070020, 0},
        {"C:\\a\\MY_ERROR_SHARING_VIOLATION", 0, 0},
        {"C:\\a\\xERROR_SHARING_VIOLATION", 0, 0},
        {"C:\\a\\b.txt error_sharing_violation", 0, 0},
        {"C:\\a\\b.txt FINAL_REPORT", 0, 0},
        {"", 0, 0},
        {".", 0, 0},
        {"。", 0, 0},
    };
    struct catalog *catalog = open_built_in();
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        uint32_t code = 0;
        size_t start = 0;
        bool is_found = catalog_system_message(catalog, span_of(texts[i].text), &code, &start);
        cr_assert(eq(int, is_found, texts[i].code != 0), "'%s'", texts[i].text);
        cr_assert(eq(u32, code, texts[i].code), "'%s'", texts[i].text);
        cr_assert(eq(sz, start, texts[i].start), "'%s'", texts[i].text);
    }
    catalog_close(catalog);
}
