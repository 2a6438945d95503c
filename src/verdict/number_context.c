#include "verdict/number_context.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/word_list.h"
#include "text/word_search.h"

enum { SENTENCE_BYTES = 1024 }; /* before and behind a number that are read as its sentence */

static const char *const blanks[] = {" ", "\t", "　", "\xC2\xA0"};
static const char *const brackets[] = {"(", "[", "（",        "［", "「", "\"", "'",
                                       "„", "“", "«\xC2\xA0", "« ", "«",  "»"};
static const char *const colons[] = {":", "：", "="};
static const char *const error_words[] = {
    "error",           "error code",     "errorcode",     "error number",     "エラー",
    "エラー コード",   "エラーコード",   "fehlercode",    "code d'erreur",    "code d’erreur",
    "código de error", "código de erro", "codice errore", "codice di errore", "foutcode",
    "felkod",          "kod błędu",      "код ошибки",    "错误代码",         "錯誤碼",
    "오류 코드",
};
static const char *const service_errors[] = {"internal service error", "サービスの内部エラー"};
static const char *const full_stops[] = {".", "。", "!"};
static const char *const sentence_ends[] = {".", "。", "!", ";", ",", "、", "|", "「", "\"", "("};
static const char *const failure_nouns[] = {
    "error", "エラー", "错误", "錯誤", "오류", "fehler", "erreur", "erro ", "fout", "ошибк", "błąd",
};
static const char *const failure_words[] = {
    "fail",  "unable", "could not",  "couldn",     "cannot",    "can't",   "can’t",
    " not ", "isn't",  "invalid",    "wrong",      "abort",     "denied",  "失敗",
    "無効",  "できま", "ありません", "unexpected", "expired",   "失败",    "无法",
    "無法",  "실패",   "échec",      "échoué",     "fehlgesch", "mislukt",
};
static const char *const success_words[] = {
    "succeeded", "successful", "resolved",     "cleared",  "normally",
    "成功",      "解消",       "解決しました", "解決済み", "正常に",
};
/* These turn a word of success into its opposite, or into a wish. */
static const char *const reservations[] = {
    "unsuccessful", "unresolved", "with error", "with warning", "until",
    "must",         "unless",     "ません",     "ください",     "まで",
};
/* Things that traces number or measure. */
static const char *const things[] = {
    "address",    "at",       "base",      "block",        "blocks",     "buffer",     "byte",
    "bytes",      "checksum", "component", "count",        "flags",      "handle",     "instance",
    "length",     "memory",   "module",    "object",       "offset",     "page",       "pid",
    "pointer",    "port",     "position",  "process",      "record",     "session",    "size",
    "thread",     "tid",      ".exe",      "アドレス",     "オフセット", "サイズ",     "スレッド",
    "セッション", "バイト",   "ハンドル",  "チェックサム", "プロセス",   "モジュール",
};
/* Things that traces number, and that end sentences of the agent, too: "could not mount the
 * recovery point (ID: 480001)". */
static const char *const own_things[] = {
    "items", "job",    "jobs",   "policy",   "provider",     "recovery point", "task",
    "user",  "ジョブ", "タスク", "ポリシー", "回復ポイント", "復旧ポイント",
};

static bool cut_one(struct span *text, const char *const *marks, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct span mark = span_of(marks[i]);
        if (!span_ends_with_ignoring_case(*text, mark))
            continue;
        text->length -= mark.length;
        return true;
    }
    return false;
}

static void cut_blanks(struct span *text)
{
    while (cut_one(text, blanks, COUNT_OF(blanks)))
        continue;
}

/* Cuts "ID" off the end. */
static void cut_id(struct span *text, struct number_context *context)
{
    static const char *const id[] = {"id"};
    if (!word_list_ends(id, COUNT_OF(id), *text))
        return;
    context->has_id = true;
    text->length -= 2;
}

struct number_context number_context_of(struct span before)
{
    struct number_context context = {0};
    context.has_bracket = cut_one(&before, brackets, COUNT_OF(brackets));
    cut_blanks(&before);
    context.has_colon = cut_one(&before, colons, COUNT_OF(colons));
    cut_blanks(&before);
    cut_id(&before, &context);
    if (context.has_id)
        context.has_bracket = cut_one(&before, brackets, COUNT_OF(brackets));
    context.start = before.length;
    cut_blanks(&before);
    context.is_service_error = word_list_ends(service_errors, COUNT_OF(service_errors), before);
    context.is_error = word_list_ends(error_words, COUNT_OF(error_words), before);
    context.is_own_thing = word_list_ends(own_things, COUNT_OF(own_things), before);
    context.is_thing = context.is_own_thing || word_list_ends(things, COUNT_OF(things), before);
    context.is_sentence =
        before.length == 0 || cut_one(&before, sentence_ends, COUNT_OF(sentence_ends));
    return context;
}

bool number_context_names_failure(struct span text)
{
    return word_search_contains_any(text, failure_nouns, COUNT_OF(failure_nouns)) ||
           word_search_contains_any(text, failure_words, COUNT_OF(failure_words));
}

static bool sentence_ends_at(struct span text, size_t at)
{
    if (span_starts_with_ignoring_case(span_slice(text, at, text.length), span_of("。")))
        return true;
    bool is_last = at + 1 == text.length || text.bytes[at + 1] == ' ' || text.bytes[at + 1] == '\t';
    return text.bytes[at] == '\n' || text.bytes[at] == ';' || (text.bytes[at] == '.' && is_last);
}

/* The sentence of the number; for a number after a sentence, "... done. (ID: 34513)", that one. */
static struct span sentence_around(struct span text, size_t start, size_t end)
{
    struct span before = span_slice(text, 0, start);
    cut_blanks(&before);
    bool is_after_sentence = cut_one(&before, full_stops, COUNT_OF(full_stops));
    size_t from = before.length;
    size_t least = from > SENTENCE_BYTES ? from - SENTENCE_BYTES : 0;
    size_t most = text.length - end > SENTENCE_BYTES ? end + SENTENCE_BYTES : text.length;
    while (from > least && !sentence_ends_at(text, from - 1))
        from--;
    while (!is_after_sentence && end < most && !sentence_ends_at(text, end))
        end++;
    return span_slice(text, from, end);
}

bool number_context_may_succeed(struct span text)
{
    return word_search_contains_any(text, success_words, COUNT_OF(success_words)) &&
           !word_search_contains_any(text, failure_words, COUNT_OF(failure_words)) &&
           !word_search_contains_any(text, reservations, COUNT_OF(reservations));
}

bool number_context_names_success(struct span text, size_t start, size_t end)
{
    return word_search_contains_any(sentence_around(text, start, end), success_words,
                                    COUNT_OF(success_words));
}
