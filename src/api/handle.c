/* What every public function needs of a handle: its state, its last error, its end. */
#include <stdio.h>

#include "api/marsift_private.h"
#include "base/memory.h"

const char *marsift_version(void)
{
    return MARSIFT_VERSION;
}

void marsift_clear_error(struct marsift *run)
{
    run->fault = (struct fault){0};
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
    case FAULT_WRITE: /* nothing is written here: not reached */
    case FAULT_CLOSED:
        return MARSIFT_ERROR_READ;
    case FAULT_NONE:
        break;
    }
    return MARSIFT_ERROR_USE;
}

enum marsift_status marsift_expect_state(struct marsift *run, enum marsift_state state,
                                         const char *function)
{
    static const char *const reasons[] = {
        [MARSIFT_STATE_BROKEN] = "an earlier error",
        [MARSIFT_STATE_OPEN] = "marsift_open and before marsift_run",
        [MARSIFT_STATE_DONE] = "marsift_run",
    };
    if (run == NULL)
        return MARSIFT_ERROR_USE;
    marsift_clear_error(run);
    if (run->state == state)
        return MARSIFT_OK;
    const char *reason = reasons[run->state == MARSIFT_STATE_BROKEN ? run->state : state];
    snprintf(run->fault.text, sizeof run->fault.text, "%s %s %s", function,
             run->state == MARSIFT_STATE_BROKEN ? "cannot follow" : "comes after", reason);
    return MARSIFT_ERROR_USE;
}

const char *marsift_last_error(const struct marsift *run)
{
    return run != NULL ? run->fault.text : "out of memory";
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
