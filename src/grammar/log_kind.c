#include "grammar/log_kind.h"

#include <string.h>

static const char *const words[LOG_KIND_COUNT] = {[LOG_KIND_OTHER] = "",
#define LOG_KIND_WORD(id, word) [LOG_KIND_##id] = word,
                                                  LOG_KINDS(LOG_KIND_WORD)
#undef LOG_KIND_WORD
};

enum log_kind log_kind_of_word(const char *word)
{
    for (int kind = LOG_KIND_OTHER + 1; kind < LOG_KIND_COUNT; kind++)
        if (strcmp(words[kind], word) == 0)
            return (enum log_kind)kind;
    return LOG_KIND_OTHER;
}

const char *log_kind_word(enum log_kind kind)
{
    return words[kind];
}
