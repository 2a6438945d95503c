/* Tells failures from what a text only says about failures. */
#ifndef MARSIFT_VERDICT_EXPLANATION_H
#define MARSIFT_VERDICT_EXPLANATION_H

#include <stdbool.h>

#include "catalog/catalog.h"
#include "grammar/event.h"
#include "verdict/verdict.h"

/* True for a failure or finding that the text only explains or speaks of. A record with a time
 * happened, whatever its words are, and of other records only a template says that it did not. */
bool explanation_is(const struct catalog *catalog, const struct event *event,
                    const struct verdict *verdict);

#endif
