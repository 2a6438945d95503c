#include "cli/output_target.h"

#include <limits.h>
#include <stdio.h>
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
    fault_set(fault, FAULT_OPTION, "--format takes one of " FORMAT_NAMES ", not \"%s\"",
              options->format);
    return false;
}

static bool is_same_file(const struct stat *one, const struct stat *other)
{
    return one->st_dev == other->st_dev && one->st_ino == other->st_ino;
}

static bool reads_standard_input(const struct options *options)
{
    for (size_t i = 0; i < options->argument_count; i++)
        if (strcmp(options->arguments[i], "-") == 0)
            return true;
    return options->argument_count == 0;
}

static const char *find_file(const char *const *paths, size_t count, const struct stat *output)
{
    struct stat input;
    for (size_t i = 0; i < count; i++)
        if (stat(paths[i], &input) == 0 && is_same_file(&input, output))
            return paths[i];
    return NULL;
}

/* Returns the input, grammar or catalog that is the file of the output, whatever names it, or NULL:
 * a slip of the hand must not destroy the only copy of a log. */
static const char *find_input(const struct options *options, const struct stat *output)
{
    struct stat standard_input;
    const char *input = NULL;
    if (!S_ISREG(output->st_mode))
        return NULL;
    if (options->command != COMMAND_EXPLAIN) {
        input = find_file(options->arguments, options->argument_count, output);
        if (reads_standard_input(options) && fstat(STDIN_FILENO, &standard_input) == 0 &&
            is_same_file(&standard_input, output))
            input = "standard input";
    }
    if (input == NULL)
        input = find_file(options->grammars.values, options->grammars.count, output);
    return input != NULL ? input
                         : find_file(options->catalogs.values, options->catalogs.count, output);
}

/* True if the file at `path`, which has no links in it, is somewhere below `folder`. */
static bool is_below(const char *path, const struct stat *folder)
{
    char above[PATH_MAX];
    struct stat status;
    snprintf(above, sizeof above, "%s", path);
    for (char *slash; (slash = strrchr(above, '/')) != NULL;) {
        slash[slash == above] = '\0'; /* the root keeps its slash */
        if (stat(above, &status) == 0 && is_same_file(&status, folder))
            return true;
        if (slash == above)
            break;
    }
    return false;
}

/* Returns the input that is a folder with the existing output somewhere below, or NULL: whether it
 * is a report of before or a log, nobody can tell. */
static const char *find_folder(const struct options *options, const struct stat *output)
{
    char path[PATH_MAX];
    struct stat input;
    if (options->command == COMMAND_EXPLAIN || !S_ISREG(output->st_mode) ||
        realpath(options->output, path) == NULL)
        return NULL;
    for (size_t i = 0; i < options->argument_count; i++)
        if (stat(options->arguments[i], &input) == 0 && S_ISDIR(input.st_mode) &&
            is_below(path, &input))
            return options->arguments[i];
    return NULL;
}

bool output_target_open(const struct options *options, struct output_target *target,
                        struct fault *fault)
{
    bool is_standard = options->output == NULL || strcmp(options->output, "-") == 0;
    struct stat output;
    bool exists =
        is_standard ? fstat(STDOUT_FILENO, &output) == 0 : stat(options->output, &output) == 0;
    const char *input = exists ? find_input(options, &output) : NULL;
    if (input != NULL)
        return fault_set(fault, FAULT_OPTION, "the output and %s are the same file", input);
    const char *folder = exists && !is_standard ? find_folder(options, &output) : NULL;
    if (folder != NULL)
        return fault_set(fault, FAULT_OPTION,
                         "%s is there already, in the folder %s that is read: remove it, or write "
                         "to another place",
                         options->output, folder);
    if (!is_standard)
        return writer_to_file(&target->writer, options->output, fault);
    writer_to_descriptor(&target->writer, STDOUT_FILENO, "standard output");
    return true;
}

bool output_target_shows_progress(const struct options *options)
{
    return options->progress == WHEN_AUTO && !options->is_quiet && isatty(STDERR_FILENO);
}
