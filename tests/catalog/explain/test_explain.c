#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "catalog/explain/explain.h"
#include "catalog/explain/explanation.h"

struct asked {
    const char *query;
    enum explanation_kind kind;
    const char *code; /* NULL: it has none */
    const char *id;
    const char *symbol;
    const char *category;
};

static const struct asked questions[] = {
    {"0x80070005", EXPLAIN_HRESULT, "0x80070005", NULL, "ERROR_ACCESS_DENIED", "access_denied"},
    {"80070005", EXPLAIN_HRESULT, "0x80070005", NULL, "ERROR_ACCESS_DENIED", "access_denied"},
    {"[0x80070005]", EXPLAIN_HRESULT, "0x80070005", NULL, "ERROR_ACCESS_DENIED", "access_denied"},
    {"-2147024501", EXPLAIN_HRESULT, "0x8007018B", NULL, "ERROR_CLOUD_FILE_ACCESS_DENIED",
     "cloud_file"},
    {"Error: 0x80070005, file C:\\x\\y.txt", EXPLAIN_HRESULT, "0x80070005", NULL,
     "ERROR_ACCESS_DENIED", "access_denied"},
    {"'0x80070005'", EXPLAIN_HRESULT, "0x80070005", NULL, "ERROR_ACCESS_DENIED", "access_denied"},
    {"0x80070005;", EXPLAIN_HRESULT, "0x80070005", NULL, "ERROR_ACCESS_DENIED", "access_denied"},
    {"エラー コード: 0x80070005。", EXPLAIN_HRESULT, "0x80070005", NULL, "ERROR_ACCESS_DENIED",
     "access_denied"},
    {"hr = 0x80070005, hr = 0x80070005", EXPLAIN_HRESULT, "0x80070005", NULL, "ERROR_ACCESS_DENIED",
     "access_denied"},
    {"hr = 0x80070005, hr = 0x80070020", EXPLAIN_READINGS, NULL, NULL, NULL, NULL},
    {"DPM error 0x80070005", EXPLAIN_HRESULT, "0x80070005", NULL, "ERROR_ACCESS_DENIED",
     "access_denied"},
    {"2147942405", EXPLAIN_HRESULT, "0x80070005", NULL, "ERROR_ACCESS_DENIED", "access_denied"},
    {"Win32 error code: 5", EXPLAIN_HRESULT, "0x80070005", NULL, "ERROR_ACCESS_DENIED",
     "access_denied"},
    {"WinError 32", EXPLAIN_HRESULT, "0x80070020", NULL, "ERROR_SHARING_VIOLATION", "locked"},
    {"os error 1392", EXPLAIN_HRESULT, "0x80070570", NULL, "ERROR_FILE_CORRUPT", "corrupted"},
    {"1392", EXPLAIN_HRESULT, "0x80070570", NULL, "ERROR_FILE_CORRUPT", "corrupted"},
    {"0xC0000022", EXPLAIN_HRESULT, "0xC0000022", NULL, "STATUS_ACCESS_DENIED", "access_denied"},
    {"0x00041301", EXPLAIN_HRESULT, "0x00041301", NULL, "SCHED_S_TASK_RUNNING", "schedule"},
    {"0x80071FFF", EXPLAIN_HRESULT, "0x80071FFF", NULL, NULL, "unknown"},
    {"0x80042399", EXPLAIN_HRESULT, "0x80042399", NULL, NULL, "snapshot"},
    {"8191", EXPLAIN_HRESULT, "0x80071FFF", NULL, NULL, "unknown"},
    {"E_ACCESSDENIED", EXPLAIN_HRESULT, "0x80070005", NULL, "ERROR_ACCESS_DENIED", "access_denied"},
    {"error_sharing_violation", EXPLAIN_HRESULT, "0x80070020", NULL, "ERROR_SHARING_VIOLATION",
     "locked"},
    {"Access is denied.", EXPLAIN_HRESULT, "0x80070005", NULL, "ERROR_ACCESS_DENIED",
     "access_denied"},
    {"アクセスが拒否されました。", EXPLAIN_HRESULT, "0x80070005", NULL, "ERROR_ACCESS_DENIED",
     "access_denied"},
    {"(ID 104 Details: Access is denied (0x80070005))", EXPLAIN_HRESULT, "0x80070005", NULL,
     "ERROR_ACCESS_DENIED", "access_denied"},
    {"100050", EXPLAIN_AGENT_ERROR, NULL, "100050", NULL, "network"},
    {"(ID: 100050)", EXPLAIN_AGENT_ERROR, NULL, "100050", NULL, "network"},
    {"Error 34506.", EXPLAIN_AGENT_ERROR, NULL, "34506", NULL, "passphrase"},
    {"DPM 33623", EXPLAIN_AGENT_ERROR, NULL, "33623", NULL, "network"},
    {"agent error 403", EXPLAIN_AGENT_ERROR, NULL, "403", NULL, "credential"},
    {"Event ID: 18", EXPLAIN_AGENT_ERROR, NULL, NULL, "SCHEDULE_BACKUP_FAILED_EVENT", "schedule"},
    {"イベントID 18", EXPLAIN_AGENT_ERROR, NULL, NULL, "SCHEDULE_BACKUP_FAILED_EVENT", "schedule"},
    {"CloudBackup 18", EXPLAIN_AGENT_ERROR, NULL, NULL, "SCHEDULE_BACKUP_FAILED_EVENT", "schedule"},
    {"ID 403", EXPLAIN_AGENT_ERROR, NULL, "403", NULL, "credential"},
    {"0x1FC07", EXPLAIN_AGENT_ERROR, NULL, "130055", NULL, "cache"},
    {"[0x1FC07]", EXPLAIN_AGENT_ERROR, NULL, "130055", NULL, "cache"},
    {"(0x186C2)", EXPLAIN_AGENT_ERROR, NULL, "100034", "CBPSourceSnapshotFailed", "snapshot"},
    {"0x086C6", EXPLAIN_AGENT_ERROR, NULL, "34502", "SalVdsGeneric", "cache"},
    {"SalLowDiskSpace", EXPLAIN_AGENT_ERROR, NULL, NULL, "SalLowDiskSpace", "disk_full"},
    {"sallowdiskspace", EXPLAIN_AGENT_ERROR, NULL, NULL, "SalLowDiskSpace", "disk_full"},
    {"BACKUP_ERROR_STOP_EVENT", EXPLAIN_AGENT_ERROR, NULL, NULL, "BACKUP_ERROR_STOP_EVENT",
     "unknown"},
    {"The current operation failed due to an internal service error [0x1FC07]", EXPLAIN_AGENT_ERROR,
     NULL, "130055", NULL, "cache"},
    {"The backup operation has completed with warnings.", EXPLAIN_AGENT_ERROR, NULL, NULL,
     "BACKUP_WARNING_STOP_EVENT", "unknown"},
    {"このコンピューター用に保存されている暗号化のパスフレーズは、正しく構成されていません。",
     EXPLAIN_AGENT_ERROR, NULL, "34506", NULL, "passphrase"},
    {"checksum store", EXPLAIN_AGENT_ERROR, NULL, NULL, "SalChecksumStoreInitializationFailed",
     "cache"},
    {"backup checksums", EXPLAIN_AGENT_ERROR, NULL, NULL, "SalChecksumStoreInitializationFailed",
     "cache"},
    {"onedrive", EXPLAIN_TOPIC, NULL, NULL, NULL, NULL},
    {"Proxy", EXPLAIN_TOPIC, NULL, NULL, NULL, NULL},
    {"temp files", EXPLAIN_TOPIC, NULL, NULL, NULL, NULL},
    {"プロキシ", EXPLAIN_TOPIC, NULL, NULL, NULL, NULL},
    {"スクラッチ", EXPLAIN_TOPIC, NULL, NULL, NULL, NULL},
    {"パスフレーズ", EXPLAIN_TOPIC, NULL, NULL, NULL, NULL},
    {"クラウドファイル", EXPLAIN_TOPIC, NULL, NULL, NULL, NULL},
    {"access denied", EXPLAIN_TOPIC, NULL, NULL, NULL, "access_denied"},
    {"access_denied", EXPLAIN_TOPIC, NULL, NULL, NULL, "access_denied"},
    {"vss", EXPLAIN_TOPIC, NULL, NULL, NULL, NULL},
    {"cannot connect to azure backup", EXPLAIN_AGENT_ERROR, NULL, "100050", NULL, "network"},
    {"unable to connect to the Azure Backup", EXPLAIN_AGENT_ERROR, NULL, "100050", NULL, "network"},
    {"backup can't connect azure", EXPLAIN_AGENT_ERROR, NULL, "100050", NULL, "network"},
    {"１０００５０", EXPLAIN_AGENT_ERROR, NULL, "100050", NULL, "network"},
    {"ＯｎｅＤｒｉｖｅ", EXPLAIN_TOPIC, NULL, NULL, NULL, NULL},
    {"完了（警告あり）", EXPLAIN_TOPIC, NULL, NULL, NULL, NULL},
    {"ウィルス対策", EXPLAIN_TOPIC, NULL, NULL, NULL, NULL},
    {"復元できない", EXPLAIN_TOPIC, NULL, NULL, NULL, NULL},
    {"バックアップが動かない", EXPLAIN_TOPIC, NULL, NULL, NULL, NULL},
    {"バックアップが開始されない", EXPLAIN_TOPIC, NULL, NULL, NULL, NULL},
    {"ディスク容量不足", EXPLAIN_TOPIC, NULL, NULL, NULL, "disk_full"},
    {"ディスクがいっぱいです", EXPLAIN_TOPIC, NULL, NULL, NULL, "disk_full"},
    {"ディスク容量が不足しています", EXPLAIN_TOPIC, NULL, NULL, NULL, "disk_full"},
    {"資格情報コンテナー", EXPLAIN_TOPIC, NULL, NULL, NULL, NULL},
    {"パスフレーズを忘れた", EXPLAIN_TOPIC, NULL, NULL, NULL, NULL},
    {"forgot passphrase", EXPLAIN_TOPIC, NULL, NULL, NULL, NULL},
    {"サーバ名の変更", EXPLAIN_TOPIC, NULL, NULL, NULL, NULL},
    {"backup does not run", EXPLAIN_TOPIC, NULL, NULL, NULL, NULL},
    {"no space", EXPLAIN_TOPIC, NULL, NULL, NULL, "disk_full"},
    {"pst", EXPLAIN_TOPIC, NULL, NULL, NULL, NULL},
    {"\xFF\xFE not UTF-8", EXPLAIN_UNKNOWN, NULL, NULL, NULL, NULL},
    {"100999", EXPLAIN_UNKNOWN, NULL, "100999", NULL, NULL},
    {"agent error 5", EXPLAIN_UNKNOWN, NULL, "5", NULL, NULL},
    {"event 33", EXPLAIN_UNKNOWN, NULL, NULL, NULL, NULL},
    {"0x8007018G", EXPLAIN_UNKNOWN, NULL, NULL, NULL, NULL},
    {"0x800701888", EXPLAIN_UNKNOWN, NULL, NULL, NULL, NULL},
    {"(ID: 5)", EXPLAIN_UNKNOWN, NULL, "5", NULL, NULL},
    {"frobnicate", EXPLAIN_UNKNOWN, NULL, NULL, NULL, NULL},
    {"", EXPLAIN_UNKNOWN, NULL, NULL, NULL, NULL},
    {"- _", EXPLAIN_UNKNOWN, NULL, NULL, NULL, NULL},
};

