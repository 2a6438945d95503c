/* Parses the values of options by their type. */
#ifndef MARSIFT_CLI_OPTION_VALUE_H
#define MARSIFT_CLI_OPTION_VALUE_H

#include <stdbool.h>

#include "base/fault.h"
#include "base/span.h"
#include "cli/option_table.h"
#include "cli/options.h"

/* Sets the member of `options` that `row` names to the value `text`, NULL for a flag. Texts are
 * lent, not copied. A value that the row does not allow is a FAULT_OPTION with a sentence that
 * names the option ("--year").
 *
 * Times: 2020-08-04, 2020-08-04T13:16, 2020-08-04 13:16:29.206. An OPTION_END without a time of day
 * is the day's last millisecond, one without milliseconds the last of its second.
 *
 * Zones: Z, UTC, +09:00, -0530, +9; stored as they are shown after times: "Z", "+09:00". */
bool option_value_set(const struct option_row *row, const char *text, struct options *options,
                      struct fault *fault);

/* Parses decimal digits; false if there are none, anything else, or the number does not fit. */
bool option_value_number(struct span digits, uint64_t *number);

#endif
