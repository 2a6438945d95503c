#include "cli/sandbox.h"

#include "base/memory.h"
#include "cli/sandbox_parts.h"

/* A leak checker looks at the process from outside, which no sandbox lets it do. */
#if defined __has_feature
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_SANITIZED true
#endif
#endif
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define IS_SANITIZED true
#endif
#ifndef IS_SANITIZED
#define IS_SANITIZED false
#endif

#ifdef __linux__

#include <sys/prctl.h>

/* The rules of the filter and the filter made of them take 240 KiB, and libseccomp 2.5.4 crashes
 * where it is refused memory while it makes the filter. */
enum { FILTER_BYTES = 512 * 1024 };

static bool limit(const struct sandbox_plan *plan, struct sandbox *sandbox, struct fault *fault)
{
    if (!memory_is_left(FILTER_BYTES)) {
        sandbox->reason = "too little memory";
        return fault_no_memory(fault);
    }
    /* Both want it, so that no program with more rights is started with fewer. */
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return true;
    sandbox->landlock_version = sandbox_limit_files(plan);
    sandbox->filters_system_calls = sandbox_limit_system_calls(plan);
    return true;
}

#else

static bool limit(const struct sandbox_plan *plan, struct sandbox *sandbox, struct fault *fault)
{
    (void)plan;
    (void)fault;
    sandbox->reason = "not Linux";
    return true;
}

#endif

bool sandbox_enter(const struct sandbox_plan *plan, struct sandbox *sandbox, struct fault *fault)
{
    struct sandbox entered = {0};
    bool done = true;
    if (plan->is_off)
        entered.reason = "--no-sandbox";
    else if (IS_SANITIZED)
        entered.reason = "built with sanitizers";
    else
        done = limit(plan, &entered, fault);
    if (sandbox != NULL)
        *sandbox = entered;
    return done;
}
