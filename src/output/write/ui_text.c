#include "output/write/ui_text.h"

static const char *const texts[WORD_COUNT][LANGUAGE_COUNT] = {
#define WORD_TEXT(name, english, japanese) {english, japanese},
    WORDS(WORD_TEXT)
#undef WORD_TEXT
};

const char *ui_text(enum ui_text_id word, enum language language)
{
    return texts[word][language];
}

enum ui_text_id ui_text_of_book(enum verdict_class class)
{
    static const enum ui_text_id words[] = {
        [VERDICT_FAILED_FILE] = WORD_BOOK_FAILED_FILES,
        [VERDICT_FINDING] = WORD_BOOK_FINDINGS,
        [VERDICT_OTHER_FAILURE] = WORD_BOOK_OTHER_FAILURES,
        [VERDICT_NOISE] = WORD_BOOK_NOISE,
        [VERDICT_UNPARSED] = WORD_BOOK_UNPARSED,
        [VERDICT_FRAME] = WORD_BOOK_FRAME,
    };
    return words[class];
}

enum ui_text_id ui_text_of_severity(enum severity severity)
{
    static const enum ui_text_id words[] = {
        [SEVERITY_INFORMATION] = WORD_SEVERITY_INFORMATION_WORD,
        [SEVERITY_WARNING] = WORD_SEVERITY_WARNING_WORD,
        [SEVERITY_ERROR] = WORD_SEVERITY_ERROR_WORD,
    };
    return words[severity];
}