static const char *shown(const char *text)
{
    return text != NULL ? text : "(null)";
}

static void assert_same(const char *query, const char *got, const char *want)
{
    cr_assert(eq(str, (char *)shown(got), (char *)shown(want)), "'%s'", query);
}

Test(catalog_explain, every_notation_symbol_and_word_finds_its_entry)
{
    struct fault fault = {0};
    struct arena arena = {0};
    struct catalog *catalog = catalog_open(NULL, 0, &fault);
    for (size_t i = 0; i < sizeof questions / sizeof questions[0]; i++)
        for (size_t language = 0; language < LANGUAGE_COUNT; language++) {
            const struct asked *asked = &questions[i];
            struct explanation answer;
            cr_assert(explain_query(catalog, span_of(asked->query), (enum language)language, &arena,
                                    &answer, &fault));
            assert_same(asked->query, explanation_kind_name(answer.kind),
                        explanation_kind_name(asked->kind));
            assert_same(asked->query, answer.code, asked->code);
            assert_same(asked->query, answer.id, asked->id);
            assert_same(asked->query, answer.symbol, asked->symbol);
            assert_same(asked->query, answer.category, asked->category);
            if (answer.kind == EXPLAIN_HRESULT || answer.kind == EXPLAIN_AGENT_ERROR) {
                cr_assert(ne(ptr, (void *)answer.cause, NULL), "'%s'", asked->query);
                cr_assert(ne(ptr, (void *)answer.reference, NULL), "'%s'", asked->query);
                cr_assert(gt(sz, answer.action_count, 0), "'%s'", asked->query);
                cr_assert(gt(sz, strlen(answer.title), 0), "'%s'", asked->query);
            }
        }
    arena_release(&arena);
    catalog_close(catalog);
}

