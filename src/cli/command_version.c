/* marsift version: prints the version, the libraries and the sandbox. */
#include "cli/command_list.h"

#include <unistd.h>

#include "cli/options.h"
#include "cli/version.h"

bool command_version(const struct options *options, enum exit_status *status, struct fault *fault)
{
    struct writer writer;
    if (options->command == COMMAND_VERSION && options->argument_count > 0)
        return fault_set(fault, FAULT_OPTION, "version takes no argument");
    writer_to_descriptor(&writer, STDOUT_FILENO, "standard output");
    version_write(&writer, options->without_sandbox);
    *status = EXIT_DONE;
    return writer_finish(&writer, fault);
}
