/* The handle behind the public header include/marsift/marsift.h; private to the api room. */
#ifndef MARSIFT_API_MARSIFT_PRIVATE_H
#define MARSIFT_API_MARSIFT_PRIVATE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/fault.h"
#include "engine/analysis.h"
#include "marsift/marsift.h"
#include "text/time_argument.h"

enum marsift_state {
    MARSIFT_STATE_BROKEN, /* not opened, or the run ended with an error */
    MARSIFT_STATE_OPEN,   /* inputs may be added */
    MARSIFT_STATE_DONE    /* there is a report */
};

struct marsift {
    enum marsift_state state;
    struct analysis_options options; /* its texts are in `arena` */
    struct analysis analysis;
    char zone[ZONE_BYTES];
    struct arena arena; /* texts of options and inputs, and what the callbacks get */
    struct pipeline_input *inputs;
    size_t input_count;
    size_t input_capacity;
    struct marsift_reason *reasons; /* as many as the report has */
    struct marsift_host *hosts;
    struct buffer json;        /* the report, once somebody asked for it; NUL-terminated */
    struct buffer explanation; /* the last one; NUL-terminated */
    struct fault fault;        /* of the last call that failed */
};

/* Forgets the last error. Every public function that can fail begins with it. */
void marsift_clear_error(struct marsift *run);

/* The status for `run->fault`, which is set. */
enum marsift_status marsift_status_of_fault(const struct marsift *run);

/* MARSIFT_OK when the handle is in `state`; else MARSIFT_ERROR_USE with a sentence that says what
 * `function` comes after. */
enum marsift_status marsift_expect_state(struct marsift *run, enum marsift_state state,
                                         const char *function);

/* Fills `run->reasons` and `run->hosts` from the report. False with `run->fault` set. */
bool marsift_make_lists(struct marsift *run);

#endif
