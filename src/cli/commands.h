/* The commands. Each returns the exit status that the run deserves as far as it got, or false with
 * the fault set; `main` turns both into the process's status and message. */
#ifndef MARSIFT_CLI_COMMANDS_H
#define MARSIFT_CLI_COMMANDS_H

#include <stdbool.h>

#include "base/fault.h"
#include "cli/options.h"

/* Done, a condition holds, input incomplete: in the order in which one hides the other. */
enum exit_status {
    EXIT_DONE = 0,
    EXIT_OTHER_FAILURE = 1,
    EXIT_USAGE = 2,
    EXIT_CONDITION = 3,
    EXIT_INCOMPLETE = 4,
    EXIT_NOT_WRITTEN = 5
};

bool command_report(const struct options *options, enum exit_status *status, struct fault *fault);
bool command_files(const struct options *options, enum exit_status *status, struct fault *fault);
bool command_explain(const struct options *options, enum exit_status *status, struct fault *fault);
bool command_annotate(const struct options *options, enum exit_status *status, struct fault *fault);
bool command_check(const struct options *options, enum exit_status *status, struct fault *fault);

#endif
