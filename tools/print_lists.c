/* print_lists <TEMPLATE: copies standard input, replacing each line "@NAME" by a list of commands,
 * options, exit statuses or limits. For completions and tests/check_manual.sh. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "cli/commands.h"
#include "cli/option_table.h"
#include "output/render.h"

static const unsigned all_commands = (1u << COMMAND_COUNT) - 1;
/* Prints `text` for use between single quotes: single quotes as `quote`, and each character of
 * `escaped`, which is special to the shell even there, after a backslash. */
static void print_quotable(const char *text, const char *escaped, const char *quote)
{
    for (; *text != '\0'; text++) {
        if (*text == '\'')
            fputs(quote, stdout);
        else if (strchr(escaped, *text) != NULL)
            printf("\\%c", *text);
        else
            putchar(*text);
    }
}

static void print_for_zsh(const char *text)
{
    print_quotable(text, "[]:\\", "'\\''");
}

static void print_for_fish(const char *text)
{
    print_quotable(text, "\\", "\\'");
}

/* Prints the words that the option accepts, separated by blanks. */
static void print_words(const struct option_row *row)
{
    const char *blank = "";
    if (row->type == OPTION_FORMAT)
        for (const struct render_format *format = render_formats; format->name;
             format++, blank = " ")
            printf("%s%s", blank, format->name);
    if (row->type == OPTION_WORD)
        for (const struct option_word *word = row->words; word->word; word++, blank = " ")
            printf("%s%s", blank, word->word);
}

static bool has_words(const struct option_row *row)
{
    return row->type == OPTION_FORMAT || row->type == OPTION_WORD;
}

static bool names_file(const struct option_row *row)
{
    return row->argument != NULL && strcmp(row->argument, "FILE") == 0;
}

/* Prints the names of the commands in `mask`. */
static void print_commands(unsigned mask, const char *separator)
{
    const char *before = "";
    for (int i = 0; i < COMMAND_COUNT; i++) {
        if ((mask & 1u << i) == 0)
            continue;
        printf("%s%s", before, command_rows[i].name);
        before = separator;
    }
}

static unsigned commands_that_take_files(void)
{
    unsigned mask = 0;
    for (int i = 0; i < COMMAND_COUNT; i++)
        if (strstr(command_rows[i].usage, "PATH") || strstr(command_rows[i].usage, "FILE"))
            mask |= 1u << i;
    return mask;
}

/* Prints one line "name letter commands" for each option. */
static void list_options(void)
{
    for (const struct option_row *row = option_rows; row < option_rows + option_count; row++) {
        printf("%s %c ", row->name, row->letter ? row->letter : '-');
        for (int i = 0; i < COMMAND_COUNT; i++)
            if (row->commands & 1u << i)
                putchar(command_rows[i].letter);
        putchar('\n');
    }
}

static void list_exit_statuses(void)
{
#define STATUS_LINE(id, number, meaning) puts(#number);
    EXIT_STATUSES(STATUS_LINE)
#undef STATUS_LINE
}

