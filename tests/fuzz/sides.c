#include "fuzz/sides.h"

#include <string.h>

#include "fuzz/fuzz.h"

enum { MOST_DIALECTS = 16 };

const struct limits *side_limits(void)
{
    static struct limits limits;
    if (limits.max_line_bytes == 0) {
        limits = limits_default();
        limits.max_line_bytes = 4096;
    }
    return &limits;
}

struct library *side_library(size_t side)
{
    static struct library libraries[SIDE_COUNT];
    struct library *library = &libraries[side];
    struct fault fault = {0};
    if (library->catalog == NULL) {
        library->without_prefilter = side == WITHOUT_SHORTCUTS;
        MUST_HOLD(library_open(library, NULL, 0, NULL, 0, side_limits(), &fault));
    }
    return library;
}

struct matcher *side_matcher(size_t side, const char *name)
{
    static struct matcher *matchers[SIDE_COUNT][MOST_DIALECTS];
    struct library *library = side_library(side);
    struct fault fault = {0};
    size_t number = 0;
    while (strcmp(library->dialects.dialects[number]->name, name) != 0)
        number++;
    struct matcher **matcher = &matchers[side][number];
    if (*matcher == NULL)
        *matcher = matcher_open(library_rulebook(library, number, &fault), side_limits(), &fault);
    MUST_HOLD(*matcher != NULL);
    return *matcher;
}
