#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command_line.h"
#include "cli/option_table.h"
#include "output/write/format.h"

enum { MAX_WORDS = 12 };

static bool read_words(const char *const *words, struct options *options, const char **arguments,
                       struct fault *fault)
{
    char *argv[MAX_WORDS + 2] = {"marsift"};
    int argc = 1;
    while (words[argc - 1] != NULL) {
        argv[argc] = (char *)words[argc - 1];
        argc++;
    }
    return command_line_read(argc, argv, arguments, options, fault);
}

Test(cli_options, commands_and_arguments_are_distinguished)
{
    static const struct {
        const char *words[MAX_WORDS];
        enum command command;
        const char *arguments[3];
    } cases[] = {
        {{NULL}, COMMAND_REPORT, {NULL}},
        {{"a.log", "-f", "json", "b.log", NULL}, COMMAND_REPORT, {"a.log", "b.log"}},
        {{"files", "x", NULL}, COMMAND_FILES, {"x"}},
        {{"-f", "csv", "files", "files", NULL}, COMMAND_FILES, {"files"}},
        {{"report", "files", NULL}, COMMAND_REPORT, {"files"}},
        {{"explain", "-2147024501", "5", NULL}, COMMAND_EXPLAIN, {"-2147024501", "5"}},
        {{"explain", "--format=json", "-1", NULL}, COMMAND_EXPLAIN, {"-1"}},
        {{"--", "files", "-x", NULL}, COMMAND_REPORT, {"files", "-x"}},
        {{"-", NULL}, COMMAND_REPORT, {"-"}},
        {{"./files", NULL}, COMMAND_REPORT, {"./files"}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct options options;
        const char *arguments[MAX_WORDS];
        struct fault fault = {0};
        cr_assert(read_words(cases[i].words, &options, arguments, &fault), "case %zu: %s", i,
                  fault.text);
        cr_assert(eq(int, options.command, cases[i].command), "case %zu", i);
        size_t count = 0;
        while (count < 3 && cases[i].arguments[count] != NULL)
            count++;
        cr_assert(eq(sz, options.argument_count, count), "case %zu", i);
        for (size_t j = 0; j < count; j++)
            cr_assert(eq(str, (char *)options.arguments[j], (char *)cases[i].arguments[j]));
    }
}

Test(cli_options, errors_name_the_option_and_suggest_a_near_one)
{
    static const struct {
        const char *words[MAX_WORDS];
        const char *message;
    } cases[] = {
        {{"--formt", "x", NULL}, "unknown option --formt; did you mean --format?"},
        {{"-x", NULL}, "unknown option -x"},
        {{"log", "-\xC3\xA9", NULL}, "unknown option -\xC3\xA9"},
        {{"log", "-q\xC3\xA9", NULL}, "unknown option -q\xC3\xA9"},
        {{"--quiet=1", NULL}, "option --quiet takes no value"},
        {{"-f", NULL}, "option -f needs a value"},
        {{"--lang", "de", NULL}, "--lang takes one of en, ja, not \"de\""},
        {{"--by", "reasons", NULL},
         "--by takes one of reason, code, host, folder, job, not \"reasons\"; did you mean "
         "\"reason\"?"},
        {{"--top", "0", NULL}, "--top takes a whole number from 1 to 1000000, not \"0\""},
        {{"-j", "99999999999999999999999", NULL},
         "--threads takes a whole number from 1 to 256, not \"99999999999999999999999\""},
        {{"--year", "20x0", NULL}, "--year takes a whole number from 1970 to 9999, not \"20x0\""},
        {{"--since", "yesterday", NULL},
         "--since takes a time such as 2020-08-04 or 2020-08-04T13:16, not \"yesterday\""},
        {{"--tz", "JST", NULL}, "--tz takes Z, UTC or an offset such as +09:00, not \"JST\""},
        {{"--tz", "+ 9", NULL}, "--tz takes Z, UTC or an offset such as +09:00, not \"+ 9\""},
        {{"--tz", "+-0", NULL}, "--tz takes Z, UTC or an offset such as +09:00, not \"+-0\""},
        {{"--tz", "+09: 0", NULL}, "--tz takes Z, UTC or an offset such as +09:00, not \"+09: 0\""},
        {{"--tz", "-+5", NULL}, "--tz takes Z, UTC or an offset such as +09:00, not \"-+5\""},
        {{"--tz", "", NULL}, "--tz takes Z, UTC or an offset such as +09:00, not \"\""},
        {{"--host", "", NULL}, "--host takes a name"},
        {{"explain", "--top", "3", "x", NULL}, "marsift explain has no option --top"},
        {{"--since", "2021-01-02", "--until", "2021-01-01", NULL}, "--since is later than --until"},
        {{"files", "--by", "host", NULL}, "marsift files has no option --by"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct options options;
        const char *arguments[MAX_WORDS];
        struct fault fault = {0};
        cr_assert(not(read_words(cases[i].words, &options, arguments, &fault)), "case %zu", i);
        cr_assert(eq(int, fault.kind, FAULT_OPTION));
        cr_assert(eq(str, fault.text, (char *)cases[i].message));
    }
}

Test(cli_options, values_are_parsed)
{
    static const char *const words[] = {"--tz",      "-0530",      "--since", "2020-08-04",
                                        "--until",   "2020-08-04", "--year",  "2019",
                                        "--fail-on", "files>0",    NULL};
    struct options options;
    const char *arguments[MAX_WORDS];
    struct fault fault = {0};
    char text[DATETIME_TEXT_BYTES];
    cr_assert(read_words(words, &options, arguments, &fault), "%s", fault.text);
    cr_assert(eq(str, options.zone, "-05:30"));
    cr_assert(eq(int, options.year, 2019));
    cr_assert(eq(sz, options.conditions.count, 1));
    cr_assert(eq(str, (char *)datetime_format(options.since, "", text), "2020-08-04"));
    cr_assert(eq(int, options.until.hour, 23));
    cr_assert(eq(int, options.until.millisecond, 999));
}

Test(cli_options, the_last_of_several_values_wins)
{
    static const struct {
        const char *words[MAX_WORDS];
        uint64_t top;
    } cases[] = {
        {{"--top", "5", NULL}, 5},
        {{"--all", NULL}, RENDER_TOP_ALL},
        {{"--all", "--top", "5", NULL}, 5},
        {{"--top", "5", "--all", NULL}, RENDER_TOP_ALL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct options options;
        const char *arguments[MAX_WORDS];
        cr_assert(read_words(cases[i].words, &options, arguments, NULL));
        cr_assert(eq(u64, options.top, cases[i].top), "case %zu", i);
    }
}

Test(cli_options, rows_are_distinct_and_complete)
{
    for (size_t i = 0; i < option_count; i++) {
        const struct option_row *row = &option_rows[i];
        cr_assert(eq(int, row->argument == NULL, row->type == OPTION_FLAG), "%s", row->name);
        cr_assert(row->commands != 0 && row->commands < 1u << COMMAND_COUNT, "%s", row->name);
        cr_assert(row->type != OPTION_WORD || row->words != NULL, "%s", row->name);
        for (size_t j = 0; j < i; j++) {
            cr_assert(ne(str, (char *)row->name, (char *)option_rows[j].name));
            cr_assert(row->letter == 0 || row->letter != option_rows[j].letter, "%s", row->name);
        }
    }
}

Test(cli_options, words_of_by_are_those_of_the_report)
{
    for (size_t i = 0; i < option_count; i++)
        if (strcmp(option_rows[i].name, "by") == 0)
            for (const struct option_word *word = option_rows[i].words; word->word != NULL; word++)
                cr_assert(eq(str, (char *)word->word,
                             (char *)report_by_name((enum report_by)word->value)));
}

Test(cli_options, the_language_comes_from_the_environment)
{
    static const struct {
        const char *all, *messages, *lang;
        enum language language;
    } cases[] = {
        {"", "ja_JP.UTF-8", "en_US.UTF-8", LANGUAGE_JA},
        {"C", "ja_JP.UTF-8", "ja", LANGUAGE_EN},
        {"", "", "ja_JP.eucJP", LANGUAGE_JA},
        {"", "", "", LANGUAGE_EN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        static const char *const none[] = {NULL};
        struct options options;
        const char *arguments[MAX_WORDS];
        setenv("LC_ALL", cases[i].all, 1);
        setenv("LC_MESSAGES", cases[i].messages, 1);
        setenv("LANG", cases[i].lang, 1);
        cr_assert(read_words(none, &options, arguments, NULL));
        cr_assert(eq(int, options.language, cases[i].language), "case %zu", i);
    }
}
