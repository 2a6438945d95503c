/* Logs whose blocks wait until their dates can be read and their hosts are known.
 *
 * A log waits for a date that shows the order of month and day, or for the offset of its clock from
 * UTC: in its own records, else in those of another log of its host, which may be read later. One
 * whose records name hosts with their domains waits for the names in all logs. So the outcome does
 * not depend on the order of the input. */
#ifndef MARSIFT_TALLY_WAITING_LOGS_H
#define MARSIFT_TALLY_WAITING_LOGS_H

#include <stdbool.h>

#include "base/fault.h"
#include "verdict/classified_block.h"

struct tally;
struct tally_log;

/* Counts the next block of the log, or keeps a copy of it until the log need not wait any more. */
bool waiting_logs_add(struct tally *tally, struct tally_log *log,
                      const struct classified_block *block, struct fault *fault);

/* Counts what still waits, after the last block of all logs. */
bool waiting_logs_finish(struct tally *tally, struct fault *fault);

#endif
