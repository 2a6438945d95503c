#include "text/manual_line.h"

#include <stddef.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/word_list.h"
#include "text/word_search.h"

static const char *const causes[] = {
    "cause",     "causes",  "possible cause", "possible causes", "symptom",
    "symptoms",  "ursache", "ursachen",       "symptome",        "symptômes",
    "symptôme",  "causa",   "causas",         "síntomas",        "sintomi",
    "原因",      "症状",    "現象",           "причина",         "причины",
    "przyczyna", "원인",    "증상",           "root cause",      "root causes"};
static const char *const remedies[] = {"resolution",
                                       "resolutions",
                                       "solution",
                                       "solutions",
                                       "workaround",
                                       "workarounds",
                                       "fix",
                                       "recommended action",
                                       "action",
                                       "troubleshooting",
                                       "recommendation",
                                       "how to fix",
                                       "recommended actions",
                                       "remedy",
                                       "to fix",
                                       "lösung",
                                       "lösungen",
                                       "behebung",
                                       "abhilfe",
                                       "empfohlene aktion",
                                       "problembehandlung",
                                       "résolution",
                                       "contournement",
                                       "action recommandée",
                                       "solución",
                                       "soluciones",
                                       "soluzione",
                                       "solução",
                                       "対処",
                                       "対処法",
                                       "対処方法",
                                       "対策",
                                       "解決策",
                                       "解決方法",
                                       "回避策",
                                       "推奨される操作",
                                       "解决方案",
                                       "解决方法",
                                       "解决办法",
                                       "建议的操作",
                                       "решение",
                                       "устранение",
                                       "rozwiązanie",
                                       "해결 방법",
                                       "해결책",
                                       "go to",
                                       "recommendations"};

/* Returns the text without marks of headings, lists, tables and emphasis around it. */
static struct span without_marks(struct span line)
{
    static const char marks[] = "#*_>|`-+•:( \t";
    line = span_trim(line);
    while (line.length > 0 && strchr(marks, line.bytes[0]) != NULL)
        line = span_slice(line, 1, line.length);
    return line;
}

/* Cuts "and findings" off "Symptoms and findings". */
static struct span first_of_pair(struct span words)
{
    static const char *const ands[] = {" and ", " & ", " et ", " und ", " y ", " e ", "と", "和"};
    size_t end = words.length;
    for (size_t i = 0; i < COUNT_OF(ands); i++) {
        size_t at = span_find(words, span_of(ands[i]));
        end = at < end ? at : end;
    }
    return span_slice(words, 0, end);
}

static enum manual_heading heading_of_words(struct span words)
{
    if (word_list_has(causes, COUNT_OF(causes), words))
        return MANUAL_CAUSE;
    return word_list_has(remedies, COUNT_OF(remedies), words) ? MANUAL_REMEDY : MANUAL_NO_HEADING;
}

/* Where a label's colon is; the length without one. */
static size_t find_colon(struct span text)
{
    size_t narrow = span_find_byte(text, ':');
    size_t wide = span_find(text, span_of("："));
    return narrow < wide ? narrow : wide;
}

enum manual_heading manual_line_heading(struct span line, bool *is_label)
{
    enum { MOST_BYTES = 60 };
    struct span words = without_marks(line);
    size_t colon = find_colon(words);
    struct span rest = span_slice(words, colon, words.length);
    words = span_slice(words, 0, colon);
    while (words.length > 0 && strchr("*_# |", words.bytes[words.length - 1]) != NULL)
        words.length--;
    *is_label = rest.length > strlen("：**");
    return words.length > MOST_BYTES ? MANUAL_NO_HEADING : heading_of_words(first_of_pair(words));
}

static bool is_error_cell(struct span cell)
{
    static const char *const words[] = {
        "error",         "errors",        "error code", "code",          "error message",
        "message",       "error details", "event id",   "event",         "result",
        "symptom",       "issue",         "problem",    "operation",     "status",
        "hresult",       "fehler",        "fehlercode", "fehlermeldung", "erreur",
        "code d'erreur", "código",        "错误",       "错误代码",      "エラー",
        "エラー コード", "エラーコード",  "コード",     "codice",        "código de error"};
    return word_list_has(words, COUNT_OF(words), cell);
}

static bool is_answer_cell(struct span cell)
{
    static const char *const words[] = {"meaning",     "explanation", "bedeutung", "signification",
                                        "significado", "significato", "意味",      "含义",
                                        "原因と対処",  "what to do",  "next step", "actions",
                                        "action",      "maßnahme",    "说明",      "説明"};
    return heading_of_words(cell) != MANUAL_NO_HEADING ||
           word_list_has(words, COUNT_OF(words), cell);
}

static bool is_report_cell(struct span cell)
{
    static const char *const words[] = {
        "date",     "time",   "server", "host",     "computer", "job",  "start",   "started",
        "end",      "datum",  "zeit",   "uhrzeit",  "heure",    "日時", "時刻",    "日付",
        "サーバー", "ホスト", "时间",   "主机",     "fecha",    "hora", "machine", "level",
        "source",   "count",  "files",  "customer", "path",     "file"};
    return word_list_has(words, COUNT_OF(words), cell);
}

