/* Joins a local time and the same moment in UTC: what they differ by is the offset of the clock. */
#ifndef MARSIFT_TEXT_MOMENT_PAIR_H
#define MARSIFT_TEXT_MOMENT_PAIR_H

#include "base/datetime.h"

/* Returns `local` with its zone, and with its order of month and day settled by `utc` where that
 * tells it; `local` as it is if they are more than 14 hours apart, or not by quarters of an hour.
 */
struct datetime moment_pair_join(struct datetime local, struct datetime utc);

#endif
