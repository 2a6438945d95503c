#include "output/write/ui_text.h"

#include <assert.h>

#include "base/count_of.h"

static const char *const texts[UI_TEXT_COUNT][LANGUAGE_COUNT] = {
#define UI_TEXT_ROW(name, ...) LANGUAGE_TEXTS(__VA_ARGS__),
    UI_TEXTS(UI_TEXT_ROW)
#undef UI_TEXT_ROW
};

const char *ui_text(enum ui_text_id id, enum language language)
{
    return language_text(texts[id], language);
}

enum ui_text_id ui_text_of_book(enum verdict_class class)
{
    static const enum ui_text_id ids[] = {
        [VERDICT_FAILED_FILE] = UI_BOOK_FAILED_FILES,
        [VERDICT_FINDING] = UI_BOOK_FINDINGS,
        [VERDICT_OTHER_FAILURE] = UI_BOOK_OTHER_FAILURES,
        [VERDICT_NOISE] = UI_BOOK_NOISE,
        [VERDICT_UNPARSED] = UI_BOOK_UNPARSED,
        [VERDICT_FRAME] = UI_BOOK_FRAME,
    };
    static_assert(COUNT_OF(ids) == VERDICT_CLASS_COUNT, "a class has no text");
    return ids[class];
}

enum ui_text_id ui_text_of_severity(enum severity severity)
{
    static const enum ui_text_id ids[] = {
        [SEVERITY_INFORMATION] = UI_SEVERITY_INFORMATION,
        [SEVERITY_WARNING] = UI_SEVERITY_WARNING,
        [SEVERITY_ERROR] = UI_SEVERITY_ERROR,
    };
    static_assert(COUNT_OF(ids) == SEVERITY_ERROR + 1, "a severity has no text");
    return ids[severity];
}
