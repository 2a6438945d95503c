/* The moments in UTC that events of Windows quote in their words: '2012-03-31T07:00:05.748719600Z'.
 */
#ifndef MARSIFT_TEXT_QUOTED_MOMENT_H
#define MARSIFT_TEXT_QUOTED_MOMENT_H

#include "base/datetime.h"
#include "base/span.h"

/* Returns the first such moment in the text, of which at least seven digits are a fraction, or
 * which is cut off there at the end of the text, "...31T07:00:05.748..."; unset without one. Marks
 * of the direction of writing between its numbers do not count, nor do the question marks that
 * stand for them where a program could not keep them. */
struct datetime quoted_moment_find(struct span text);

#endif
