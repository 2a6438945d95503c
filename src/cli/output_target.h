/* The file or terminal that a command writes to, and the look that suits it. */
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

/* Sets the format and the look, and opens nothing. An unknown format is a FAULT_OPTION. */
bool output_target_choose(const struct options *options, struct output_target *target,
                          struct fault *fault);

/* Opens the file of --output, or standard output. A file that is also an input, standard input, a
 * grammar or a catalog, under whatever name, is a FAULT_OPTION, and stays as it is; so is a file
 * that exists below an input folder. */
bool output_target_open(const struct options *options, struct output_target *target,
                        struct fault *fault);

/* True if standard error is a terminal and neither --quiet nor --progress forbids it. */
bool output_target_shows_progress(const struct options *options);

#endif
