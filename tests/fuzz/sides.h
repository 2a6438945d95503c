/* The rule sets of a run, with fast paths and without. Built on first use. */
#ifndef MARSIFT_TESTS_SIDES_H
#define MARSIFT_TESTS_SIDES_H

#include <stddef.h>

#include "base/limits.h"
#include "engine/ruleset.h"
#include "grammar/match/matcher.h"

enum { WITH_FAST_PATHS, WITHOUT_FAST_PATHS, SIDE_COUNT };

/* Both live until the process ends. */
struct ruleset *side_ruleset(size_t side);

/* The limits of every target that matches: low, so that patterns give up and lines are cut soon. */
const struct limits *side_limits(void);

/* Returns the matcher of the dialect `name`, which lives until the process ends. */
struct matcher *side_matcher(size_t side, const char *name);

#endif
