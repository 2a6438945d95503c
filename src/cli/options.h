/* The command line: one table of options, from which parsing, --help and the manual's check come.
 */
#ifndef MARSIFT_CLI_OPTIONS_H
#define MARSIFT_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/fault.h"
#include "base/language.h"
#include "report/report.h"

enum command { COMMAND_REPORT, COMMAND_FILES, COMMAND_EXPLAIN, COMMAND_ANNOTATE, COMMAND_CHECK };

enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

enum { MAX_LISTED_FILES = 64, ZONE_BYTES = 8 };

/* A list of --grammar, --catalog or --fail-on values, in their order. */
struct value_list {
    const char *values[MAX_LISTED_FILES];
    size_t count;
};

/* What the user typed, checked in itself; nothing has been opened. Texts are lent by argv. */
struct options {
    enum command command;
    const char *format; /* "text" */
    const char *output; /* NULL: standard output */
    enum language language;
    uint64_t top; /* 0: not given */
    enum report_by by;
    bool by_risk;
    struct datetime since;
    struct datetime until;
    int16_t year;
    char zone[ZONE_BYTES]; /* "" or "Z" or "+09:00" */
    const char *host;
    const char *encoding;
    uint64_t threads; /* 0: as many as processors */
    struct value_list grammars;
    struct value_list catalogs;
    struct value_list conditions;
    enum when color;
    enum when progress;
    bool is_quiet;
    bool csv_safe;
    bool without_prefilter;
    bool without_sandbox;
    bool shows_jobs;
    bool wants_help;
    bool wants_version;
    const char *const *arguments; /* paths, or what is to be explained */
    size_t argument_count;
};

/* Reads the command line. `arguments` has room for `argc` pointers and is lent to `options`. What
 * is wrong is a FAULT_OPTION with a sentence that names the option. */
bool options_read(int argc, char **argv, const char **arguments, struct options *options,
                  struct fault *fault);

/* "report", "files" ... */
const char *command_name(enum command command);

#endif
