/* Adds inputs and runs. */
#include "api/marsift_private.h"
#include "base/memory.h"

/* Copies the text into the handle; NULL stays NULL. False out of memory. */
static bool copy_text(struct marsift *run, const char *text, const char **copy)
{
    *copy = text != NULL ? arena_copy(&run->arena, span_of(text), &run->fault).bytes : NULL;
    return text == NULL || *copy != NULL;
}

static enum marsift_status add_input(struct marsift *run, struct pipeline_input input,
                                     bool has_arguments, const char *function)
{
    enum marsift_status status =
        marsift_begin_call(run, MARSIFT_STATE_OPEN, has_arguments, function);
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
    struct pipeline_input input = {.kind = PIPELINE_PATH, .name = path};
    return add_input(run, input, path != NULL, __func__);
}

enum marsift_status marsift_add_descriptor(struct marsift *run, int descriptor, const char *name)
{
    struct pipeline_input input = {
        .kind = PIPELINE_DESCRIPTOR, .name = name, .descriptor = descriptor};
    return add_input(run, input, /* has_arguments= */ true, __func__);
}

enum marsift_status marsift_add_bytes(struct marsift *run, const void *bytes, size_t length,
                                      const char *name)
{
    struct pipeline_input input = {.kind = PIPELINE_BYTES, .name = name, .bytes = {bytes, length}};
    return add_input(run, input, bytes != NULL || length == 0, __func__);
}

enum marsift_status marsift_run(struct marsift *run)
{
    enum marsift_status status =
        marsift_begin_call(run, MARSIFT_STATE_OPEN, /* has_arguments= */ true, __func__);
    if (status != MARSIFT_OK)
        return status;
    run->state = MARSIFT_STATE_FAILED;
    if (!analysis_read(&run->analysis, run->inputs, run->input_count, NULL, NULL, &run->fault) ||
        !analysis_report(&run->analysis, &run->fault) || !marsift_make_lists(run))
        return marsift_status_of_fault(run);
    run->state = MARSIFT_STATE_DONE;
    return MARSIFT_OK;
}
