#include "grammar/reading.h"

const char *reading_reason_word(enum reading_reason reason)
{
    static const char *const words[] = {
#define REASON_WORD(id, word) [READING_##id] = word,
        READING_REASONS(REASON_WORD)
#undef REASON_WORD
    };
    return words[reason];
}
