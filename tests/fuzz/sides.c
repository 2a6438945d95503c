#include "fuzz/sides.h"

#include <string.h>

#include "fuzz/fuzz.h"

enum { MOST_DIALECTS = 64 };

const struct limits *side_limits(void)
{
    static struct limits limits;
    if (limits.max_line_bytes == 0) {
        limits = limits_default();
        limits.max_line_bytes = 4096;
    }
    return &limits;
}

struct ruleset *side_ruleset(size_t side)
{
    static struct ruleset rulesets[SIDE_COUNT];
    struct ruleset *ruleset = &rulesets[side];
    struct fault fault = {0};
    if (ruleset->catalog == NULL) {
        ruleset->without_prefilter = side == WITHOUT_FAST_PATHS;
        MUST_HOLD(ruleset_open(ruleset, NULL, 0, NULL, 0, side_limits(), &fault));
    }
    return ruleset;
}

struct matcher *side_matcher(size_t side, const char *name)
{
    static struct matcher *matchers[SIDE_COUNT][MOST_DIALECTS];
    struct ruleset *ruleset = side_ruleset(side);
    struct fault fault = {0};
    size_t number = 0;
    while (strcmp(ruleset->dialects.dialects[number]->name, name) != 0)
        number++;
    struct matcher **matcher = &matchers[side][number];
    if (*matcher == NULL)
        *matcher =
            matcher_open(ruleset_rule_index(ruleset, number, &fault), side_limits(), NULL, &fault);
    MUST_HOLD(*matcher != NULL);
    return *matcher;
}
