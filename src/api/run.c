/* Adding inputs and running. */
#include "api/marsift_private.h"
#include "base/memory.h"

/* A copy in the handle; NULL stays NULL. False without memory. */
static bool copy_text(struct marsift *run, const char *text, const char **copy)
{
    *copy = text != NULL ? arena_copy(&run->arena, span_of(text), &run->fault).bytes : NULL;
    return text == NULL || *copy != NULL;
}

static enum marsift_status add_input(struct marsift *run, struct pipeline_input input,
                                     const char *function)
{
    enum marsift_status status = marsift_expect_state(run, MARSIFT_STATE_OPEN, function);
    if (status != MARSIFT_OK)
        return status;
    if (!memory_reserve((void **)&run->inputs, &run->input_capacity, run->input_count + 1,
                        sizeof *run->inputs, &run->fault) ||
        !copy_text(run, input.name, &input.name))
        return marsift_status_of_fault(run);
    run->inputs[run->input_count++] = input;
    return MARSIFT_OK;
}

enum marsift_status marsift_add_path(struct marsift *run, const char *path)
{
    if (path == NULL)
        return MARSIFT_ERROR_USE;
    return add_input(run, (struct pipeline_input){.kind = PIPELINE_PATH, .name = path}, __func__);
}

enum marsift_status marsift_add_descriptor(struct marsift *run, int descriptor, const char *name)
{
    struct pipeline_input input = {
        .kind = PIPELINE_DESCRIPTOR, .name = name, .descriptor = descriptor};
    return add_input(run, input, __func__);
}

enum marsift_status marsift_add_bytes(struct marsift *run, const void *bytes, size_t length,
                                      const char *name)
{
    if (bytes == NULL && length > 0)
        return MARSIFT_ERROR_USE;
    struct pipeline_input input = {.kind = PIPELINE_BYTES, .name = name, .bytes = {bytes, length}};
    return add_input(run, input, __func__);
}

enum marsift_status marsift_run(struct marsift *run)
{
    enum marsift_status status = marsift_expect_state(run, MARSIFT_STATE_OPEN, __func__);
    if (status != MARSIFT_OK)
        return status;
    run->state = MARSIFT_STATE_BROKEN;
    if (!analysis_read(&run->analysis, run->inputs, run->input_count, NULL, NULL, &run->fault) ||
        !analysis_report(&run->analysis, &run->fault) || !marsift_make_lists(run))
        return marsift_status_of_fault(run);
    run->state = MARSIFT_STATE_DONE;
    return MARSIFT_OK;
}
