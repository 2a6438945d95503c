#include "verdict/backup_failure.h"

#include <stddef.h>
#include <string.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/word_search.h"

/* True for names like CreateVssBackupComponents, VSSControl, VSS_E_BAD_STATE. */
static bool has_identifier_of_vss(struct span text)
{
    static const char *const spellings[] = {"VSS", "Vss"};
    for (size_t i = 0; i < COUNT_OF(spellings); i++)
        for (size_t at = 0; at < text.length; at += 3) {
            at += span_find(span_slice(text, at, text.length), span_of(spellings[i]));
            if (at + 3 < text.length &&
                (at == 0 || !ascii_is_upper(text.bytes[at - 1]) || text.bytes[at - 1] == 'I') &&
                !ascii_is_lower(text.bytes[at + 3]))
                return true;
        }
    return false;
}

bool backup_failure_names_maker(struct span text)
{
    static const char *const names[] = {"volume shadow copy",
                                        "volumeshadowcopy",
                                        "shadow copies",
                                        "vssadmin",
                                        "vss writer",
                                        "diskshadow",
                                        "wbadmin",
                                        "wbengine",
                                        "windows server backup",
                                        "windows backup",
                                        "azure backup",
                                        "azure recovery",
                                        "data protection manager",
                                        "cloudbackup",
                                        "cbengine",
                                        "obengine",
                                        "start-obbackup",
                                        "dpmra",
                                        "msdpm",
                                        "schattenkopie",
                                        "cliché instantané",
                                        "instantáneas de volumen",
                                        "copia shadow",
                                        "シャドウ コピー",
                                        "windows server バックアップ"};
    return word_search_contains_any(text, names, COUNT_OF(names)) || has_identifier_of_vss(text);
}

bool backup_failure_is_of_dpm(struct span text)
{
    static const char *const names[] = {"dpm",
                                        "mabs",
                                        "replica",
                                        "replikat",
                                        "réplica",
                                        "réplicat",
                                        "レプリカ",
                                        "副本",
                                        "recovery point",
                                        "wiederherstellungspunkt",
                                        "point de récupération",
                                        "points de récupération",
                                        "punto de recuperación",
                                        "puntos de recuperación",
                                        "回復ポイント",
                                        "恢复点",
                                        "protection agent",
                                        "protection group",
                                        "schutzgruppe",
                                        "保護グループ"};
    return word_search_contains_any(text, names, COUNT_OF(names));
}

bool backup_failure_has_code(uint32_t code)
{
    enum { VSS = 0x800423, WINDOWS_SERVER_BACKUP = 0x8078, ONLINE_BACKUP = 0x8085, DPM = 0x8099 };
    return code >> 8 == VSS || code >> 16 == WINDOWS_SERVER_BACKUP || code >> 16 == ONLINE_BACKUP ||
           code >> 16 == DPM;
}

/* True if `word` occurs in prose: not in a path, an address or a name with dots. */
static bool has_word_of_prose(struct span text, struct span word)
{
    for (size_t at = 0, start = 0, end = 0; at < text.length; at += end) {
        struct span rest = span_slice(text, at, text.length);
        if (!word_search_find(rest, word, &start, &end))
            return false;
        bool starts = start == 0 || memchr(" \"\n\t(,;", rest.bytes[start - 1], 7) != NULL;
        bool ends = end + 1 >= rest.length || rest.bytes[end] == ' ' || rest.bytes[end] == 's' ||
                    rest.bytes[end] == ',' || rest.bytes[end] == '\n' ||
                    ((rest.bytes[end] == '.' || rest.bytes[end] == ':') &&
                     !ascii_is_word_byte(rest.bytes[end + 1]));
        if (starts && ends)
            return true;
    }
    return false;
}

bool backup_failure_mentions_backup(struct span text)
{
    static const char *const words[] = {"backup",     "back up",           "shadow copy",
                                        "snapshot",   "sicherung",         "sichern",
                                        "sauvegarde", "copia de seguridad"};
    static const char *const parts[] = {
        "バックアップ",  "备份",           "備份",          "백업",           "архивац",
        "резервн",       "kopii zapasow",  "kopia zapasow", "kopie zapasow",  "säkerhetskopi",
        "sikkerhedskop", "sikkerhetskopi", "sicherungs",    "datensicherung", "cópia de segurança",
        "yedekleme",     "zálohován",      "varmuuskopi",   "biztonsági ment"};
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (has_word_of_prose(text, span_of(words[i])))
            return true;
    return word_search_contains_any(text, parts, COUNT_OF(parts));
}

bool backup_failure_is_said(struct span line)
{
    static const char *const words[] = {
        "failed",    "fails",      "failure",        "fail",      "error",        "err",
        "unable",    "cannot",     "denied",         "could not", "failing",      "aborted",
        "fehler",    "erreur",     "fehlgeschlagen", "échec",     "errore",       "fallo",
        "falló",     "impossible", "impossibile",    "errorcode", "fehlercode",   "foutcode",
        "felkod",    "fejlkode",   "feilkode",       "mislukt",   "misslyckades", "mislykkedes",
        "mislyktes", "falhou",     "falha"};
    static const char *const parts[] = {"失敗",       "失败",      "エラー",      "できません",
                                        "错误",       "錯誤",      "无法",        "오류",
                                        "실패",       "ошибк",     "сбо",         "не удалось",
                                        "nie powiod", "nie mógł",  "kod błędu",   "nezdařil",
                                        "kód chyby",  "başarısız", "epäonnistui", "nem sikerült"};
    return word_search_has_any_word(line, words, COUNT_OF(words)) ||
           word_search_contains_any(line, parts, COUNT_OF(parts));
}

/* True for a row of a table in a text, a line of the preprocessor, or a comment. A row of codes and
 * their meanings has the code in its first cell. */
static bool is_no_sentence(struct span line, struct span code)
{
    line = span_trim(line);
    if (line.length < 2)
        return true;
    bool has_cells = span_find_byte(line, '\t') < line.length ||
                     span_find_byte(line, '|') < line.length ||
                     span_find(line, span_of("  ")) < line.length;
    if (code.length > 0 && code.bytes == line.bytes && has_cells)
        return true;
    return line.bytes[0] == '|' || (line.bytes[0] == '#' && line.bytes[1] != ' ') ||
           (line.bytes[0] == '/' && (line.bytes[1] == '/' || line.bytes[1] == '*'));
}

bool backup_failure_is_explained(struct span line, struct span code)
{
    static const char *const conditions[] = {
        "if",    "when",     "whether",      "unless", "wenn",    "falls", "fixed",
        "fixes", "resolved", "troubleshoot", "si",     "example", "why",   "what does",
        "will",  "may be",   "may fail",     "might",  "should"};
    static const char *const parts[] = {"場合", "如果", "если"};
    static const char *const meanings[] = {"means",    "mean", "indicates",
                                           "bedeutet", "は",   "signifie"};
    size_t at = line.length;
    struct span after = {0};
    if (code.length > 0) {
        at = (size_t)(code.bytes - line.bytes);
        after = span_slice(line, at + code.length, line.length);
    }
    struct span before = span_slice(line, 0, at);
    for (size_t i = 0; i < COUNT_OF(meanings); i++)
        if (span_starts_with_ignoring_case(span_trim(after), span_of(meanings[i])))
            return true;
    return is_no_sentence(line, code) ||
           span_ends_with_ignoring_case(span_trim(line), span_of("?")) ||
           word_search_has_any_word(before, conditions, COUNT_OF(conditions)) ||
           word_search_contains_any(before, parts, COUNT_OF(parts));
}
