/* The common part of `report` and `files`: from the command line to an analysis, and from that to
 * an exit status. */
#ifndef MARSIFT_CLI_REPORT_COMMAND_H
#define MARSIFT_CLI_REPORT_COMMAND_H

#include <stdbool.h>

#include "base/fault.h"
#include "cli/command_list.h"
#include "cli/options.h"
#include "cli/output_target.h"
#include "engine/analysis.h"

/* Start as `struct report_command command = {0};`, end with report_command_close, also after a
 * fault. */
struct report_command {
    const struct options *options;
    struct analysis_options analysis_options;
    struct analysis analysis;
    struct output_target target;
};

/* Runs a command up to the first byte that it writes: opens the files of the options and the
 * output, enters the sandbox, and reads all input. `keep_files`: see struct analysis_options. */
bool report_command_run(struct report_command *command, const struct options *options,
                        bool keep_files, struct fault *fault);

/* Reports on stderr what could not be read and which --fail-on condition holds, and sets the
 * status. */
bool report_command_conclude(const struct report_command *command, enum exit_status *status,
                             struct fault *fault);

void report_command_close(struct report_command *command);

#endif