Test(catalog_explain, a_win32_number_says_how_it_was_understood)
{
    struct fault fault = {0};
    struct arena arena = {0};
    struct catalog *catalog = catalog_open(NULL, 0, &fault);
    struct explanation answer;
    cr_assert(explain_query(catalog, span_of("os error 5"), LANGUAGE_EN, &arena, &answer, &fault));
    cr_assert(
        eq(str, (char *)answer.title, "Access to the file or object was refused (Win32 error 5)"));
    cr_assert(explain_query(catalog, span_of("8191"), LANGUAGE_EN, &arena, &answer, &fault));
    cr_assert(eq(str, (char *)answer.title, "Win32 error 8191"));
    arena_release(&arena);
    catalog_close(catalog);
}

Test(catalog_explain, no_action_is_repeated)
{
    struct fault fault = {0};
    struct arena arena = {0};
    struct catalog *catalog = catalog_open(NULL, 0, &fault);
    for (size_t i = 0; i < catalog_code_count(catalog); i++) {
        char code[16];
        struct explanation answer;
        snprintf(code, sizeof code, "0x%08X", (unsigned)catalog_code_at(catalog, i)->code);
        cr_assert(explain_query(catalog, span_of(code), LANGUAGE_JA, &arena, &answer, &fault));
        cr_assert(eq(str, (char *)answer.code, code));
        for (size_t a = 0; a < answer.action_count; a++)
            for (size_t b = 0; b < a; b++)
                cr_assert(ne(str, (char *)answer.actions[a], (char *)answer.actions[b]), "%s",
                          code);
    }
    arena_release(&arena);
    catalog_close(catalog);
}

