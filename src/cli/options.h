/* The options, as option_table.h sets them. */
#ifndef MARSIFT_CLI_OPTIONS_H
#define MARSIFT_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/language.h"
#include "cli/command_list.h"
#include "output/write/format.h"
#include "report/report.h"
#include "text/time_argument.h"

enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

enum { MAX_LISTED_FILES = 64 };

/* The values of an option that may be repeated, in their order. */
struct value_list {
    const char *values[MAX_LISTED_FILES];
    size_t count;
};

/* The command line, checked as far as that takes no file. Texts are lent by argv. */
struct options {
    enum command command;
    bool names_command; /* false: `command` is the default */
    const char *format; /* "text" */
    const char *output; /* NULL: standard output */
    enum language language;
    uint64_t top; /* 0: not given; RENDER_TOP_ALL */
    enum report_by by;
    bool by_risk;
    bool ever;
    struct datetime as_of; /* unset: the newest record is "now" */
    struct datetime since;
    struct datetime until;
    int16_t year;          /* 0: not given */
    char zone[ZONE_BYTES]; /* "", "Z" or "+09:00" */
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
    bool csv_bom;
    bool without_prefilter;
    bool without_sandbox;
    enum render_jobs jobs;
    bool explains_reading;
    bool wants_list; /* of explain */
    bool wants_help;
    bool wants_version;
    const char *const *arguments; /* paths, or codes and words to explain */
    size_t argument_count;
};

#endif
