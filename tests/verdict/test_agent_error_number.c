/* The agent writes the numbers of its errors in half a dozen ways; traces are full of other
 * numbers. */
#include "verdict/agent_error_number.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

Test(verdict_agent_error_number, is_found_in_every_notation_and_distinguished_from_other_numbers)
{
    static const struct {
        const char *text;
        const char *digits; /* NULL: none */
    } cases[] = {
        {"said: The agent was unable to connect. (ID: 100050) Check your network.", "100050"},
        {"Something went wrong. (ID 100034 Details: No more can be told)", "100034"},
        {"An error occurred. (ID 43 Details: Internal error code: 0x8099090E)", "43"},
        {"(id 5396) MASTER started. Version 6.0.0", NULL},
        {"(ID 30111 Details: Something)", "30111"},
        {"(ID 3106) The replica failed a check.", "3106"},
        {"The replica is inconsistent.\n(ID 3106)", "3106"},
        {"The job failed (ID 104 Details: Not found (0x8007138F))", "104"},
        {"操作に失敗しました。（ID： 34513）", "34513"},
        {"Something went wrong. ID: 34513 Check it.", "34513"},
        {"Something went well. ID: 34513 Check it.", NULL},
        {"Something went wrong. ID 34513", NULL},
        {"操作に失敗しました。 ID: 120002", "120002"},
        {"操作に失敗しました。次は ID: 34513 の処理", NULL},
        {"Error ID 34513", "34513"},
        {"The job failed (Error ID: 100050).", "100050"},
        {"エラー ID: 100050", "100050"},
        {"it says Error 34506. and nothing more", "34506"},
        {"Error 34506: x", "34506"},
        {"Error: 34506", "34506"},
        {"Error 34506.7 in column 3", NULL},
        {"Error 34599", NULL},
        {"Error 34599.", "34599"},
        {"Terror 34506", NULL},
        {"エラー 34506。 正しく構成されていません。", "34506"},
        {"準備は正常に終わりました。エラー 34506。もう一度お試しを。", "34506"},
        {"エラー 34506。前の処理は正常に終わりました。", "34506"},
        {"エラー 34506 は正常に解消しました。", NULL},
        {"エラー コード: 100050", "100050"},
        {"Error code: 100050", "100050"},
        {"ErrorCode=100050", "100050"},
        {"Error code: 403", NULL},
        {"The snapshot failed with error code: 0x186C2.", "0x186C2"},
        {"当前操作由于内部服务错误[0x1D4C2]而失败。请稍后重试该操作。", "0x1D4C2"},
        {"목록을 읽지 못했습니다. 내부 서비스 오류[0x1D4C2]가 발생했습니다.", "0x1D4C2"},
        {"Interner Dienstfehler [0x1D4C2], die Sicherung läuft nicht.", "0x1D4C2"},
        {"failed with error 0x186c2", "0x186c2"},
        {"an internal service error [0x1FC07]. Retry.", "0x1FC07"},
        {"an internal service error \"0x1FC07\".", "0x1FC07"},
        {"an internal service error ［0x0001FC07］.", "0x0001FC07"},
        {"an internal service error [0x86D1]. Retry.", "0x86D1"},
        {"an internal service error [170036]. Retry.", "170036"},
        {"サービスの内部エラー [0x1FC07] が発生しました。", "0x1FC07"},
        {"could not be started in the service. (0x086C6)", "0x086C6"},
        {"Registration failed (0x86D1)", "0x86D1"},
        {"Registration done (0x86D1)", NULL},
        {"Refused (0x186D1)", "0x186D1"},
        {"Refused (0x186D1) again", NULL},
        {"Failed: Hr: = [0x80070005] RegOpenKey failed", NULL},
        {"The operation failed. (ID: 100066) The service error was [0x29834].", "0x29834"},
        {"an internal service error [170036]. (ID: 100066)", "170036"},
        {"failed with 0x86D9 [0x12345]. (ID: 100066)", "0x12345"},
        {"The operation failed. (ID: 100066)", "100066"},
        {"failed (ID: 104), failed (ID: 100050)", "100050"},
        {"Process (ID: 34513) started", NULL},
        {"プロセス (ID: 34513) を開始しました", NULL},
        {"Job (ID: 100050) failed", NULL},
        {"Process ID: 34513 failed.", NULL},
        {"Recovery point (ID: 100057) created", NULL},
        {"Could not mount the recovery point (ID: 480001)", "480001"},
        {"Could not mount the recovery point (ID: 480001).", "480001"},
        {"Could not mount recovery point (ID: 480001), trying the next one", NULL},
        {"回復ポイントをマウントできません: 回復ポイント (ID: 480001)", "480001"},
        {"Failed to start the backup job (ID: 100049)", "100049"},
        {"Failed to stop the process (ID: 34513)", NULL},
        {"Started the job (ID: 100050)", NULL},
        {"Thread (0x186C2) failed", NULL},
        {"Read failed at offset [0x186C2]", NULL},
        {"Checksum [0x1fbe2] matches", NULL},
        {"Connected to provider [65536]", NULL},
        {"identity 100050", NULL},
        {"CreateFile failed with path D:\\Scans\\Kunde (ID 34513).pdf", NULL},
        {"Could not open \"D:\\x\\[0x1FC07].txt\", will retry", NULL},
        {"snapshot of volume F:\\ failed (ID: 100139)", "100139"},
        {"Cleared previous error (ID: 100050)", NULL},
        {"The previous problem (ID: 100050) is resolved.", NULL},
        {"Passphrase validation succeeded. (ID: 100262) Go on.", NULL},
        {"接続に成功しました (ID: 100050 は解消)", NULL},
        {"cbengine.exe (ID 34513) was started", NULL},
        {"The connection was lost. (ID: 100050) The job before it succeeded.", "100050"},
        {"The connection was lost (ID: 100050). The job before it succeeded.", "100050"},
        {"The job has not succeeded (ID: 100050)", "100050"},
        {"The backup succeeded with errors (ID: 100050)", "100050"},
        {"Try again until the problem is resolved (ID: 100050)", "100050"},
        {"正常に完了しませんでした (ID: 100050)", "100050"},
        {"問題を解消してください (ID: 100050)", "100050"},
        {"", NULL},
    };
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct agent_error_number number = {0};
        bool is_found = agent_error_number_find(catalog, span_of(cases[i].text), &number);
        cr_assert(eq(int, is_found, cases[i].digits != NULL), "%s", cases[i].text);
        cr_assert(span_equals(number.digits, span_of(cases[i].digits)), "%s gives %.*s",
                  cases[i].text, (int)number.digits.length, number.digits.bytes);
    }
    catalog_close(catalog);
}
