#include "app/sandbox.h"

#include "app/sandbox_parts.h"

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

static void limit(const struct sandbox_plan *plan, struct sandbox *sandbox)
{
    /* Both want it, so that no program with more rights is started with fewer. */
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return;
    sandbox->landlock_version = sandbox_limit_files(plan);
    sandbox->filters_system_calls = sandbox_limit_system_calls(plan);
}

#else

static void limit(const struct sandbox_plan *plan, struct sandbox *sandbox)
{
    (void)plan;
    sandbox->reason = "not Linux";
}

#endif

struct sandbox sandbox_enter(const struct sandbox_plan *plan)
{
    struct sandbox sandbox = {0};
    if (plan->is_off)
        sandbox.reason = "--no-sandbox";
    else if (IS_SANITIZED)
        sandbox.reason = "built with sanitizers";
    else
        limit(plan, &sandbox);
    return sandbox;
}
