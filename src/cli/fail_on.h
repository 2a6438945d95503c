/* --fail-on: conditions METRIC OPERATION NUMBER, separated by commas. One that holds makes the
 * status EXIT_CONDITION. */
#ifndef MARSIFT_CLI_FAIL_ON_H
#define MARSIFT_CLI_FAIL_ON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "catalog/catalog.h"
#include "cli/options.h"
#include "report/report.h"

/* Checks every expression, so that errors are found before any input is read: a FAULT_OPTION. */
bool fail_on_check(const struct value_list *expressions, const struct catalog *catalog,
                   struct fault *fault);

/* Appends the conditions that hold for `report`, each with its metric's value, to `fired`
 * ("files>0 (12), logs=2 (2)"); nothing if none holds. The expressions must have passed
 * fail_on_check. */
bool fail_on_test(const struct value_list *expressions, const struct report *report,
                  struct buffer *fired, struct fault *fault);

#endif