/* Prints one line "name default meaning" for each limit. */
static void list_limits(void)
{
#define LIMIT_LINE(name, value, ...)                                                               \
    printf(#name " %llu %s\n", (unsigned long long)(value),                                        \
           limit_meaning(LIMIT_##name, LANGUAGE_EN));
    LIMITS(LIMIT_LINE)
#undef LIMIT_LINE
}

static void list_options_with_value(void)
{
    printf("       ");
    for (const struct option_row *row = option_rows; row < option_rows + option_count; row++) {
        if (row->argument != NULL && row->letter != 0)
            printf(" -%c", row->letter);
        if (row->argument != NULL)
            printf(" --%s", row->name);
    }
    putchar('\n');
}

static void list_bash_values(void)
{
    for (const struct option_row *row = option_rows; row < option_rows + option_count; row++) {
        if (row->argument == NULL)
            continue;
        printf("    --%s", row->name);
        if (row->letter != 0)
            printf(" | -%c", row->letter);
        printf(") values='%s", names_file(row) ? "FILE" : "");
        print_words(row);
        printf("' ;;\n");
    }
}

static void list_bash_options(void)
{
    for (int i = 0; i < COMMAND_COUNT; i++) {
        const char *before = "options='";
        printf("    %s) ", command_rows[i].name);
        for (const struct option_row *row = option_rows; row < option_rows + option_count; row++) {
            if ((row->commands & 1u << i) == 0)
                continue;
            if (row->letter != 0)
                printf("%s-%c --%s", before, row->letter, row->name);
            else
                printf("%s--%s", before, row->name);
            before = " ";
        }
        printf("' ;;\n");
    }
}

static void list_commands(void)
{
    printf("    commands='");
    print_commands(all_commands, " ");
    printf("'\n");
}

static void list_bash_file_commands(void)
{
    print_commands(commands_that_take_files(), " | ");
    printf(") ;;\n");
}

static void list_zsh_find_command(void)
{
    printf("        ");
    print_commands(all_commands, " | ");
    printf(") command=$words[i]; break ;;\n");
}

static void list_zsh_commands(void)
{
    for (int i = 0; i < COMMAND_COUNT; i++) {
        printf("        '%s:", command_rows[i].name);
        print_for_zsh(command_rows[i].summary[LANGUAGE_EN]);
        printf("'\n");
    }
}

static void list_zsh_arguments(void)
{
    printf("    ");
    print_commands(all_commands & ~commands_that_take_files(), " | ");
    printf(") rest='*: :_message argument' ;;\n");
}

/* Prints a line such as '(-f --format)'{-f+,--format=}'[help]:NAME:(text csv)'. */
static void list_zsh_options(void)
{
    for (const struct option_row *row = option_rows; row < option_rows + option_count; row++) {
        const char *sign = row->argument ? "=" : "";
        const char *repeats = row->type == OPTION_LIST ? "*" : "";
        printf("    [[ $command != (");
        print_commands(row->commands, "|");
        printf(") ]] || options+=(");
        if (row->letter == 0)
            printf("'%s--%s%s[", repeats, row->name, sign);
        else
            printf("'%s(-%c --%s)'{-%c%s,--%s%s}'[", repeats, row->letter, row->name, row->letter,
                   row->argument ? "+" : "", row->name, sign);
        print_for_zsh(row->help[LANGUAGE_EN]);
        printf("]");
        if (row->argument != NULL)
            printf(":%s:%s", row->argument, names_file(row) ? "_files" : has_words(row) ? "(" : "");
        print_words(row);
        printf("%s')\n", has_words(row) ? ")" : "");
    }
}

static void list_fish_find_command(void)
{
    printf("            case ");
    print_commands(all_commands, " ");
    printf("\n                echo $word\n                return\n");
}

static void list_fish_commands(void)
{
    for (int i = 0; i < COMMAND_COUNT; i++) {
        printf("complete -c marsift -n __marsift_needs_command -a %s -d '", command_rows[i].name);
        print_for_fish(command_rows[i].summary[LANGUAGE_EN]);
        printf("'\n");
    }
    printf("complete -c marsift -n '__marsift_command_is ");
    print_commands(all_commands & ~commands_that_take_files(), " ");
    printf("' -f\ncomplete -c marsift -n '__marsift_command_is help' -a '");
    print_commands(all_commands, " ");
    printf("'\n");
}

static void list_fish_options(void)
{
    for (const struct option_row *row = option_rows; row < option_rows + option_count; row++) {
        printf("complete -c marsift -n '__marsift_command_is ");
        print_commands(row->commands, " ");
        printf("' -l %s", row->name);
        if (row->letter != 0)
            printf(" -s %c", row->letter);
        if (row->argument != NULL)
            printf("%s", names_file(row) ? " -r -F" : " -x");
        if (has_words(row)) {
            printf(" -a '");
            print_words(row);
            printf("'");
        }
        printf(" -d '");
        print_for_fish(row->help[LANGUAGE_EN]);
        printf("'\n");
    }
}

static const struct {
    const char *name;
    void (*print)(void);
} lists[] = {
    {"@options", list_options},
    {"@exit-statuses", list_exit_statuses},
    {"@limits", list_limits},
    {"@options-with-value", list_options_with_value},
    {"@bash-values", list_bash_values},
    {"@bash-options", list_bash_options},
    {"@commands", list_commands},
    {"@bash-file-commands", list_bash_file_commands},
    {"@zsh-find-command", list_zsh_find_command},
    {"@zsh-commands", list_zsh_commands},
    {"@zsh-arguments", list_zsh_arguments},
    {"@zsh-options", list_zsh_options},
    {"@fish-find-command", list_fish_find_command},
    {"@fish-commands", list_fish_commands},
    {"@fish-options", list_fish_options},
};

static void print_list(const char *name)
{
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (strcmp(lists[i].name, name) == 0) {
            lists[i].print();
            return;
        }
    fprintf(stderr, "print_lists: there is no list %s\n", name);
    exit(1);
}

int main(void)
{
    char line[1024];
    while (fgets(line, sizeof line, stdin) != NULL) {
        if (line[0] != '@') {
            fputs(line, stdout);
            continue;
        }
        line[strcspn(line, "\n")] = '\0';
        print_list(line);
    }
    return ferror(stdout) || fflush(stdout) != 0;
}
