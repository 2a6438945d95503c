#include "text/prose_line.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/personal_line.h"
#include "text/word_list.h"
#include "text/word_search.h"

/* True if "failed" is a verb somewhere, and not what kind of job it is: "a failed backup". */
static bool says_failed(struct span line)
{
    static const char *const articles[] = {"a",  "an",    "the", "any",  "all",
                                           "of", "never", "not", "these"};
    for (size_t at = 0, start = 0, end = 0; at < line.length; at += end) {
        struct span rest = span_slice(line, at, line.length);
        if (!word_search_find(rest, span_of("failed"), &start, &end))
            return false;
        struct span before = span_trim(span_slice(line, 0, at + start));
        if (!word_list_ends(articles, COUNT_OF(articles), before))
            return true;
    }
    return false;
}

/* True if the line says what happened to a backup. */
static bool reports(struct span line)
{
    static const char *const words[] = {
        "could not",        "couldn't",     "unable to",      "aborted",          "cancelled",
        "canceled",         "interrupted",  "terminated",     "timed out",        "denied",
        "not found",        "unsuccessful", "not successful", "not successfully", "encountered",
        "did not complete", "been failing", "stopped before", "fehlgeschlagen",   "konnte",
        "konnten",          "abgebrochen",  "verweigert",     "impossible",       "falló",
        "fallado",          "no se pudo",   "impossibile",    "falhou",           "mislukt"};
    static const char *const parts[] = {"échoué", "n'a pas pu", "n’a pas pu",   "refusé",
                                        "失敗し", "できません", "できなかった", "中止され",
                                        "拒否",   "失败",       "无法",         "未能"};
    return says_failed(line) || word_search_has_any_word(line, words, COUNT_OF(words)) ||
           word_search_contains_any(line, parts, COUNT_OF(parts));
}

/* True if the line points to an error that other words tell of, or tells what happens each time. */
static bool refers(struct span line)
{
    static const char *const words[] = {"this error",
                                        "these errors",
                                        "the same error",
                                        "the errors",
                                        "this failure",
                                        "these failures",
                                        "the same failure",
                                        "one of the errors",
                                        "such errors",
                                        "the following error",
                                        "the following errors",
                                        "fails",
                                        "failing",
                                        "this is one of",
                                        "diesen fehler",
                                        "dieser fehler",
                                        "folgende fehler",
                                        "folgender fehler",
                                        "schlägt",
                                        "cette erreur",
                                        "échoue",
                                        "este error",
                                        "questo errore"};
    static const char *const parts[] = {"このエラー", "以下のエラー", "次のエラー",
                                        "失敗する",   "这个错误",     "以下错误"};
    return word_search_has_any_word(line, words, COUNT_OF(words)) ||
           word_search_contains_any(line, parts, COUNT_OF(parts));
}

/* True for "Steps to reproduce and subsequent failure:", which has no verb. A single word,
 * "Error:", is a label of what follows. */
static bool is_heading(struct span line)
{
    static const char *const verbs[] = {"is",      "are", "was",   "were",      "has",
                                        "have",    "had", "with",  "ended",     "occurred",
                                        "reports", "ist", "wurde", "completed", "est"};
    bool has_colon = span_ends_with_ignoring_case(line, span_of(":")) ||
                     span_ends_with_ignoring_case(line, span_of("："));
    return has_colon && span_find_byte(line, ' ') < line.length &&
           !word_search_has_any_word(line, verbs, COUNT_OF(verbs));
}

bool prose_line_is(struct span line)
{
    line = span_trim(line);
    return !reports(line) && (personal_line_is(line) || refers(line) || is_heading(line));
}
