/* The handle of the public header include/marsift/marsift.h; private to the api room. */
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
    MARSIFT_STATE_UNOPENED, /* marsift_open failed */
    MARSIFT_STATE_OPEN,     /* inputs may be added */
    MARSIFT_STATE_DONE,     /* there is a report */
    MARSIFT_STATE_FAILED    /* marsift_run failed */
};

struct marsift {
    enum marsift_state state;
    struct analysis_options options; /* encoding, grammars and catalogs: until opened only */
    struct analysis analysis;
    char zone[ZONE_BYTES];
    struct arena arena; /* texts of options and inputs, reasons and hosts */
    struct pipeline_input *inputs;
    size_t input_count;
    size_t input_capacity;
    struct marsift_totals totals;
    struct marsift_reason *reasons; /* as many as the report has */
    struct marsift_host *hosts;
    struct buffer json;        /* the report, after the first request; NUL-terminated */
    struct buffer explanation; /* the last one; NUL-terminated */
    struct fault fault;        /* of the last call; its text is "" if that did not fail */
};

/* Returns the status for `run->fault`, which is set. */
enum marsift_status marsift_status_of_fault(const struct marsift *run);

/* Begins every public call: clears the last error and checks the arguments. Returns MARSIFT_OK if
 * the handle is in `state` and `has_arguments` is true (no argument is NULL that must not be);
 * otherwise MARSIFT_ERROR_USE with a sentence about `function`. */
enum marsift_status marsift_begin_call(struct marsift *run, enum marsift_state state,
                                       bool has_arguments, const char *function);

/* Fails as marsift_begin_call does, with the sentence "FUNCTION: REASON". */
enum marsift_status marsift_fail_use(struct marsift *run, const char *function, const char *reason);

/* Fills `run->totals`, `run->reasons` and `run->hosts` from the report. False with `run->fault`
 * set. */
bool marsift_make_lists(struct marsift *run);

#endif
