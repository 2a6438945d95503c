#include "cli/option_table.h"

#include <stdio.h>

const struct option_row option_rows[OPTION_COUNT] = {
#define OPTION_ROW(id, letter, name, argument, commands, help)                                     \
    {letter, name, argument, commands, help},
    OPTIONS(OPTION_ROW)
#undef OPTION_ROW
};

void option_table_write_help(struct writer *writer)
{
    writer_text(
        writer,
        "marsift: which files are not protected by Azure Backup (MARS), why, and what to do first\n"
        "\n"
        "marsift [report] [OPTION...] [PATH...]   ranked reasons, findings, what to do first\n"
        "marsift files    [OPTION...] [PATH...]   one row per failed file\n"
        "marsift explain  CODE|ID|SYMBOL|WORD...  what it means and what to do; offline\n"
        "marsift annotate [PATH]                  the input, known codes explained in place\n"
        "marsift check    [FILE...]               prove grammars and catalog\n"
        "\n"
        "PATH is a file, a folder, an archive, or - for standard input; none means that too.\n"
        "\n");
    for (int i = 0; i < OPTION_COUNT; i++) {
        char typed[40];
        snprintf(typed, sizeof typed, "%c%c%s --%s%s%s", option_rows[i].letter ? '-' : ' ',
                 option_rows[i].letter ? option_rows[i].letter : ' ',
                 option_rows[i].letter ? "," : " ", option_rows[i].name,
                 option_rows[i].argument ? " " : "",
                 option_rows[i].argument ? option_rows[i].argument : "");
        writer_format(writer, "  %-22s %s\n", typed, option_rows[i].help);
    }
    writer_text(writer,
                "\n"
                "Exit status: 0 done, 1 other failure, 2 usage, 3 a --fail-on condition holds,\n"
                "4 some input was damaged or cut, 5 output could not be written.\n");
}
