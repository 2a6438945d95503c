/* Reads inputs into a tally. The calling thread reads, decompresses and cuts chunks; all threads
 * decode, match and classify them; the results are counted in the order of the input. */
#ifndef MARSIFT_ENGINE_PIPELINE_H
#define MARSIFT_ENGINE_PIPELINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include "base/fault.h"
#include "base/limits.h"
#include "base/span.h"
#include "engine/log_hosts.h"
#include "engine/ruleset.h"
#include "input/encoding/encoding.h"
#include "tally/tally.h"

/* A callback for each chunk that was read, on the thread that called pipeline_run. `source` is lent
 * for the call. */
struct read_progress {
    void *context;
    void (*add)(void *context, uint64_t bytes, const char *source);
};

enum pipeline_input_kind { PIPELINE_PATH, PIPELINE_DESCRIPTOR, PIPELINE_BYTES };

/* One input, lent until pipeline_run returns. */
struct pipeline_input {
    enum pipeline_input_kind kind;
    const char *name;  /* PIPELINE_PATH: the path, "-" for standard input; else a name or NULL */
    int descriptor;    /* of PIPELINE_DESCRIPTOR; stays open */
    struct span bytes; /* of PIPELINE_BYTES */
};

struct pipeline_options {
    const struct limits *limits;
    const struct encoding *forced_encoding; /* NULL: detect */
    const struct stat *own_output;          /* see source_options */
    size_t threads;                         /* at least 1 */
    struct ruleset *ruleset;
    struct tally *tally;
    const struct read_progress *progress; /* may be NULL */
    struct log_hosts *hosts; /* notes the places of logs, or names their hosts; NULL: by place */
};

/* Reads `inputs` in their order and counts everything into the tally, damaged and unreadable inputs
 * too. False only with the fault set. */
bool pipeline_run(const struct pipeline_options *options, const struct pipeline_input *inputs,
                  size_t input_count, struct fault *fault);

#endif
