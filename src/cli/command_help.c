/* marsift help: prints how to use the program or one of its commands. */
#include "cli/command_list.h"

#include <unistd.h>

#include "cli/commands.h"
#include "cli/help.h"
#include "cli/options.h"

static bool unknown_command(const char *word, struct fault *fault)
{
    const char *nearest = command_nearest(word);
    return fault_set(fault, FAULT_OPTION, "there is no command %s%s%s%s", word,
                     nearest ? "; did you mean " : "", nearest ? nearest : "", nearest ? "?" : "");
}

/* The command to explain; COMMAND_COUNT for the whole program. "marsift files --help" asks for the
 * same as "marsift help files". */
static bool find_subject(const struct options *options, enum command *subject, struct fault *fault)
{
    *subject = options->names_command ? options->command : COMMAND_COUNT;
    if (options->command != COMMAND_HELP)
        return true;
    *subject = COMMAND_COUNT;
    if (options->argument_count > 1)
        return fault_set(fault, FAULT_OPTION, "help takes one command");
    return options->argument_count == 0 || command_find(options->arguments[0], subject) ||
           unknown_command(options->arguments[0], fault);
}

bool command_help(const struct options *options, enum exit_status *status, struct fault *fault)
{
    struct writer writer;
    enum command subject;
    if (!find_subject(options, &subject, fault))
        return false;
    writer_to_descriptor(&writer, STDOUT_FILENO, "standard output");
    if (subject == COMMAND_COUNT)
        help_write(&writer, options->language);
    else
        help_write_command(&writer, subject, options->language);
    *status = EXIT_DONE;
    return writer_finish(&writer, fault);
}
