/* --fail-on: METRIC OP NUMBER, several separated by commas; any one that holds makes the status 3.
 */
#ifndef MARSIFT_APP_CONDITIONS_H
#define MARSIFT_APP_CONDITIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "app/options.h"
#include "base/buffer.h"
#include "base/fault.h"
#include "diagnosis/catalog.h"
#include "diagnosis/report.h"

/* Checks every expression before anything is read: what is wrong is a FAULT_OPTION. */
bool conditions_check(const struct value_list *expressions, const struct catalog *catalog,
                      struct fault *fault);

/* Appends the first condition that holds for `report`, with the number found, to `fired`
 * ("files>0 (12)"); nothing when none does. */
bool conditions_test(const struct value_list *expressions, const struct report *report,
                     struct buffer *fired, struct fault *fault);

#endif
