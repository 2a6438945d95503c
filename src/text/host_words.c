#include "text/host_words.h"

#include <string.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/word_list.h"

/* The words of each list are in small letters, with a blank before and after each. */

/* What logs are called, and what a name is joined to with a hyphen: FS01-logs. */
static const char log_words[] =
    " logs log errlogs errlog logfiles jobs job events event eventlogs bundle support"
    " failed failures failedfiles errors alerts"
    " ";

/* Times, which are also joined to a name with a hyphen: FS01-night2. */
static const char time_words[] =
    " day days night nights week weeks month months today yesterday tomorrow morning evening"
    " monday tuesday wednesday thursday friday saturday sunday january february march april june"
    " july august september october november december"
    " tag nacht woche montag dienstag mittwoch donnerstag freitag samstag sonntag heute gestern"
    " ";

/* Folders of agents, collectors and Windows; what people and programs call folders and attachments
 * in English, German, French, Spanish, Italian, Japanese, Chinese, Korean and Russian. */
static const char folder_words[] =
    " agent bin cbengine obengine crash dpmdata documents document settings error"
    " evt evtx logfile logging"
    " microsoft azure recovery service services data protection manager system center"
    " obinstaller program programs files file programdata scratch system32 temp tmp"
    " temporary"
    " users user wabdiag windows windowsserverbackup windowsazurebackup trace traces"
    " trc dump dumps diag diagnostic diagnostics collector collected collect"
    " collection wevt"
    " application applications applicationdata appdata security setup config configs"
    " registry modules"
    " archive archives archived arc bundles ticket tickets case cases incident"
    " request issue issues bug customer customers client clients"
    " attachment attachments download downloads upload uploads desktop inbox incoming"
    " outgoing mnt"
    " old new older newer previous prev current curr last latest first second third"
    " recent before after good bad broken ok failure failing"
    " copy copies orig original originals final rev version ver duplicate"
    " year date dates daily nightly weekly monthly run runs try attempt"
    " mon tue wed thu fri sat sun may jan feb mar apr jun jul aug sep sept oct nov dec"
    " folder folders dir directory untitled unnamed misc other others all various"
    " everything stuff notes note readme info information sample samples example"
    " examples test tests testing input inputs output outputs result results"
    " screenshot screenshots screen image images picture pictures pics mails email"
    " emails zip zipped zips tar compressed unzipped extracted extract unpacked whole"
    " nested nest part parts piece"
    " for from of the and to with by in at on my this that here send sent see"
    " servers hosts machines computers backups restores history list lists report reports table "
    "tables export exports exported csv txt"
    " json xml html"
    " utf utf16le utf16be unicode ansi ascii latin bom nobom crlf sjis cp932 cp1252 cp437 cp850"
    " engine diagnose azurebackup inc req chg ritm tkt ticketid jira step phase round batch set"
    " volume volumes drive drives"
    " alt alte alter neu neue neuer neues archiv kopie kopien datei"
    " dateien ordner ereignis ereignisse protokoll protokolle anhang anhänge bericht"
    " kw laufwerk"
    " berichte sicherung sicherungen vorher nachher"
    " tage monat januar februar märz mai juni juli oktober dezember komprimierter"
    " komprimiert bildschirmfotos herunterladen verschiedenes sonstiges fehler"
    " für von der die das und mit"
    " ancien anciens ancienne nouveau nouvelle copie dossier dossiers journaux journal"
    " sauvegarde sauvegardes fichier fichiers téléchargements pièces jointes bureau"
    " aujourd hui hier"
    " antiguo nuevo nueva copia carpeta registros registro respaldo archivos archivo"
    " descargas escritorio hoy ayer adjuntos nuova cartella vecchio nuovo allegati"
    " ログ 新しいフォルダー 新しいフォルダ コピー 古い 新しい バックアップ 添付ファイル 添付 "
    "デスクトップ ダウンロード 前回 今回 今日 昨日 旧 新"
    " イベント イベントログ エラー 資料 証跡 その他 採取 採取ログ ログ採取 圧縮"
    " 日志 新建文件夹 副本 下载 桌面 附件 备份 日誌 新增資料夾"
    " 새 폴더 로그 백업 복사본"
    " новая папка журналы"
    " ";

/* Folder words that with a number are one of a series, of one server as well as of several:
 * "part01".
 */
