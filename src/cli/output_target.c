#include "cli/output_target.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

/* Returns the columns of the terminal, 80 if it does not say, 0 if it is none. */
static unsigned terminal_width(int descriptor)
{
    struct winsize size;
    if (!isatty(descriptor))
        return 0;
    return ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

/* NO_COLOR, set and not empty, switches colour off: see no-color.org. */
static bool wants_color(const struct options *options, bool is_terminal)
{
    const char *no_color = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");
    if (options->color != WHEN_AUTO)
        return options->color == WHEN_ALWAYS;
    return is_terminal && (no_color == NULL || no_color[0] == '\0') &&
           (terminal == NULL || strcmp(terminal, "dumb") != 0);
}

bool output_target_choose(const struct options *options, struct output_target *target,
                          struct fault *fault)
{
    bool is_standard = options->output == NULL || strcmp(options->output, "-") == 0;
    unsigned width = is_standard ? terminal_width(STDOUT_FILENO) : 0;
    target->format = render_format_find(options->format);
    target->render = (struct render_options){.language = options->language,
                                             .zone = options->zone,
                                             .top = (size_t)options->top,
                                             .jobs = options->jobs,
                                             .explains_reading = options->explains_reading,
                                             .width = width,
                                             .color = wants_color(options, width > 0),
                                             .csv_safe = options->csv_safe,
                                             .csv_bom = options->csv_bom};
    if (target->format != NULL)
        return true;
    fault_set(fault, FAULT_OPTION, "--format takes " FORMAT_NAMES ", not \"%s\"", options->format);
    return false;
}

/* Returns the input that the output would replace, or NULL: a slip of the hand must not destroy the
 * only copy of a log. */
static const char *replaced_input(const struct options *options)
{
    struct stat output;
    struct stat input;
    if (options->command == COMMAND_EXPLAIN || stat(options->output, &output) != 0 ||
        !S_ISREG(output.st_mode))
        return NULL;
    for (size_t i = 0; i < options->argument_count; i++)
        if (stat(options->arguments[i], &input) == 0 && input.st_dev == output.st_dev &&
            input.st_ino == output.st_ino)
            return options->arguments[i];
    return NULL;
}

bool output_target_open(const struct options *options, struct output_target *target,
                        struct fault *fault)
{
    if (options->output != NULL && strcmp(options->output, "-") != 0) {
        const char *input = replaced_input(options);
        if (input != NULL)
            return fault_set(fault, FAULT_OPTION, "--output would replace the input %s", input);
        return writer_to_file(&target->writer, options->output, fault);
    }
    writer_to_descriptor(&target->writer, STDOUT_FILENO, "standard output");
    return true;
}

bool output_target_shows_progress(const struct options *options)
{
    return options->progress == WHEN_AUTO && !options->is_quiet && isatty(STDERR_FILENO);
}
