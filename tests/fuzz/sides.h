/* Everything that a run knows before it reads, twice: with the shortcuts and without. Made once. */
#ifndef MARSIFT_TESTS_SIDES_H
#define MARSIFT_TESTS_SIDES_H

#include <stddef.h>

#include "base/limits.h"
#include "engine/ruleset.h"
#include "grammar/match/matcher.h"

enum { WITH_SHORTCUTS, WITHOUT_SHORTCUTS, SIDE_COUNT };

/* Both are there for good. */
struct ruleset *side_library(size_t side);

/* The limits of every target that matches: a pattern gives up soon, a line is cut soon. */
const struct limits *side_limits(void);

/* The matcher of the dialect called `name`, for good. */
struct matcher *side_matcher(size_t side, const char *name);

#endif
