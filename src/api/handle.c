/* The handle: its state, its last error, its end. */
#include <stdio.h>

#include "api/marsift_private.h"
#include "base/memory.h"

const char *marsift_version(void)
{
    return MARSIFT_VERSION;
}

enum marsift_status marsift_status_of_fault(const struct marsift *run)
{
    switch (run->fault.kind) {
    case FAULT_MEMORY:
        return MARSIFT_ERROR_MEMORY;
    case FAULT_OPTION:
        return MARSIFT_ERROR_OPTION;
    case FAULT_GRAMMAR:
        return MARSIFT_ERROR_GRAMMAR;
    case FAULT_CATALOG:
        return MARSIFT_ERROR_CATALOG;
    case FAULT_READ:
    case FAULT_WRITE: /* not reached, like the next: the library writes to memory only */
    case FAULT_CLOSED:
        return MARSIFT_ERROR_READ;
    case FAULT_NONE:
        break;
    }
    return MARSIFT_ERROR_USE;
}

enum marsift_status marsift_fail_use(struct marsift *run, const char *function, const char *reason)
{
    run->fault = (struct fault){0};
    snprintf(run->fault.text, sizeof run->fault.text, "%s: %s", function, reason);
    return MARSIFT_ERROR_USE;
}

enum marsift_status marsift_begin_call(struct marsift *run, enum marsift_state state,
                                       bool has_arguments, const char *function)
{
    static const char *const wrong_states[] = {
        [MARSIFT_STATE_UNOPENED] = "marsift_open has failed",
        [MARSIFT_STATE_OPEN] = "marsift_run must come before",
        [MARSIFT_STATE_DONE] = "marsift_run has been called",
        [MARSIFT_STATE_FAILED] = "marsift_run has failed",
    };
    if (run == NULL)
        return MARSIFT_ERROR_USE;
    run->fault = (struct fault){0};
    if (run->state != state)
        return marsift_fail_use(run, function, wrong_states[run->state]);
    return has_arguments ? MARSIFT_OK : marsift_fail_use(run, function, "an argument is NULL");
}

const char *marsift_last_error(const struct marsift *run)
{
    return run != NULL ? run->fault.text : "there is no handle: out of memory, or it is NULL";
}

void marsift_close(struct marsift *run)
{
    if (run == NULL)
        return;
    analysis_close(&run->analysis);
    arena_release(&run->arena);
    memory_free(run->inputs);
    buffer_release(&run->json);
    buffer_release(&run->explanation);
    memory_free(run);
}
