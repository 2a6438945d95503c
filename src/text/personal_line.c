#include "text/personal_line.h"

#include <stddef.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/word_search.h"

/* True for "I" before a blank or an apostrophe; "I/O" and "(I)" are other words. */
static bool says_i(struct span line)
{
    for (size_t i = 0; i + 1 < line.length; i++)
        if (line.bytes[i] == 'I' && strchr(" '\xE2", line.bytes[i + 1]) != NULL &&
            (i == 0 || strchr(" \"('\t>", line.bytes[i - 1]) != NULL))
            return true;
    return false;
}

/* True for "we" of people, not for "we recommend". */
static bool says_we(struct span line)
{
    static const char *const advice[] = {"recommend",    "suggest",    "advise",
                                         "strongly",     "'ll",        "will discuss",
                                         "will explore", "will cover", "will also"};
    size_t start = 0;
    size_t end = 0;
    if (!word_search_has_word(line, span_of("we")) ||
        !word_search_find(line, span_of("we "), &start, &end))
        return false;
    struct span rest = span_trim(span_slice(line, end, line.length));
    for (size_t i = 0; i < COUNT_OF(advice); i++)
        if (span_starts_with_ignoring_case(rest, span_of(advice[i])))
            return false;
    return true;
}

static bool is_part_of_word(char byte)
{
    return !ascii_contains(byte) || ascii_is_word_byte(byte);
}

/* True if `text` has the word by itself; "symptômes" has no "mes". */
static bool has_word(struct span text, struct span word)
{
    for (size_t at = 0, start = 0, end = 0; at < text.length; at += end) {
        struct span rest = span_slice(text, at, text.length);
        if (!word_search_find(rest, word, &start, &end))
            return false;
        bool begins = at + start == 0 || !is_part_of_word(text.bytes[at + start - 1]);
        if (begins && (end == rest.length || !is_part_of_word(rest.bytes[end])))
            return true;
    }
    return false;
}

bool personal_line_is(struct span line)
{
    static const char *const words[] = {
        "my",      "our",     "ich",       "wir",        "mein",         "meine",    "unser",
        "unsere",  "unserem", "meinem",    "je",         "j'ai",         "notre",    "mes",
        "nuestro", "nuestra", "mi",        "nosso",      "nossa",        "meu",      "minha",
        "mio",     "nostro",  "yesterday", "last night", "this morning", "tonight",  "last week",
        "gestern", "heute",   "hier soir", "ayer",       "ieri",         "thanks",   "hello",
        "hi",      "hallo",   "bonjour",   "danke",      "merci",        "hola",     "gracias",
        "gruß",    "grüße",   "regards",   "anyone",     "any ideas",    "any idea", "please help",
        "ciao",    "grazie",  "dear",      "cheers",     "obrigado"};
    static const char *const parts[] = {
        "私",         "弊社", "当社", "当方",  "教えて",    "ありがとう", "お世話", "困って",
        "昨日",       "昨夜", "今朝", "本日",  "我",        "谢谢",       "请问",   "請問",
        "昨天",       "今天", "你好", "меня ", "наш",       "спасибо",    "вчера",  "Здравствуйте",
        "подскажите", "저는", "제가", "어제",  "감사합니다"};
    if (says_i(line) || says_we(line))
        return true;
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (has_word(line, span_of(words[i])))
            return true;
    for (size_t i = 0; i < COUNT_OF(parts); i++)
        if (span_find(line, span_of(parts[i])) < line.length)
            return true;
    return false;
}

bool personal_line_has_clock(struct span line)
{
    for (size_t i = 1; i + 2 < line.length; i++)
        if (line.bytes[i] == ':' && ascii_is_digit(line.bytes[i - 1]) &&
            ascii_is_digit(line.bytes[i + 1]) && ascii_is_digit(line.bytes[i + 2]))
            return true;
    return false;
}

bool personal_line_names_host(struct span line)
{
    enum { LEAST_BYTES = 2 };
    static const char *const labels[] = {"server:",   "computer:", "host:",     "hostname:",
                                         "serveur :", "machine:",  "servidor:", "サーバー:"};
    for (size_t i = 0; i < COUNT_OF(labels); i++)
        if (span_starts_with_ignoring_case(line, span_of(labels[i]))) {
            struct span name = span_trim(span_slice(line, strlen(labels[i]), line.length));
            return name.length >= LEAST_BYTES && ascii_is_letter_or_digit(name.bytes[0]);
        }
    return false;
}
