#include "text/restore_list.h"

#include "base/count_of.h"
#include "text/word_search.h"

enum { MAX_HEADING_BYTES = 200 };

bool restore_list_is_name(struct span name)
{
    static const char *const words[] = {"restore",   "recovery", "recover",   "復元",   "回復",
                                        "wiederher", "restaur",  "ripristin", "herstel"};
    static const char *const others[] = {"backup",    "service",    "vault",        "disaster",
                                         "sicherung", "sauvegarde", "バックアップ", "読めな"};
    return word_search_contains_any(name, words, COUNT_OF(words)) &&
           !word_search_contains_any(name, others, COUNT_OF(others));
}

bool restore_list_is_of_backup(struct span line)
{
    static const char *const words[] = {"in backup of",   "backup policy", "backed up",
                                        "failed to back", "backup failed", "gesichert",
                                        "バックアップ",   "sauvegardé"};
    return word_search_contains_any(line, words, COUNT_OF(words));
}

bool restore_list_is_heading(struct span line)
{
    static const char *const sure[] = {
        "not be restored", "not been restored", "were not restored", "not be recovered",
        "復元に失敗した",  "復元できなかった",  "回復に失敗した",    "nicht wiederhergestellt"};
    static const char *const files[] = {"file", "datei", "ファイル", "item"};
    static const char *const others[] = {"backup", "sicherung", "バックアップ", "0x"};
    line = span_trim(line);
    bool is_of_run = (span_starts_with_ignoring_case(line, span_of("Restore of ")) ||
                      span_starts_with_ignoring_case(line, span_of("Recovery of "))) &&
                     word_search_contains(line, span_of("failed"));
    return line.length <= MAX_HEADING_BYTES &&
           (is_of_run || word_search_contains_any(line, sure, COUNT_OF(sure))) &&
           word_search_contains_any(line, files, COUNT_OF(files)) &&
           !word_search_contains_any(line, others, COUNT_OF(others));
}
