#include "cli/help.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/count_of.h"
#include "cli/commands.h"
#include "cli/option_table.h"

enum { LINE_COLUMNS = 80, USAGE_COLUMNS = 34 };

static void write_option(struct writer *writer, const struct option_row *row)
{
    char typed[40];
    char letter[] = {'-', row->letter, ',', '\0'};
    snprintf(typed, sizeof typed, "%3s --%s%s%s", row->letter ? letter : "", row->name,
             row->argument ? " " : "", row->argument ? row->argument : "");
    writer_format(writer, "  %-22s %s\n", typed, row->help);
}

static void write_exit_statuses(struct writer *writer)
{
    static const struct {
        int number;
        const char *meaning;
    } statuses[] = {
#define STATUS_ROW(id, number, meaning) {number, meaning},
        EXIT_STATUSES(STATUS_ROW)
#undef STATUS_ROW
    };
    size_t count = COUNT_OF(statuses);
    size_t column = strlen("Exit status:");
    writer_text(writer, "Exit status:");
    for (size_t i = 0; i < count; i++) {
        char entry[80];
        int length = snprintf(entry, sizeof entry, "%d %s%s", statuses[i].number,
                              statuses[i].meaning, i + 1 < count ? "," : ".");
        bool fits = column + 1 + (size_t)length < LINE_COLUMNS;
        writer_format(writer, "%c%s", fits ? ' ' : '\n', entry);
        column = (fits ? column + 1 : 0) + (size_t)length;
    }
    writer_byte(writer, '\n');
}

/* Folder and names are those of the agent's documentation and of support's collectors. */
static const char where_the_logs_are[] =
    "Where the logs are: on the protected server, by default in the folder\n"
    "  C:\\Program Files\\Microsoft Azure Recovery Services Agent\\Temp\n"
    "    CBEngine*.errlog            engine logs: every job, every file that failed\n"
    "    LastBackupFailedFiles*.txt  lists of the files that failed\n"
    "On MABS, look for the same folder below\n"
    "  C:\\Program Files\\Microsoft Azure Backup Server\\DPM\\MARS\n"
    "Copy the whole folder; to zip it, zip the copy, since the newest log is in use. For\n"
    "several servers, make a folder for each and give it the server's name. Bring folder\n"
    "or zip to this machine, and type marsift and its name.\n";

static const char examples[] =
    "  marsift Temp.zip                 the report, about a screen; --all shows everything\n"
    "  marsift files Temp.zip           which files\n"
    "  marsift explain 0x80070005       what a code, number or message means\n";

void help_write(struct writer *writer)
{
    writer_text(writer, "marsift: which files are not protected by Azure Backup (MARS), why, and "
                        "what to do first\n\n");
    for (int i = 0; i < COMMAND_COUNT; i++)
        writer_format(writer, "marsift %-*s %s\n", USAGE_COLUMNS, command_rows[i].usage,
                      command_rows[i].summary);
    writer_text(writer, "\nPATH is a file, a folder, an archive, or - for standard input (the "
                        "default).\n\nExamples:\n");
    writer_text(writer, examples);
    writer_byte(writer, '\n');
    writer_text(writer, where_the_logs_are);
    writer_byte(writer, '\n');
    for (size_t i = 0; i < option_count; i++)
        write_option(writer, &option_rows[i]);
    writer_byte(writer, '\n');
    write_exit_statuses(writer);
    writer_text(writer, "\nEverything else is in the manual: man marsift\n");
}

void help_write_command(struct writer *writer, enum command command)
{
    const struct command_row *row = &command_rows[command];
    const char *usage = row->usage;
    writer_text(writer, "marsift ");
    for (; *usage != '\0'; usage++) /* the columns of the list are of no use here */
        if (usage[0] != ' ' || usage[1] != ' ')
            writer_byte(writer, *usage);
    writer_format(writer, "\n  %s\n\n", row->summary);
    for (size_t i = 0; i < option_count; i++)
        if (option_rows[i].commands & 1u << command)
            write_option(writer, &option_rows[i]);
    writer_text(writer, "\nSee also: marsift help, man marsift\n");
}

void help_print_usage(void)
{
    struct writer writer;
    writer_to_descriptor(&writer, STDERR_FILENO, "standard error");
    writer_text(&writer, "usage: marsift [COMMAND] [OPTION...] [PATH...]\n");
    writer_text(&writer, examples);
    writer_text(&writer,
                "  marsift help                     commands, options, where the logs are\n"
                "To paste a log here, type: marsift -\n");
    writer_finish(&writer, NULL); /* a lost message cannot be reported */
}