bool manual_line_is_table_head(struct span line)
{
    enum { MOST_BYTES = 200 };
    bool has_error = false;
    bool has_answer = false;
    line = span_trim(line);
    char border = span_find_byte(line, '|') < line.length ? '|' : '\t';
    if (line.length > MOST_BYTES || span_find_byte(line, border) == line.length)
        return false;
    while (line.length > 0) {
        size_t end = span_find_byte(line, border);
        struct span cell = without_marks(span_slice(line, 0, end));
        while (cell.length > 0 && strchr("* ", cell.bytes[cell.length - 1]) != NULL)
            cell.length--;
        if (is_report_cell(cell))
            return false;
        has_error = has_error || is_error_cell(cell);
        has_answer = has_answer || is_answer_cell(cell);
        line = span_slice(line, end < line.length ? end + 1 : end, line.length);
    }
    return has_error && has_answer;
}

/* Takes "3." or "-" and emphasis off the line. False if it has no number or bullet. */
static bool take_bullet(struct span *line)
{
    struct span text = span_trim(*line);
    size_t digits = 0;
    while (digits < text.length && ascii_is_digit(text.bytes[digits]))
        digits++;
    bool is_number = digits > 0 && digits < text.length && strchr(".)", text.bytes[digits]) != NULL;
    bool is_bullet = text.length > 1 && strchr("-*+", text.bytes[0]) != NULL;
    if (is_number)
        text = span_slice(text, digits + 1, text.length);
    *line = without_marks(text);
    return is_number || is_bullet;
}

bool manual_line_is_step(struct span line)
{
    static const char *const starts[] = {
        "open ",       "run ",         "click ",        "select ",    "check ",
        "verify ",     "ensure ",      "make sure ",    "restart ",   "start ",
        "stop ",       "install ",     "download ",     "go to ",     "on the ",
        "in the ",     "right-click ", "type ",         "press ",     "navigate ",
        "reboot ",     "when you ",    "reset ",        "choose ",    "expand ",
        "enable ",     "disable ",     "use ",          "öffnen ",    "starten sie",
        "stellen sie", "prüfen sie",   "überprüfen",    "führen sie", "klicken ",
        "wählen sie",  "geben sie",    "ouvrez ",       "exécutez ",  "redémarrez ",
        "vérifiez ",   "cliquez ",     "sélectionnez ", "assurez",    "tapez ",
        "installez ",  "abra ",        "ejecute ",      "compruebe ", "haga clic",
        "seleccione ", "reinicie ",    "asegúrese",     "aprire ",    "eseguire ",
        "verificare ", "fare clic",    "selezionare ",  "execute ",   "verifique ",
        "откройте ",   "выполните ",   "проверьте ",    "нажмите ",   "выберите ",
        "убедитесь",   "打开",         "运行",          "单击",       "点击",
        "选择",        "检查",         "确保",          "请",         "重启",
        "重新启动",    "在 ",          "otwórz ",       "sprawdź ",   "uruchom ",
        "kliknij "};
    static const char *const asks[] = {"してください", "하십시오", "하세요"};
    bool has_bullet = take_bullet(&line);
    if (word_search_contains_any(line, asks, COUNT_OF(asks)))
        return true;
    if (!has_bullet)
        return false;
    for (size_t i = 0; i < COUNT_OF(starts); i++)
        if (span_starts_with_ignoring_case(line, span_of(starts[i])))
            return true;
    return span_ends_with_ignoring_case(span_trim(line), span_of("ます。"));
}

bool manual_line_names_itself(struct span line)
{
    static const char *const words[] = {"this article",     "this guide",
                                        "this topic",       "this document",
                                        "this page",        "next steps",
                                        "see also",         "related articles",
                                        "applies to:",      "follow these steps",
                                        "following steps",  "steps below",
                                        "dieser artikel",   "diesem artikel",
                                        "diese anleitung",  "folgenden schritte",
                                        "cet article",      "ce guide",
                                        "étapes suivantes", "este artículo",
                                        "esta guía",        "siguientes pasos",
                                        "questo articolo",  "este artigo",
                                        "この記事",         "この資料",
                                        "この文書",         "このトピック",
                                        "次の手順",         "本文",
                                        "本指南",           "以下步骤",
                                        "后续步骤",         "이 문서",
                                        "этой статье",      "tym artykule",
                                        "ms.topic:",        "runbook"};
    return word_search_contains_any(line, words, COUNT_OF(words));
}

bool manual_line_addresses_reader(struct span line)
{
    static const char *const words[] = {
        "if you",   "you can",        "you may",    "you might", "you must",    "you receive",
        "wenn sie", "falls sie",      "können sie", "si vous",   "vous pouvez", "si usted",
        "場合は",   "ことがあります", "如果",       "可以",      "если вы",     "se si"};
    return word_search_contains_any(line, words, COUNT_OF(words));
}
