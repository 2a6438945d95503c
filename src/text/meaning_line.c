#include "text/meaning_line.h"

#include <stddef.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/personal_line.h"
#include "text/word_search.h"

static const char *const verbs[] = {"means",      "stands for",     "indicates",  "denotes",
                                    "translates", "corresponds to", "represents", "refers to",
                                    "signifies",  "bedeutet",       "signifie",   "significa",
                                    "steht für",  "correspond à"};
static const char *const endings[] = {"意味", "示し", "場合"};

/* Takes each of the words off the start of the text. */
static struct span skip_words(struct span text, const char *const *words, size_t count)
{
    struct span rest;
    for (size_t i = 0; i < count; i++)
        if (word_search_begins_with(text, words[i], &rest)) {
            text = span_trim(rest);
            i = SIZE_MAX; /* from the first word on */
        }
    return text;
}

static bool begins_with_any(struct span text, const char *const *words, size_t count)
{
    struct span ignored;
    for (size_t i = 0; i < count; i++)
        if (word_search_begins_with(text, words[i], &ignored))
            return true;
    return false;
}

static const char *const adverbs[] = {"typically", "usually", "generally", "often", "commonly",
                                      "normally",  "most",    "simply",    "also",  "always"};

/* "is a Windows error code", "are two common VSS errors", "is often associated with". */
static bool is_definition(struct span text)
{
    static const char *const verbs_of_being[] = {"is", "are", "ist", "sind", "est", "es"};
    static const char *const determiners[] = {"a",         "an",  "one of", "two",   "three",
                                              "several",   "ein", "eine",   "einer", "eine der",
                                              "einer der", "un",  "une",    "una"};
    static const char *const kinds[] = {
        "error code",     "error codes",   "error value",    "status code",   "hresult",
        "standard error", "common errors", "errors that",    "generic error", "constant",
        "code that",      "fehlercode",    "fehlercodes",    "meldungen",     "fehlermeldung",
        "statuscode",     "code d'erreur", "código de error"};
    static const char *const forms[] = {"representation", "equivalent"}; /* of another code */
    static const char *const causes[] = {"associated with", "related to",    "caused by",
                                         "triggered by",    "returned when", "shown when"};
    struct span being = skip_words(text, verbs_of_being, COUNT_OF(verbs_of_being));
    if (being.length == text.length)
        return false;
    struct span rest = skip_words(being, adverbs, COUNT_OF(adverbs));
    if (rest.length < being.length && begins_with_any(rest, causes, COUNT_OF(causes)))
        return true;
    struct span sentence = span_slice(being, 0, span_find(being, span_of(". ")));
    return word_search_has_any_word(sentence, forms, COUNT_OF(forms)) ||
           (begins_with_any(being, determiners, COUNT_OF(determiners)) &&
            word_search_has_any_word(sentence, kinds, COUNT_OF(kinds)));
}

/* Finds the first code, "0x80070005", or the symbol of one, "ERROR_ACCESS_DENIED". False without
 * either. */
static bool find_code(struct span line, size_t *start, size_t *end)
{
    enum { LEAST_SYMBOL_BYTES = 6 };
    for (size_t at = 0; at < line.length; at = *end + 1) {
        bool has_bar = false;
        *start = *end = at;
        while (*end < line.length && ascii_is_word_byte(line.bytes[*end]))
            has_bar |= line.bytes[(*end)++] == '_';
        struct span word = span_slice(line, at, *end);
        bool is_code = span_starts_with_ignoring_case(word, span_of("0x")) && word.length > 2;
        bool is_symbol = has_bar && word.length >= LEAST_SYMBOL_BYTES;
        for (size_t i = 0; is_symbol && i < word.length; i++)
            is_symbol = !ascii_is_letter(word.bytes[i]) || ascii_is_upper(word.bytes[i]);
        if (is_code || is_symbol)
            return true;
    }
    return false;
}

/* Returns what follows the code and the words that belong to it: 0x80070005 (access denied), 0x5
 * and 0x20, the E_FAIL error code. */
static struct span behind_code(struct span line, size_t end)
{
    enum { MOST_BRACKETED_BYTES = 80 };
    static const char *const words[] = {"error", "errors", "code", "codes", "which", "message"};
    static const char *const ands[] = {"and", "or"};
    struct span rest = span_slice(line, end, line.length);
    size_t start = 0;
    for (;;) {
        while (rest.length > 0 && strchr("\"'`*), ", rest.bytes[0]) != NULL)
            rest = span_slice(rest, 1, rest.length);
        struct span other = skip_words(rest, ands, COUNT_OF(ands));
        bool has_other = other.length < rest.length && find_code(other, &start, &end) && start == 0;
        if (has_other) {
            rest = span_slice(other, end, other.length);
            continue;
        }
        size_t close = span_find_byte(rest, ')');
        if (rest.length == 0 || rest.bytes[0] != '(' || close == rest.length ||
            close > MOST_BRACKETED_BYTES)
            break;
        rest = span_slice(rest, close + 1, rest.length);
    }
    return skip_words(rest, words, COUNT_OF(words));
}

/* True if the sentence or heading tells what its code means. */
static bool tells_meaning_of_code(struct span line)
{
    enum { CODE_BYTES = 10 };
    static const char *const questions[] = {"what does", "what is", "was bedeutet", "que signifie",
                                            "qué significa"};
    static const char *const headings[] = {"explained", "what it means", "what does it mean"};
    struct span ignored;
    size_t start = 0;
    size_t end = 0;
    if (!find_code(line, &start, &end))
        return false;
    struct span before = span_slice(line, 0, start);
    struct span after = behind_code(line, end);
    if (word_search_contains_any(before, questions, COUNT_OF(questions)) ||
        begins_with_any(after, verbs, COUNT_OF(verbs)))
        return true;
    struct span adverb = skip_words(after, adverbs, COUNT_OF(adverbs));
    struct span sentence = span_slice(after, 0, span_find(after, span_of("。")));
    if (end - start == CODE_BYTES && word_search_contains_any(sentence, endings, COUNT_OF(endings)))
        return true;
    return !personal_line_is(line) &&
           (is_definition(after) || begins_with_any(adverb, verbs, COUNT_OF(verbs)) ||
            word_search_begins_with(line, "understanding", &ignored) ||
            word_search_has_any_word(after, headings, COUNT_OF(headings)));
}

/* "This error indicates that the backup was canceled." 「このエラーは...を示します」 */
static bool tells_meaning_of_this(struct span line)
{
    static const char *const things[] = {
        "this error",    "this message", "this code",  "this status", "dieser fehler",
        "diese meldung", "cette erreur", "ce message", "este error",  "questo errore",
        "このエラーは",  "このコードは", "这个错误"};
    struct span rest;
    for (size_t i = 0; i < COUNT_OF(things); i++)
        if (word_search_begins_with(line, things[i], &rest)) {
            rest = span_trim(rest);
            size_t end = span_find(rest, span_of("。"));
            return begins_with_any(rest, verbs, COUNT_OF(verbs)) ||
                   word_search_contains_any(span_slice(rest, 0, end), endings, COUNT_OF(endings));
        }
    return false;
}

bool meaning_line_is(struct span line)
{
    return tells_meaning_of_code(line) || tells_meaning_of_this(line);
}
