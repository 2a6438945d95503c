/* The only place that prints faults and chooses the exit status. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/commands.h"
#include "app/messages.h"
#include "app/option_table.h"
#include "app/options.h"
#include "app/version.h"
#include "base/fault.h"
#include "base/memory.h"

static bool (*const commands[])(const struct options *, enum exit_status *, struct fault *) = {
    [COMMAND_REPORT] = command_report,   [COMMAND_FILES] = command_files,
    [COMMAND_EXPLAIN] = command_explain, [COMMAND_ANNOTATE] = command_annotate,
    [COMMAND_CHECK] = command_check,
};

/* A fault outranks what the run found, except that an output that failed does not hide a usage
 * error or another failure, which end the run before anything is written. */
static enum exit_status status_of_fault(const struct fault *fault)
{
    switch (fault->kind) {
    case FAULT_OPTION:
        return EXIT_USAGE;
    case FAULT_WRITE:
        return EXIT_NOT_WRITTEN;
    case FAULT_CLOSED:
        return EXIT_DONE;
    default:
        return EXIT_OTHER_FAILURE;
    }
}

static enum exit_status report_fault(const struct fault *fault)
{
    if (fault->kind != FAULT_CLOSED)
        message_plain(span_of(fault->text));
    if (fault->kind == FAULT_OPTION)
        message_plain(span_of("try marsift --help"));
    return status_of_fault(fault);
}

/* What goes to standard output by stdio must be known to have got there. */
static enum exit_status flush_standard_output(void)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return EXIT_DONE;
    message_plain(span_of("cannot write standard output"));
    return EXIT_NOT_WRITTEN;
}

static enum exit_status run(const struct options *options)
{
    struct fault fault = {0};
    enum exit_status status = EXIT_DONE;
    if (options->wants_help) {
        option_table_print_help();
        return flush_standard_output();
    }
    if (options->wants_version) {
        version_print();
        return flush_standard_output();
    }
    return commands[options->command](options, &status, &fault) ? status : report_fault(&fault);
}

int main(int argc, char **argv)
{
    struct fault fault = {0};
    struct options options;
    memory_share_heap();
    signal(SIGPIPE, SIG_IGN); /* a closed pipe shows as a failed write */
    setenv("TZ", "UTC0", 1);  /* archives hold local times: read them alike on every machine */
    const char **arguments = memory_allocate((size_t)argc + 1, sizeof *arguments, &fault);
    enum exit_status status = EXIT_OTHER_FAILURE;
    if (arguments != NULL && options_read(argc, argv, arguments, &options, &fault))
        status = run(&options);
    else
        status = report_fault(&fault);
    memory_free(arguments);
    return (int)status;
}
