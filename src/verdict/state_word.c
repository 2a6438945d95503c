#include "verdict/state_word.h"

#include "base/count_of.h"
#include "text/word_search.h"

/* Cells are a few words long. In a longer text the words below prove nothing. */
enum { MAX_CELL_BYTES = 200 };

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

/* A cell has the first state of which it contains a word. So "CompletedWithWarning" is not mere
 * success, and "Unsuccessful" is none. Letters outside ASCII are compared with their case. */
static const struct {
    enum stated_state state;
    bool is_day_first; /* of languages that write the day before the month */
    const char *const *words;
} states[] = {
    {STATED_SUCCESS, true,
     WORDS("ohne fehler", "sans erreur", "sin errores", "senza errori", "sem erros")},
    {STATED_SUCCESS, false, WORDS("without error", "no error", "0 errors", "エラーなし")},
    {STATED_RUNNING, false, WORDS("waitingfor", "waiting for", "待機中")},
    {STATED_WAITING, true, WORDS("nicht gestartet")},
    {STATED_WAITING, false, WORDS("notstarted", "not started", "未開始")},
    {STATED_FAILURE, true,
     WORDS("fehl", "nicht erfolgreich", "nicht abgeschlossen", "échec", "Échec", "échou", "Échou",
           "echec", "erreur", "errore", "fallid", "falló", "non riuscit", "falha", "falhou",
           "mislukt", "misslyck", "mislyk", "fejl", "epäonn", "virhe", "niepowodz", "błąd",
           "selhal", "chyba", "sikertelen", "hiba", "сбой", "Сбой", "ошибк", "Ошибк", "неудач",
           "Неудач", "başarısız", "Başarısız", "hata")},
    {STATED_FAILURE, false,
     WORDS("fail", "error", "unsuccess", "incomplete", "not complet", "not succe", "timed out",
           "timedout", "rejected", "失敗", "エラー", "異常", "未完了", "タイムアウト", "失败",
           "错误", "錯誤", "실패", "오류")},
    {STATED_ABORTED, true,
     WORDS("abgebroch", "annul", "Annul", "interromp", "cancelad", "anulad", "annullat",
           "geannuleerd", "afgebroken", "avbrut", "annuller", "peruut", "anulowan", "przerwan",
           "zrušen", "megszak", "отмен", "Отмен", "прерван", "Прерван", "iptal")},
    {STATED_ABORTED, false,
     WORDS("abort", "cancel", "terminated", "stopped", "interrupted", "中止", "中断", "取り消",
           "取消", "キャンセル", "취소", "중단")},
    {STATED_WARNINGS, true,
     WORDS("warnung", "teilweise", "avertissement", "partiel", "advertencia", "parcial", "avvis",
           "parzial", "aviso", "waarschuw", "gedeeltelijk", "varning", "advarsel", "varoitu",
           "ostrzeże", "upozorn", "varování", "figyelmeztet", "предупрежд", "Предупрежд", "uyarı")},
    {STATED_WARNINGS, false,
     WORDS("warn", "partial", "exception", "警告", "部分的", "一部", "경고", "部分")},
    {STATED_RUNNING, true,
     WORDS("in bearbeitung", "wird ausgeführt", "läuft", "en cours", "en curso", "en progreso",
           "in corso", "em andamento", "em curso", "wordt uitgevoerd", "bezig", "pågår", "i gang",
           "käynnissä", "w toku", "probíhá", "folyamatban", "выполняется", "Выполняется",
           "devam ediyor")},
    {STATED_RUNNING, false,
     WORDS("progress", "running", "executing", "started", "active", "進行中", "実行中", "処理中",
           "正在进行", "進行", "正在", "진행")},
    {STATED_WAITING, true,
     WORDS("ausstehend", "geplant", "en attente", "pendiente", "in attesa", "pendente")},
    {STATED_WAITING, false,
     WORDS("queued", "pending", "scheduled", "waiting", "paused", "保留", "待機", "予定")},
    {STATED_SUCCESS, true,
     WORDS("completad", "abgeschlossen", "erfolg", "beendet", "terminé", "Terminé", "terminad",
           "terminat", "réuss", "Réuss", "reussi", "finalizad", "riuscit", "conclu", "êxito",
           "voltooid", "geslaagd", "slutför", "lyckad", "fuldført", "gennemført", "fullført",
           "valmis", "onnistu", "ukończ", "zakończ", "powodzeni", "dokonč", "úspěš", "befejez",
           "sikeres", "kész", "завершен", "Завершен", "выполнен", "Выполнен", "успешн", "Успешн",
           "tamamlan", "başarılı", "Başarılı")},
    {STATED_SUCCESS, false,
     WORDS("complet", "succe", "finish", "done", "passed", "termin", "correct", "完了", "成功",
           "終了", "正常", "完成", "완료", "성공")},
};

static const struct {
    enum stated_type type;
    const char *const *words;
} types[] = {
    /* Managing a backup is none; a recovery point is what a backup makes. */
    {STATED_MANAGEMENT,
     WORDS("configure", "disable", "delete", "deletion", "register", "registration", "modify",
           "enable", "構成", "無効", "削除", "登録", "lösch", "Lösch", "suppression", "supprim",
           "eliminación", "eliminad")},
    {STATED_OTHER_TYPE, WORDS("protection", "consistency", "保護")},
    {STATED_BACKUP,
     WORDS("recoverypoint", "recovery point", "回復ポイント", "復旧ポイント", "復元ポイント",
           "wiederherstellungspunkt", "point de récupération", "replica")},
    {STATED_RESTORE,
     WORDS("restor", "recover", "復元", "回復", "復旧", "リストア", "wiederherstell", "restaur",
           "récup", "recuper", "ripristin", "herstel", "återställ", "gendan", "gjenopprett",
           "palaut", "przywra", "przywró", "obnov", "visszaáll", "восстановл", "Восстановл",
           "geri yükle", "还原", "恢复", "還原", "복원", "복구")},
    {STATED_BACKUP,
     WORDS("backup", "back up", "バックアップ", "sicherung", "sauvegard", "copia de seguridad",
           "respaldo", "cópia", "back-up", "säkerhetskopi", "sikkerhedskopi", "sikkerhetskopi",
           "varmuuskopi", "kopia zapasowa", "kopii zapasowej", "zálohov", "biztonsági ment",
           "резервн", "Резервн", "yedek", "备份", "備份", "백업")},
};

static bool contains_one_of(struct span text, const char *const *words)
{
    for (; *words != NULL; words++)
        if (word_search_contains(text, span_of(*words)))
            return true;
    return false;
}

/* Returns the number of the first row of `states` that has a word of the cell; that of rows if none
 * does. */
static size_t find_state(struct span text)
{
    size_t row = 0;
    if (text.length > MAX_CELL_BYTES)
        return COUNT_OF(states);
    while (row < COUNT_OF(states) && !contains_one_of(text, states[row].words))
        row++;
    return row;
}

enum stated_state state_word_read(struct span text)
{
    size_t row = find_state(text);
    return row < COUNT_OF(states) ? states[row].state : STATED_NOTHING;
}

bool state_word_is_day_first(struct span text)
{
    size_t row = find_state(text);
    return row < COUNT_OF(states) && states[row].is_day_first;
}

enum stated_type state_word_read_type(struct span text)
{
    if (text.length == 0 || text.length > MAX_CELL_BYTES)
        return STATED_OTHER_TYPE;
    for (size_t i = 0; i < COUNT_OF(types); i++)
        if (contains_one_of(text, types[i].words))
            return types[i].type;
    return STATED_OTHER_TYPE;
}
