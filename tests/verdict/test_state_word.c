#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "verdict/state_word.h"

Test(verdict_state_word, languages_that_write_the_day_first)
{
    static const char *const first[] = {"Fehlgeschlagen", "Erreur",  "Errore",     "Avviso",
                                        "Warnung",        "Terminé", "Completado", "Ошибка"};
    static const char *const other[] = {"Failed",     "Error", "Warning", "Completed",
                                        "Terminated", "失敗",  "실패",    ""};
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        cr_assert(state_word_is_day_first(span_of(first[i])), "%s", first[i]);
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        cr_assert_not(state_word_is_day_first(span_of(other[i])), "%s", other[i]);
}

Test(verdict_state_word, states_in_many_languages)
{
    static const struct {
        const char *text;
        enum stated_state state;
    } rows[] = {
        {"Completed", STATED_SUCCESS},
        {"Succeeded", STATED_SUCCESS},
        {"Job completed.", STATED_SUCCESS},
        {"Completed without errors", STATED_SUCCESS},
        {"完了", STATED_SUCCESS},
        {"Erfolgreich abgeschlossen", STATED_SUCCESS},
        {"Terminé", STATED_SUCCESS},
        {"CompletedWithWarning", STATED_WARNINGS},
        {"CompletedWithWarnings", STATED_WARNINGS},
        {"Completed with warnings", STATED_WARNINGS},
        {"Partially succeeded", STATED_WARNINGS},
        {"警告付きで完了", STATED_WARNINGS},
        {"警告ありで完了しました", STATED_WARNINGS},
        {"Abgeschlossen mit Warnungen", STATED_WARNINGS},
        {"Terminé avec des avertissements", STATED_WARNINGS},
        {"Aborted", STATED_ABORTED},
        {"Failed", STATED_FAILURE},
        {"Job failed.", STATED_FAILURE},
        {"Cancelled", STATED_ABORTED},
        {"Canceled", STATED_ABORTED},
        {"Completed with errors", STATED_FAILURE},
        {"Unsuccessful", STATED_FAILURE},
        {"失敗", STATED_FAILURE},
        {"異常終了", STATED_FAILURE},
        {"キャンセル済み", STATED_ABORTED},
        {"Fehlgeschlagen", STATED_FAILURE},
        {"Abgebrochen", STATED_ABORTED},
        {"Échec", STATED_FAILURE},
        {"Annulé", STATED_ABORTED},
        {"InProgress", STATED_RUNNING},
        {"In progress", STATED_RUNNING},
        {"Running", STATED_RUNNING},
        {"実行中", STATED_RUNNING},
        {"CompletedWithWaitingForImportJob", STATED_RUNNING},
        {"CompletedWithWaitingForCopyBlob", STATED_RUNNING},
        {"Queued", STATED_WAITING},
        {"Not started", STATED_WAITING},
        {"Purple", STATED_NOTHING},
        {"", STATED_NOTHING},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_assert(eq(int, state_word_read(span_of(rows[i].text)), rows[i].state), "%s",
                  rows[i].text);
}

Test(verdict_state_word, a_long_text_is_no_state)
{
    static const char text[] =
        "The job completed before the server was restarted, and before that somebody copied a "
        "folder "
        "of the volume to another one, which has nothing to do with what is said here of how a job "
        "ended: nothing at all.";
    cr_assert(eq(int, state_word_read(span_of(text)), STATED_NOTHING));
}

Test(verdict_state_word, types_in_many_languages)
{
    static const struct {
        const char *text;
        enum stated_type type;
    } rows[] = {
        {"Backup", STATED_BACKUP},
        {"OnlineBackup", STATED_BACKUP},
        {"バックアップ", STATED_BACKUP},
        {"Sicherung", STATED_BACKUP},
        {"Recovery point", STATED_BACKUP},
        {"Recover", STATED_RESTORE},
        {"Recovery", STATED_RESTORE},
        {"Restore", STATED_RESTORE},
        {"復元", STATED_RESTORE},
        {"Wiederherstellung", STATED_RESTORE},
        {"Restauration", STATED_RESTORE},
        {"ConfigureBackup", STATED_MANAGEMENT},
        {"Delete backup data", STATED_MANAGEMENT},
        {"", STATED_OTHER_TYPE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_assert(eq(int, state_word_read_type(span_of(rows[i].text)), rows[i].type), "%s",
                  rows[i].text);
}
