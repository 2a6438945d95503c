/* Reads the dates of a log that can be read in two ways, and puts times in UTC beside local ones.
 *
 * Which of month and day is first is shown by a date of the log itself, else by one of another log
 * of its host, else by the language of the labels; else the month is assumed to be first, and the
 * day between dashes. How far the clock
 * is ahead of UTC is what the user says, else what a time of the log or of its host shows. */
#ifndef MARSIFT_TALLY_LOG_CLOCK_H
#define MARSIFT_TALLY_LOG_CLOCK_H

#include <stdbool.h>

#include "base/datetime.h"
#include "tally/source_records.h"
#include "tally/tally_options.h"
#include "verdict/date_evidence.h"

/* What the log must wait for before its times can be compared. */
bool log_clock_must_wait(const struct date_evidence *evidence, const struct tally_options *options);

/* Returns `time`, without an order that is open, and local where that is possible. `evidence` is
 * what is known of the log; what was done is noted in `dates`. */
struct datetime log_clock_read(const struct date_evidence *evidence,
                               const struct tally_options *options, struct datetime time,
                               struct report_dates *dates);

#endif
