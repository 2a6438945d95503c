/* Reads the command line, runs the command, prints its fault and chooses the exit status. */
#include <unistd.h>

#include "base/fault.h"
#include "base/memory.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/fail_on_names.h"
#include "cli/help.h"
#include "cli/process.h"
#include "output/write/ui_text.h"

/* A fault hides the status of what the run found. Usage errors and other failures end the run
 * before anything is written, so that a failed output never hides them. */
static enum exit_status status_of_fault(const struct fault *fault)
{
    switch (fault->kind) {
    case FAULT_OPTION:
        return EXIT_USAGE;
    case FAULT_WRITE:
        return EXIT_NOT_WRITTEN;
    case FAULT_CLOSED:
        return EXIT_DONE;
    case FAULT_NONE:
    case FAULT_MEMORY:
    case FAULT_READ:
    case FAULT_GRAMMAR:
    case FAULT_CATALOG:
        break;
    }
    return EXIT_OTHER_FAILURE;
}

static enum exit_status report_fault(enum language language, const struct fault *fault)
{
    if (fault->kind != FAULT_CLOSED)
        console_message(language, span_of(fault->text));
    if (fault->kind == FAULT_OPTION)
        console_message(language, span_of(ui_text(UI_MESSAGE_SEE_HELP, language)));
    return status_of_fault(fault);
}

static bool (*const runs[COMMAND_COUNT])(const struct options *options, enum exit_status *status,
                                         struct fault *fault) = {
#define COMMAND_RUN(id, letter, name, usage, summary) command_##name,
    COMMANDS(COMMAND_RUN)
#undef COMMAND_RUN
};

/* True if the run would wait for somebody to type a log. */
static bool would_read_terminal(const struct options *options)
{
    return options->argument_count == 0 && command_reads_stdin(options->command) &&
           isatty(STDIN_FILENO);
}

static enum exit_status run(const struct options *options)
{
    struct fault fault = {0};
    enum exit_status status = EXIT_DONE;
    enum command command = options->wants_help      ? COMMAND_HELP
                           : options->wants_version ? COMMAND_VERSION
                                                    : options->command;
    bool reads_logs = command == options->command && !fail_on_is_list(&options->conditions);
    if (reads_logs && would_read_terminal(options)) {
        help_print_usage(options->language);
        return EXIT_USAGE;
    }
    bool done = fail_on_is_list(&options->conditions) ? fail_on_list(options, &fault)
                                                      : runs[command](options, &status, &fault);
    return done ? status : report_fault(options->language, &fault);
}

/* Not inlined into `main`, which must not take much of the stack. */
__attribute__((noinline)) static enum exit_status run_arguments(int argc, char **argv)
{
    struct fault fault = {0};
    struct options options = {.language = command_line_language(argc, argv)};
    memory_share_heap();
    const char **arguments = memory_allocate((size_t)argc + 1, sizeof *arguments, &fault);
    bool is_ready = arguments != NULL && process_prepare(&fault) &&
                    command_line_read(argc, argv, arguments, &options, &fault);
    enum exit_status status = is_ready ? run(&options) : report_fault(options.language, &fault);
    memory_free(arguments);
    return status;
}

int main(int argc, char **argv)
{
    return (int)(process_has_stack() ? run_arguments(argc, argv) : EXIT_OTHER_FAILURE);
}