static const char series_words[] =
    " copy copies copie copia kopie kopien temp tmp trace traces dump dumps kw jan feb mar apr may"
    " jun jul aug sep sept oct nov dec mai juni juli oktober dezember year tage part parts piece"
    " rev version ver run runs try attempt step phase round batch set volume volumes drive"
    " drives laufwerk folder folders dir directory ordner dossier carpeta image images"
    " screenshot screenshots ";

/* Folder words that with a number are also names of servers: FILE01. */
static const char server_words[] = " file data test archive report image system user azure agent"
                                   " security history application ";

/* Folder words that are also names of servers alone, where others are beside them: DATA, TEST. */
static const char lone_server_words[] = " files users tests archives images reports export exports"
                                        " backups windows windowsserverbackup customer client ";

/* What tells copies of one server's logs apart, beside times, series and what logs are called. */
static const char copy_words[] =
    " old new older newer previous prev current curr last latest first second third recent before"
    " after good bad broken ok failure failing orig original originals final duplicate extracted"
    " unpacked unzipped alt alte alter neu neue neuer neues vorher nachher ancien anciens ancienne"
    " nouveau nouvelle antiguo nuevo nueva nuova vecchio nuovo temp tmp temporary scratch bin"
    " コピー 古い 新しい 前回 今回 旧 新 副本 복사본 ";

/* These name no server alone, but one with a number: DPM1, BACKUP02. */
static const char role_words[] = " backup dpm mabs mars marsagent restore veeam wsb ";

enum { MAX_WORD_BYTES = 48, MAX_COMPOUND_BYTES = 24, MAX_COMPOUND_PARTS = 3 };

static bool is_among(struct span word, const char *words)
{
    char wanted[MAX_WORD_BYTES + 3] = " ";
    if (word.length == 0 || word.length > MAX_WORD_BYTES)
        return false;
    for (size_t i = 0; i < word.length; i++) {
        if (word.bytes[i] == '\0' || span_is_blank(word.bytes[i]))
            return false;
        wanted[i + 1] = ascii_to_lower(word.bytes[i]);
    }
    wanted[word.length + 1] = ' ';
    return strstr(words, wanted) != NULL;
}

static bool is_known(struct span word)
{
    return is_among(word, folder_words) || is_among(word, log_words) || is_among(word, time_words);
}

static bool is_part(struct span word)
{
    return is_known(word) || is_among(word, role_words);
}

/* True if `word` ends in "log" or "logs" and all before it are up to three known words: "MARSlogs",
 * "AzureBackupLogs". Longer ones would take long to cut up. */
static bool is_compound(struct span word)
{
    static const char *const ends[] = {"log", "logs"};
    size_t cut = word_list_end_of(ends, COUNT_OF(ends), word);
    if (cut == 0 || word.length > MAX_COMPOUND_BYTES)
        return false;
    struct span rest = span_slice(word, 0, word.length - cut);
    for (size_t parts = 0; parts < MAX_COMPOUND_PARTS && rest.length > 0; parts++) {
        size_t end = rest.length;
        while (end > 1 && !is_part(span_slice(rest, 0, end)))
            end--;
        if (end < 2)
            return false;
        rest = span_slice(rest, end, rest.length);
    }
    return rest.length == 0;
}

bool host_words_is_server(struct span word)
{
    return is_among(word, server_words);
}

bool host_words_has_series(struct span word)
{
    return is_among(word, series_words);
}

static struct span without_number(struct span word)
{
    while (word.length > 0 && ascii_is_digit(word.bytes[word.length - 1]))
        word.length--;
    return word;
}

bool host_words_has_copy(struct span word)
{
    struct span stem = without_number(word);
    return is_among(stem, copy_words) || is_among(stem, series_words) ||
           is_among(stem, time_words) || host_words_has_log(stem);
}

bool host_words_is_server_alone(struct span word)
{
    struct span stem = without_number(word);
    return is_among(stem, server_words) || is_among(stem, lone_server_words) ||
           is_among(stem, role_words);
}

bool host_words_has_time(struct span word)
{
    return is_among(word, time_words);
}

bool host_words_has_log(struct span word)
{
    return is_among(word, log_words) || is_compound(word);
}

bool host_words_has_folder(struct span word)
{
    return is_known(word) || is_compound(word);
}

bool host_words_has_role(struct span word)
{
    return is_among(word, role_words);
}
