#include "cli/options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "cli/option_table.h"
#include "cli/option_values.h"
#include "text/suggestion.h"

/* Beyond every letter, so that getopt's answer tells which option it was. */
enum { OPTION_BASE = 0x100 };

static const char *const command_names[] = {"report",   "files", "explain",
                                            "annotate", "check", NULL};
static const char command_letters[] = "RFEAC";

const char *command_name(enum command command)
{
    return command_names[command];
}

static bool add_value(const char *option, struct value_list *list, const char *value,
                      struct fault *fault)
{
    if (list->count == MAX_LISTED_FILES)
        return fault_set(fault, FAULT_OPTION, "%s is given more than %d times", option,
                         MAX_LISTED_FILES);
    list->values[list->count++] = value;
    return true;
}

static bool set_word(struct options *options, enum option_id id, const char *option,
                     const char *value, struct fault *fault)
{
    static const char *const languages[] = {"en", "ja", NULL};
    static const char *const keys[] = {"reason", "code", "host", "folder", "job", NULL};
    static const char *const ranks[] = {"files", "risk", NULL};
    static const char *const times[] = {"auto", "always", "never", NULL};
    static const char *const shown[] = {"auto", "never", NULL};
    size_t index = 0;
    switch (id) {
    case OPTION_LANG:
        if (!option_word(option, value, languages, &index, fault))
            return false;
        options->language = (enum language)index;
        return true;
    case OPTION_BY:
        if (!option_word(option, value, keys, &index, fault))
            return false;
        options->by = (enum report_by)index;
        return true;
    case OPTION_RANK:
        if (!option_word(option, value, ranks, &index, fault))
            return false;
        options->by_risk = index == 1;
        return true;
    case OPTION_COLOR:
        if (!option_word(option, value, times, &index, fault))
            return false;
        options->color = (enum when)index;
        return true;
    default:
        if (!option_word(option, value, shown, &index, fault))
            return false;
        options->progress = index == 1 ? WHEN_NEVER : WHEN_AUTO;
        return true;
    }
}

static bool set_number(struct options *options, enum option_id id, const char *option,
                       const char *value, struct fault *fault)
{
    uint64_t number = 0;
    switch (id) {
    case OPTION_TOP:
        return option_number(option, value, 1, 1000000, &options->top, fault);
    case OPTION_JOBS:
        return option_number(option, value, 1, 256, &options->threads, fault);
    default:
        if (!option_number(option, value, 1970, 9999, &number, fault))
            return false;
        options->year = (int16_t)number;
        return true;
    }
}

/* What is there or not. */
static void set_flag(struct options *options, enum option_id id)
{
    if (id == OPTION_ALL)
        options->top = RENDER_TOP_ALL;
    else if (id == OPTION_CSV_SAFE)
        options->csv_safe = true;
    else if (id == OPTION_NO_PREFILTER)
        options->without_prefilter = true;
    else if (id == OPTION_NO_SANDBOX)
        options->without_sandbox = true;
    else if (id == OPTION_JOBS_TABLE)
        options->shows_jobs = true;
    else if (id == OPTION_QUIET)
        options->is_quiet = true;
    else if (id == OPTION_HELP)
        options->wants_help = true;
    else
        options->wants_version = true;
}

static bool set_host(struct options *options, const char *value, struct fault *fault)
{
    options->host = value;
    return value[0] != '\0' || fault_set(fault, FAULT_OPTION, "--host takes a name");
}

static bool set_value(struct options *options, enum option_id id, const char *option,
                      const char *value, struct fault *fault)
{
    switch (id) {
    case OPTION_FORMAT:
        options->format = value;
        return true;
    case OPTION_OUTPUT:
        options->output = value;
        return true;
    case OPTION_ENCODING:
        options->encoding = value;
        return true;
    case OPTION_TOP:
    case OPTION_JOBS:
    case OPTION_YEAR:
        return set_number(options, id, option, value, fault);
    case OPTION_SINCE:
        return option_time(option, value, false, &options->since, fault);
    case OPTION_UNTIL:
        return option_time(option, value, true, &options->until, fault);
    case OPTION_TZ:
        return option_zone(option, value, options->zone, fault);
    case OPTION_HOST:
        return set_host(options, value, fault);
    case OPTION_GRAMMAR:
        return add_value(option, &options->grammars, value, fault);
    case OPTION_CATALOG:
        return add_value(option, &options->catalogs, value, fault);
    case OPTION_FAIL_ON:
        return add_value(option, &options->conditions, value, fault);
    default:
        return set_word(options, id, option, value, fault);
    }
}

static bool set_option(struct options *options, enum option_id id, const char *value,
                       struct fault *fault)
{
    char option[32];
    snprintf(option, sizeof option, "--%s", option_rows[id].name);
    if (option_rows[id].argument != NULL)
        return set_value(options, id, option, value, fault);
    set_flag(options, id);
    return true;
}

