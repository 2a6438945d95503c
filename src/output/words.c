#include "output/words.h"

static const char *const texts[WORD_COUNT][LANGUAGE_COUNT] = {
#define WORD_TEXT(name, english, japanese) {english, japanese},
    WORDS(WORD_TEXT)
#undef WORD_TEXT
};

static const char *const class_texts[VERDICT_CLASS_COUNT][LANGUAGE_COUNT] = {
    [VERDICT_FAILED_FILE] = {"failed files", "失敗ファイル"},
    [VERDICT_FINDING] = {"agent errors", "エージェントのエラー"},
    [VERDICT_OTHER_FAILURE] = {"other failures", "その他の失敗"},
    [VERDICT_NOISE] = {"harmless", "無害"},
    [VERDICT_UNPARSED] = {"not understood", "解釈不能"},
    [VERDICT_FRAME] = {"headers and blanks", "見出し・空行"},
};

const char *word_text(enum word word, enum language language)
{
    return texts[word][language];
}

const char *class_word(enum verdict_class class, enum language language)
{
    return class_texts[class][language];
}

enum word severity_word(enum severity severity)
{
    static const enum word words[] = {
        [SEVERITY_INFORMATION] = WORD_SEVERITY_INFORMATION_WORD,
        [SEVERITY_WARNING] = WORD_SEVERITY_WARNING_WORD,
        [SEVERITY_ERROR] = WORD_SEVERITY_ERROR_WORD,
    };
    return words[severity];
}
