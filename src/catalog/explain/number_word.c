#include "catalog/explain/number_word.h"

#include <string.h>

#include "base/ascii.h"
#include "base/count_of.h"

struct word {
    const char *text;
    enum number_word meaning;
};

/* A word stands before those that it begins with. */
static const struct word words[] = {
    {"os", NUMBER_WORD_WIN32},          {"winerror", NUMBER_WORD_WIN32},
    {"win32", NUMBER_WORD_WIN32},       {"windows", NUMBER_WORD_WIN32},
    {"system", NUMBER_WORD_WIN32},      {"システム", NUMBER_WORD_WIN32},
    {"http", NUMBER_WORD_HTTP},         {"eventid", NUMBER_WORD_EVENT},
    {"event", NUMBER_WORD_EVENT},       {"イベント", NUMBER_WORD_EVENT},
    {"cloudbackup", NUMBER_WORD_EVENT}, {"agent", NUMBER_WORD_ID},
    {"エージェント", NUMBER_WORD_ID},   {"azure backup", NUMBER_WORD_ID},
    {"mars", NUMBER_WORD_ID},           {"dpm", NUMBER_WORD_ID},
    {"mabs", NUMBER_WORD_ID},           {"id", NUMBER_WORD_ID},
    {"hresult", NUMBER_WORD_NONE},      {"error", NUMBER_WORD_NONE},
    {"エラー", NUMBER_WORD_NONE},       {"code", NUMBER_WORD_NONE},
    {"コード", NUMBER_WORD_NONE},       {"status", NUMBER_WORD_NONE},
    {"ステータス", NUMBER_WORD_NONE},   {"number", NUMBER_WORD_NONE},
    {"番号", NUMBER_WORD_NONE},
};

/* True if `text` begins with the word: an ASCII word must end there. */
static bool begins_with(struct span text, const char *word)
{
    size_t length = strlen(word);
    return span_starts_with_ignoring_case(text, span_of(word)) &&
           (text.length == length || !ascii_contains(word[length - 1]) ||
            !(ascii_is_letter(text.bytes[length]) || text.bytes[length] == '_'));
}

static const struct word *word_at_start(struct span text)
{
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (begins_with(text, words[i].text))
            return &words[i];
    return NULL;
}

static struct span without_separators(struct span text)
{
    size_t at = 0;
    while (at < text.length && (span_is_blank(text.bytes[at]) || strchr(":=#", text.bytes[at])))
        at++;
    return span_slice(text, at, text.length);
}

struct span number_word_cut(struct span text, enum number_word *word)
{
    *word = NUMBER_WORD_NONE;
    for (const struct word *next; (next = word_at_start(text)) != NULL;) {
        /* "DPM event 3106", but "event ID 18": the event says more than the ID. */
        if (*word == NUMBER_WORD_NONE || next->meaning == NUMBER_WORD_EVENT)
            *word = next->meaning;
        text = without_separators(span_slice(text, strlen(next->text), text.length));
    }
    return text;
}