/* LC_ALL, LC_MESSAGES, LANG in POSIX's order; whatever is not Japanese is English. */
static enum language language_of_environment(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value != NULL && value[0] != '\0')
            return strncmp(value, "ja", 2) == 0 ? LANGUAGE_JA : LANGUAGE_EN;
    }
    return LANGUAGE_EN;
}

struct getopt_tables {
    char letters[2 * OPTION_COUNT + 3];
    struct option names[OPTION_COUNT + 1];
    const char *words[OPTION_COUNT + 1];
};

static void fill_tables(struct getopt_tables *tables)
{
    size_t at = 0;
    *tables = (struct getopt_tables){0};
    tables->letters[at++] =
        '-'; /* arguments in their place: a negative number must be seen in time */
    tables->letters[at++] = ':';
    for (int i = 0; i < OPTION_COUNT; i++) {
        tables->words[i] = option_rows[i].name;
        tables->names[i] = (struct option){
            option_rows[i].name, option_rows[i].argument ? required_argument : no_argument, NULL,
            OPTION_BASE + i};
        if (option_rows[i].letter == 0)
            continue;
        tables->letters[at++] = (char)option_rows[i].letter;
        if (option_rows[i].argument != NULL)
            tables->letters[at++] = ':';
    }
}

static bool unknown_option(const struct getopt_tables *tables, const char *typed,
                           struct fault *fault)
{
    char word[64];
    if (optopt >= OPTION_BASE)
        return fault_set(fault, FAULT_OPTION, "option --%s takes no value",
                         option_rows[optopt - OPTION_BASE].name);
    if (optopt > ' ' && optopt < 0x7F)
        return fault_set(fault, FAULT_OPTION, "unknown option -%c", optopt);
    snprintf(word, sizeof word, "%.*s", (int)strcspn(typed, "="), typed);
    const char *known =
        strncmp(word, "--", 2) == 0 ? suggestion_nearest(word + 2, tables->words) : NULL;
    return fault_set(fault, FAULT_OPTION, "unknown option %s%s%s%s", word,
                     known ? "; did you mean --" : "", known ? known : "", known ? "?" : "");
}

static bool find_id(int answer, enum option_id *id)
{
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (answer == OPTION_BASE + i ||
            (option_rows[i].letter != 0 && answer == option_rows[i].letter)) {
            *id = (enum option_id)i;
            return true;
        }
    }
    return false;
}

static bool is_negative_number(const char *text)
{
    return text[0] == '-' && ascii_is_digit(text[1]);
}

/* The first word that is no option may be a command; the options seen before it are checked with
 * it. */
static void take_argument(struct options *options, const char **arguments, const char *word,
                          bool *is_command_due)
{
    for (size_t i = 0; *is_command_due && command_names[i] != NULL; i++) {
        if (strcmp(word, command_names[i]) == 0) {
            options->command = (enum command)i;
            *is_command_due = false;
            return;
        }
    }
    *is_command_due = false;
    arguments[options->argument_count++] = word;
}

static bool check_command(const struct options *options, const bool *is_used, struct fault *fault)
{
    if (datetime_is_set(options->since) && datetime_is_set(options->until) &&
        datetime_compare(options->since, options->until) > 0)
        return fault_set(fault, FAULT_OPTION, "--since lies behind --until: no record is between");
    char letter = command_letters[options->command];
    for (int i = 0; i < OPTION_COUNT; i++)
        if (is_used[i] && strchr(option_rows[i].commands, letter) == NULL)
            return fault_set(fault, FAULT_OPTION, "marsift %s has no option --%s",
                             command_names[options->command], option_rows[i].name);
    return true;
}

bool options_read(int argc, char **argv, const char **arguments, struct options *options,
                  struct fault *fault)
{
    struct getopt_tables tables;
    bool is_used[OPTION_COUNT] = {false};
    bool is_command_due = true;
    fill_tables(&tables);
    *options = (struct options){
        .format = "text", .language = language_of_environment(), .arguments = arguments};
    optind = 0; /* glibc: start anew, also in tests that read several command lines */
    opterr = 0;
    getopt_long(1, argv, tables.letters, tables.names, NULL);
    while (true) {
        int next = optind; /* of the word that is read, also where it holds several letters */
        if (next < argc && is_negative_number(argv[next])) {
            take_argument(options, arguments, argv[next], &is_command_due);
            optind = next + 1;
            continue;
        }
        int answer = getopt_long(argc, argv, tables.letters, tables.names, NULL);
        enum option_id id;
        if (answer == -1)
            break;
        if (answer == 1) {
            take_argument(options, arguments, optarg, &is_command_due);
        } else if (answer == ':') {
            return fault_set(fault, FAULT_OPTION, "option %s needs a value", argv[next]);
        } else if (find_id(answer, &id)) {
            is_used[id] = true;
            if (!set_option(options, id, optarg, fault))
                return false;
        } else {
            return unknown_option(&tables, argv[next], fault);
        }
    }
    is_command_due = false; /* what follows "--" are arguments */
    while (optind < argc)
        take_argument(options, arguments, argv[optind++], &is_command_due);
    return check_command(options, is_used, fault);
}
