#include "cli/sandbox.h"

#include "cli/sandbox_limits.h"

/* Leak checkers look at the process from outside, which the sandbox forbids. */
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

bool sandbox_enter(const struct sandbox_plan *plan, struct sandbox *sandbox, struct fault *fault)
{
    struct sandbox entered = {0};
    bool done = true;
    if (plan->is_off)
        entered.reason = "--no-sandbox";
    else if (IS_SANITIZED)
        entered.reason = "built with sanitizers";
    else
        done = sandbox_limits_apply(plan, &entered, fault);
    if (sandbox != NULL)
        *sandbox = entered;
    return done;
}
