/* --fail-on: METRIC OP NUMBER, several separated by commas; any one that holds makes the status 3.
 */
#ifndef MARSIFT_CLI_FAIL_ON_H
#define MARSIFT_CLI_FAIL_ON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "catalog/catalog.h"
#include "cli/options.h"
#include "report/report.h"

/* Checks every expression before anything is read: what is wrong is a FAULT_OPTION. */
bool fail_on_check(const struct value_list *expressions, const struct catalog *catalog,
                   struct fault *fault);

/* Appends the first condition that holds for `report`, with the number found, to `fired`
 * ("files>0 (12)"); nothing when none does. */
bool fail_on_test(const struct value_list *expressions, const struct report *report,
                  struct buffer *fired, struct fault *fault);

#endif
