/* The one table of options. Parsing, --help and the check of the manual are made of it. */
#ifndef MARSIFT_CLI_OPTION_TABLE_H
#define MARSIFT_CLI_OPTION_TABLE_H

#include "output/write/formats.h"
#include "output/write/writer.h"

/* Letters of the commands that know an option: Report, Files, Explain, Annotate, Check. */
#define ALL_COMMANDS "RFEAC"

/* id, letter (0: none), name, argument (NULL: none), commands, help */
#define OPTIONS(OPTION)                                                                            \
    OPTION(FORMAT, 'f', "format", "NAME", "RFE", FORMAT_NAMES_WITH_DEFAULT)                        \
    OPTION(OUTPUT, 'o', "output", "FILE", "RFEA", "write FILE, whole or not at all")               \
    OPTION(LANG, 0, "lang", "en|ja", "RFEA", "language of titles, causes and actions")             \
    OPTION(TOP, 0, "top", "N", "R", "show the first N of every ranked list")                       \
    OPTION(ALL, 0, "all", NULL, "R", "show everything: all entries, all actions")                  \
    OPTION(BY, 0, "by", "KEY", "R", "rank by reason (default), code, host, folder or job")         \
    OPTION(JOBS_TABLE, 0, "jobs-table", NULL, "R", "list the jobs in the text report")             \
    OPTION(RANK, 0, "rank", "HOW", "R", "rank by files (default), or by risk: data loss first")    \
    OPTION(SINCE, 0, "since", "TIME", "RF", "leave out records before TIME (2020-08-04T13:16)")    \
    OPTION(UNTIL, 0, "until", "TIME", "RF", "leave out records after TIME")                        \
    OPTION(YEAR, 0, "year", "YYYY", "RF", "year in which each log begins; logs hold none")         \
    OPTION(TZ, 0, "tz", "ZONE", "RF", "say behind every time that it is in ZONE (+09:00, UTC)")    \
    OPTION(HOST, 0, "host", "NAME", "RF", "the server that all logs come from")                    \
    OPTION(ENCODING, 0, "encoding", "NAME", "RFA",                                                 \
           "read logs in this encoding (CP932, UTF-16 ...)")                                       \
    OPTION(JOBS, 'j', "jobs", "N", "RF", "threads; default: the processors")                       \
    OPTION(NO_PREFILTER, 0, "no-prefilter", NULL, "RFA",                                           \
           "try every rule on every line: the same output, slower")                                \
    OPTION(NO_SANDBOX, 0, "no-sandbox", NULL, ALL_COMMANDS,                                        \
           "keep every right of the user while reading, for odd systems")                          \
    OPTION(GRAMMAR, 0, "grammar", "FILE", "RFA", "add a grammar, or replace the one of its name")  \
    OPTION(CATALOG, 0, "catalog", "FILE", "RFEA", "add catalog rows; they win over built-in ones") \
    OPTION(FAIL_ON, 0, "fail-on", "EXPR", "RF", "end with status 3 when EXPR holds: files>0 ...")  \
    OPTION(CSV_SAFE, 0, "csv-safe", NULL, "RFE", "disarm CSV cells that a spreadsheet would run")  \
    OPTION(COLOR, 0, "color", "WHEN", "RFE", "auto (default), always or never")                    \
    OPTION(PROGRESS, 0, "progress", "WHEN", "RF", "auto (default) or never")                       \
    OPTION(QUIET, 'q', "quiet", NULL, ALL_COMMANDS,                                                \
           "no messages about damaged input, no progress")                                         \
    OPTION(HELP, 'h', "help", NULL, ALL_COMMANDS, "this text")                                     \
    OPTION(VERSION, 0, "version", NULL, ALL_COMMANDS, "version, libraries and sandbox")

enum option_id {
#define OPTION_ID(id, letter, name, argument, commands, help) OPTION_##id,
    OPTIONS(OPTION_ID)
#undef OPTION_ID
        OPTION_COUNT
};

struct option_row {
    int letter; /* 0: it has none */
    const char *name;
    const char *argument; /* what its value is called; NULL: it takes none */
    const char *commands; /* letters of the commands that know it */
    const char *help;
};

extern const struct option_row option_rows[OPTION_COUNT];

/* Writes the text of --help. */
void option_table_write_help(struct writer *writer);

#endif
