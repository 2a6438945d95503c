/* A system without a sandbox that marsift knows. */
#include "cli/sandbox_limits.h"
#include "cli/sandbox_plan.h"

bool sandbox_limits_apply(const struct sandbox_plan *plan, struct sandbox *sandbox,
                          struct fault *fault)
{
    (void)plan;
    (void)fault;
    sandbox->reason = "not Linux";
    return true;
}
