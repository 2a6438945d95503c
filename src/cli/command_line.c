#include "cli/command_line.h"

#include <assert.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "cli/commands.h"
#include "cli/option_table.h"
#include "cli/option_value.h"
#include "text/suggestion.h"

/* getopt returns OPTION_BASE + the row's index for a long option, its letter for a short one. */
enum { OPTION_BASE = 0x100 };

struct argv_parser {
    int argc;
    char **argv;
    struct options *options;
    const char **arguments; /* those of `options` */
    bool may_be_command;    /* no argument has been seen yet */
    const char *first_word; /* the first argument, if it might have been a command; NULL */
    bool is_used[MAX_OPTIONS];
    char letters[2 * MAX_OPTIONS + sizeof "-:"]; /* for getopt */
    struct option long_options[MAX_OPTIONS + 1]; /* for getopt */
};

/* The language whose tag begins the locale's name ("ja_JP.UTF-8"); English if there is none. */
static enum language language_of_locale(const char *locale)
{
    static const char *const tags[] = {
#define LANGUAGE_TAG(id, tag) tag,
        LANGUAGES(LANGUAGE_TAG)
#undef LANGUAGE_TAG
    };
    for (size_t i = 0; i < COUNT_OF(tags); i++)
        if (strncmp(locale, tags[i], strlen(tags[i])) == 0)
            return (enum language)i;
    return LANGUAGE_EN;
}

/* LC_ALL, LC_MESSAGES, LANG in POSIX's order. */
static enum language language_of_environment(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        const char *value = getenv(names[i]);
        if (value != NULL && value[0] != '\0')
            return language_of_locale(value);
    }
    return LANGUAGE_EN;
}

/* Of several, the last --lang counts. */
enum language command_line_language(int argc, char **argv)
{
    static const char option[] = "--lang";
    enum language language = language_of_environment();
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        size_t length = sizeof option - 1;
        if (strncmp(argv[i], option, length) != 0)
            continue;
        if (argv[i][length] == '=')
            language = language_of_locale(argv[i] + length + 1);
        else if (argv[i][length] == '\0' && i + 1 < argc)
            language = language_of_locale(argv[++i]);
    }
    return language;
}

static void fill_getopt_tables(struct argv_parser *parser)
{
    size_t at = 0;
    parser->letters[at++] = '-'; /* arguments in their order, so that a negative number is seen */
    parser->letters[at++] = ':'; /* a missing value is ':' */
    for (size_t i = 0; i < option_count; i++) {
        const struct option_row *row = &option_rows[i];
        int has_value = row->argument != NULL ? required_argument : no_argument;
        parser->long_options[i] = (struct option){row->name, has_value, NULL, OPTION_BASE + (int)i};
        if (row->letter == 0)
            continue;
        parser->letters[at++] = row->letter;
        if (row->argument != NULL)
            parser->letters[at++] = ':';
    }
}

static bool fail_unknown(const char *typed, struct fault *fault)
{
    char word[64];
    const char *names[MAX_OPTIONS + 1] = {NULL};
    if (optopt >= OPTION_BASE)
        return fault_set(fault, FAULT_OPTION, "option --%s takes no value",
                         option_rows[optopt - OPTION_BASE].name);
    if (optopt > ' ' && optopt < 0x7F)
        return fault_set(fault, FAULT_OPTION, "unknown option -%c", optopt);
    snprintf(word, sizeof word, "%.*s", (int)strcspn(typed, "="), typed);
    for (size_t i = 0; i < option_count; i++)
        names[i] = option_rows[i].name;
    const char *nearest = strncmp(word, "--", 2) == 0 ? suggestion_nearest(word + 2, names) : NULL;
    return fault_set(fault, FAULT_OPTION, "unknown option %s%s%s%s", word,
                     nearest ? "; did you mean --" : "", nearest ? nearest : "",
                     nearest ? "?" : "");
}

/* The row's index, or option_count if getopt found no option. */
static size_t find_row(int found)
{
    for (size_t i = 0; i < option_count; i++)
        if (found == OPTION_BASE + (int)i ||
            (option_rows[i].letter != 0 && found == option_rows[i].letter))
            return i;
    return option_count;
}

static bool is_negative_number(const char *text)
{
    return text[0] == '-' && ascii_is_digit(text[1]);
}

/* The first argument may be a command. */
static void add_argument(struct argv_parser *parser, const char *word)
{
    struct options *options = parser->options;
    if (parser->may_be_command) {
        parser->may_be_command = false;
        options->names_command = command_find(word, &options->command);
        if (options->names_command)
            return;
        parser->first_word = word;
    }
    parser->arguments[options->argument_count++] = word;
}

/* A path that is not there but nearly spells a command is taken for that command. */
static bool check_first_word(const struct argv_parser *parser, struct fault *fault)
{
    struct stat status;
    const char *word = parser->first_word;
    const char *nearest = word == NULL ? NULL : command_nearest(word);
    if (nearest == NULL || lstat(word, &status) == 0)
        return true;
    return fault_set(fault, FAULT_OPTION, "no command or file \"%s\"; did you mean %s?", word,
                     nearest);
}

/* Checks that the command has the options, which may come before it. */
static bool check_command(const struct argv_parser *parser, struct fault *fault)
{
    const struct options *options = parser->options;
    if (datetime_is_set(options->since) && datetime_is_set(options->until) &&
        datetime_compare(options->since, options->until) > 0)
        return fault_set(fault, FAULT_OPTION, "--since is later than --until");
    for (size_t i = 0; i < option_count; i++)
        if (parser->is_used[i] && (option_rows[i].commands & 1u << options->command) == 0)
            return fault_set(fault, FAULT_OPTION, "marsift %s has no option --%s",
                             command_rows[options->command].name, option_rows[i].name);
    return true;
}

/* Reads the words up to "--". */
static bool read_words(struct argv_parser *parser, struct fault *fault)
{
    getopt_long(1, parser->argv, parser->letters, parser->long_options, NULL);
    while (true) {
        int next = optind; /* the current word's index, also while it holds several letters */
        if (next < parser->argc && is_negative_number(parser->argv[next])) {
            add_argument(parser, parser->argv[next]);
            optind = next + 1;
            continue;
        }
        int found =
            getopt_long(parser->argc, parser->argv, parser->letters, parser->long_options, NULL);
        size_t row = find_row(found);
        if (found == -1)
            return true;
        if (found == 1) {
            add_argument(parser, optarg);
        } else if (found == ':') {
            return fault_set(fault, FAULT_OPTION, "option %s needs a value", parser->argv[next]);
        } else if (row == option_count) {
            return fail_unknown(parser->argv[next], fault);
        } else {
            parser->is_used[row] = true;
            if (!option_value_set(&option_rows[row], optarg, parser->options, fault))
                return false;
        }
    }
}

bool command_line_read(int argc, char **argv, const char **arguments, struct options *options,
                       struct fault *fault)
{
    struct argv_parser parser = {.argc = argc,
                                 .argv = argv,
                                 .options = options,
                                 .arguments = arguments,
                                 .may_be_command = true};
    *options = (struct options){
        .format = "text", .language = command_line_language(argc, argv), .arguments = arguments};
    fill_getopt_tables(&parser);
    optind = 0; /* glibc: start anew, also in tests that read several command lines */
    opterr = 0;
    if (!read_words(&parser, fault))
        return false;
    parser.may_be_command = false;
    while (optind < argc)
        add_argument(&parser, argv[optind++]);
    return check_first_word(&parser, fault) && check_command(&parser, fault);
}
