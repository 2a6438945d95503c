#include "grammar/host_fact.h"

const char *host_fact_word(enum host_fact fact)
{
    static const char *const words[HOST_FACT_COUNT] = {[HOST_FACT_NONE] = "",
#define HOST_FACT_WORD(id, word) [HOST_FACT_##id] = word,
                                                       HOST_FACTS(HOST_FACT_WORD)
#undef HOST_FACT_WORD
    };
    return words[fact];
}
