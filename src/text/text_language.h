/* What the words of a text tell of the customs of its language. */
#ifndef MARSIFT_TEXT_TEXT_LANGUAGE_H
#define MARSIFT_TEXT_TEXT_LANGUAGE_H

#include <stdbool.h>

#include "base/span.h"

/* True if two words at least, small ones that every sentence has, are of a language that writes the
 * day before the month: French, Spanish, Italian, Portuguese, German or Dutch. */
bool text_language_is_day_first(struct span text);

#endif
