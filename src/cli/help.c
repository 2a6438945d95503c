#include "cli/help.h"

#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/option_table.h"

enum { LINE_COLUMNS = 80 };

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
    size_t count = sizeof statuses / sizeof *statuses;
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

void help_write(struct writer *writer)
{
    writer_text(writer, "marsift: which files are not protected by Azure Backup (MARS), why, and "
                        "what to do first\n\n");
    for (int i = 0; i < COMMAND_COUNT; i++)
        writer_format(writer, "marsift %-32s %s\n", command_rows[i].usage, command_rows[i].summary);
    writer_text(writer, "\n"
                        "PATH is a file, a folder, an archive, or - for standard input; none means "
                        "that too.\n"
                        "\n");
    for (size_t i = 0; i < option_count; i++)
        write_option(writer, &option_rows[i]);
    writer_byte(writer, '\n');
    write_exit_statuses(writer);
}