Test(catalog_explain, a_topic_lists_what_belongs_to_it_and_names_nothing_unknown)
{
    struct fault fault = {0};
    struct arena arena = {0};
    struct catalog *catalog = catalog_open(NULL, 0, &fault);
    for (size_t i = 0; i < catalog_topic_count(catalog); i++) {
        const struct catalog_topic *topic = catalog_topic_at(catalog, i);
        struct explanation answer;
        cr_assert(
            explain_query(catalog, span_of(topic->name), LANGUAGE_EN, &arena, &answer, &fault));
        cr_assert(eq(str, (char *)answer.title, (char *)topic->title[LANGUAGE_EN]));
        cr_assert(eq(sz, answer.match_count, topic->related_count), "%s", topic->name);
    }
    arena_release(&arena);
    catalog_close(catalog);
}

Test(catalog_explain, many_matches_are_cut_and_counted)
{
    struct fault fault = {0};
    struct arena arena = {0};
    struct catalog *catalog = catalog_open(NULL, 0, &fault);
    struct explanation answer;
    cr_assert(explain_query(catalog, span_of("snapshot"), LANGUAGE_EN, &arena, &answer, &fault));
    cr_assert(explain_query(catalog, span_of("file"), LANGUAGE_EN, &arena, &answer, &fault));
    cr_assert(eq(sz, answer.match_count, MAX_EXPLAINED_MATCHES));
    cr_assert(ne(ptr, strstr(answer.title, "the first 20 are listed"), NULL), "%s", answer.title);
    cr_assert(eq(int, answer.matches[0].kind, EXPLAIN_TOPIC));
    arena_release(&arena);
    catalog_close(catalog);
}

Test(catalog_explain, every_refused_allocation_is_a_fault_and_nothing_leaks)
{
    static const char *const queries[] = {"0x80070005", "vss", "onedrive", "100999", "5"};
    struct fault fault = {0};
    struct catalog *catalog = catalog_open(NULL, 0, &fault);
    for (size_t i = 0; i < sizeof queries / sizeof queries[0]; i++) {
        bool is_done = false;
        for (unsigned long nth = 1; nth < 100 && !is_done; nth++) {
            struct arena arena = {0};
            struct explanation answer;
            fault = (struct fault){0};
            memory_fail_at(nth);
            is_done =
                explain_query(catalog, span_of(queries[i]), LANGUAGE_EN, &arena, &answer, &fault);
            memory_fail_at(0);
            cr_assert(is_done || fault.kind == FAULT_MEMORY);
            arena_release(&arena);
        }
        cr_assert(is_done, "%s", queries[i]);
    }
    catalog_close(catalog);
}
