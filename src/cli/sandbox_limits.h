/* The sandbox of this system; see cli/sandbox.h. */
#ifndef MARSIFT_CLI_SANDBOX_LIMITS_H
#define MARSIFT_CLI_SANDBOX_LIMITS_H

#include <stdbool.h>

#include "base/fault.h"
#include "cli/sandbox_plan.h"

/* Takes what `plan` does not name from the process, as far as the system can, and sets `sandbox` to
 * what is in force or to the reason why nothing is tried. Fails only when memory is too short. */
bool sandbox_limits_apply(const struct sandbox_plan *plan, struct sandbox *sandbox,
                          struct fault *fault);

#endif
