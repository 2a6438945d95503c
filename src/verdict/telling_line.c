#include "verdict/telling_line.h"

#include <string.h>

#include "base/ascii.h"
#include "base/count_of.h"

enum { MOST_BYTES = 512 };

/* Beginnings of words, in small letters. */
static const struct {
    const char *word;
    enum telling telling;
} words[] = {
    {"error", TELLING_FAILURE},    {"fail", TELLING_FAILURE},    {"fatal", TELLING_FAILURE},
    {"critical", TELLING_FAILURE}, {"cannot", TELLING_FAILURE},  {"could not", TELLING_FAILURE},
    {"unable", TELLING_FAILURE},   {"denied", TELLING_FAILURE},  {"exception", TELLING_FAILURE},
    {"abort", TELLING_FAILURE},    {"0x8", TELLING_FAILURE},     {"0xc0", TELLING_FAILURE},
    {"fehler", TELLING_FAILURE},   {"erreur", TELLING_FAILURE},  {"échec", TELLING_FAILURE},
    {"失敗", TELLING_FAILURE},     {"エラー", TELLING_FAILURE},  {"できません", TELLING_FAILURE},
    {"致命的", TELLING_FAILURE},   {"warn", TELLING_WARNING},    {"警告", TELLING_WARNING},
    {"avert", TELLING_WARNING},    {"advert", TELLING_WARNING},  {"not ", TELLING_WARNING},
    {"invalid", TELLING_WARNING},  {"missing", TELLING_WARNING}, {"retry", TELLING_WARNING},
};

/* The first bytes of these words, since most words of a line begin with another. */
static bool may_begin_word(char byte)
{
    static const char first[] = "efcuda0wnimr\xC3\xE3\xE5\xE8";
    return memchr(first, ascii_to_lower(byte), sizeof first - 1) != NULL;
}

static enum telling telling_at(struct span text)
{
    char first = ascii_to_lower(text.bytes[0]);
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (words[i].word[0] == first &&
            span_starts_with_ignoring_case(text, span_of(words[i].word)))
            return words[i].telling;
    return TELLING_LITTLE;
}

enum telling telling_line_rank(struct span text)
{
    enum telling rank = TELLING_LITTLE;
    text = span_slice(text, 0, text.length < MOST_BYTES ? text.length : MOST_BYTES);
    for (size_t i = 0; i < text.length && rank < TELLING_FAILURE; i++) {
        bool begins =
            !ascii_contains(text.bytes[i]) || i == 0 || !ascii_is_word_byte(text.bytes[i - 1]);
        if (!begins || !may_begin_word(text.bytes[i]))
            continue;
        enum telling found = telling_at(span_slice(text, i, text.length));
        rank = found > rank ? found : rank;
    }
    return rank;
}
