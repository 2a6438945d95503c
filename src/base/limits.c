#include "base/limits.h"

struct limits limits_default(void)
{
    return (struct limits){
#define LIMIT_VALUE(name, value, ...) .name = (value),
        LIMITS(LIMIT_VALUE)
#undef LIMIT_VALUE
    };
}

const char *limit_name(enum limit_id id)
{
    static const char *const names[] = {
#define LIMIT_NAME(name, value, ...) #name,
        LIMITS(LIMIT_NAME)
#undef LIMIT_NAME
    };
    return names[id];
}

const char *limit_meaning(enum limit_id id, enum language language)
{
    static const char *const meanings[][LANGUAGE_COUNT] = {
#define LIMIT_MEANING(name, value, ...) LANGUAGE_TEXTS(__VA_ARGS__),
        LIMITS(LIMIT_MEANING)
#undef LIMIT_MEANING
    };
    return language_text(meanings[id], language);
}
