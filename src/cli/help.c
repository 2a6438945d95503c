#include "cli/help.h"

#include <stdio.h>
#include <unistd.h>

#include "base/count_of.h"
#include "cli/commands.h"
#include "cli/help_texts.h"
#include "cli/option_table.h"

enum { USAGE_COLUMNS = 34 };

enum help_text {
#define TEXT_ID(name, ...) HELP_##name,
    HELP_TEXTS(TEXT_ID)
#undef TEXT_ID
};

static void write_text(struct writer *writer, enum help_text id, enum language language)
{
    static const char *const texts[][LANGUAGE_COUNT] = {
#define TEXT_ROW(name, ...) LANGUAGE_TEXTS(__VA_ARGS__),
        HELP_TEXTS(TEXT_ROW)
#undef TEXT_ROW
    };
    writer_text(writer, language_text(texts[id], language));
}

static void write_option(struct writer *writer, const struct option_row *row,
                         enum language language)
{
    char typed[40];
    char letter[] = {'-', row->letter, ',', '\0'};
    snprintf(typed, sizeof typed, "%3s --%s%s%s", row->letter ? letter : "", row->name,
             row->argument ? " " : "", row->argument ? row->argument : "");
    writer_format(writer, "  %-22s %s\n", typed, language_text(row->help, language));
}

static void write_exit_statuses(struct writer *writer, enum language language)
{
    static const struct {
        int number;
        const char *meaning[LANGUAGE_COUNT];
    } statuses[] = {
#define STATUS_ROW(id, number, meaning) {number, meaning},
        EXIT_STATUSES(STATUS_ROW)
#undef STATUS_ROW
    };
    write_text(writer, HELP_STATUS, language);
    for (size_t i = 0; i < COUNT_OF(statuses); i++)
        writer_format(writer, "  %d  %s\n", statuses[i].number,
                      language_text(statuses[i].meaning, language));
}

void help_write(struct writer *writer, enum language language)
{
    write_text(writer, HELP_TITLE, language);
    for (int i = 0; i < COMMAND_COUNT; i++)
        writer_format(writer, "marsift %-*s %s\n", USAGE_COLUMNS, command_rows[i].usage,
                      language_text(command_rows[i].summary, language));
    write_text(writer, HELP_PATH, language);
    write_text(writer, HELP_EXAMPLES, language);
    write_text(writer, HELP_LOGS, language);
    for (size_t i = 0; i < option_count; i++)
        write_option(writer, &option_rows[i], language);
    write_exit_statuses(writer, language);
    write_text(writer, HELP_MANUAL, language);
}

void help_write_command(struct writer *writer, enum command command, enum language language)
{
    const struct command_row *row = &command_rows[command];
    const char *usage = row->usage;
    writer_text(writer, "marsift ");
    for (; *usage != '\0'; usage++) /* the columns of the list are of no use here */
        if (usage[0] != ' ' || usage[1] != ' ')
            writer_byte(writer, *usage);
    writer_format(writer, "\n  %s\n\n", language_text(row->summary, language));
    for (size_t i = 0; i < option_count; i++)
        if (option_rows[i].commands & 1u << command)
            write_option(writer, &option_rows[i], language);
    write_text(writer, HELP_SEE_ALSO, language);
}

void help_print_usage(enum language language)
{
    struct writer writer;
    writer_to_descriptor(&writer, STDERR_FILENO, "standard error");
    write_text(&writer, HELP_USAGE, language);
    write_text(&writer, HELP_EXAMPLES, language);
    write_text(&writer, HELP_USAGE_HELP, language);
    writer_finish(&writer, NULL); /* a lost message cannot be reported */
}
