/* Where a command's output goes, and how it is to look there. */
#ifndef MARSIFT_CLI_OUTPUT_TARGET_H
#define MARSIFT_CLI_OUTPUT_TARGET_H

#include <stdbool.h>

#include "base/fault.h"
#include "cli/options.h"
#include "output/render.h"
#include "output/write/writer.h"

struct output_target {
    struct writer writer;
    const struct render_format *format;
    struct render_options render;
};

/* Finds the format and the look; nothing is opened. An unknown format is a FAULT_OPTION. */
bool output_target_choose(const struct options *options, struct output_target *target,
                          struct fault *fault);

/* Opens the output: --output's file, or standard output. A file that is one of the inputs is a
 * FAULT_OPTION. */
bool output_target_open(const struct options *options, struct output_target *target,
                        struct fault *fault);

/* Whether standard error is a terminal that may be decorated. */
bool output_target_shows_progress(const struct options *options);

#endif
