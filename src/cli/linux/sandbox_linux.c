#include "cli/sandbox_limits.h"

#include <sys/prctl.h>

#include "base/memory.h"
#include "cli/linux/sandbox_landlock.h"
#include "cli/linux/sandbox_seccomp.h"
#include "cli/sandbox_plan.h"

/* The filter's rules and the filter compiled from them take 240 KiB, and libseccomp 2.5.4 crashes
 * if an allocation fails while it compiles. */
enum { FILTER_BYTES = 512 * 1024 };

bool sandbox_limits_apply(const struct sandbox_plan *plan, struct sandbox *sandbox,
                          struct fault *fault)
{
    if (!memory_is_available(FILTER_BYTES)) {
        sandbox->reason = "too little memory";
        return fault_no_memory(fault);
    }
    /* Landlock and seccomp require it, so that no program with more rights is started with fewer.
     */
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return true;
    sandbox->landlock_version = sandbox_landlock_apply(plan);
    sandbox->filters_system_calls = sandbox_seccomp_apply(plan);
    return true;
}
