/* Invented reports for tests of the output formats. */
#ifndef MARSIFT_TESTS_REPORT_FIXTURE_H
#define MARSIFT_TESTS_REPORT_FIXTURE_H

#include "catalog/explain/explanation.h"
#include "report/report.h"

enum fixture {
    FIXTURE_NOTHING, /* no log at all */
    FIXTURE_QUIET,   /* one log without failures */
    FIXTURE_USUAL,   /* two hosts, several reasons, findings, one damaged log */
    FIXTURE_GROUPED, /* the same by folder */
    FIXTURE_BARE,    /* every optional member missing */
    FIXTURE_HUGE,    /* the largest numbers, long lists */
    FIXTURE_HOSTILE, /* names that attack terminals, rows and spreadsheets */
    FIXTURE_COUNT
};

const char *fixture_name(enum fixture fixture);

/* Returns a new copy of the fixture, whose parts are static and read-only. */
struct report report_fixture(enum fixture fixture, enum language language);

enum { FILE_ROW_FIXTURE_COUNT = 4 };
extern const struct file_row file_row_fixtures[FILE_ROW_FIXTURE_COUNT];

enum { EXPLANATION_FIXTURE_COUNT = 4 };
extern const struct explanation explanation_fixtures[EXPLANATION_FIXTURE_COUNT];

/* A span of a literal, which may contain NUL. */
#define SPAN(literal)                                                                              \
    {                                                                                              \
        .bytes = (literal), .length = sizeof(literal) - 1                                          \
    }

/* ESC, BEL, NUL, newline, quotes, comma, backslash, direction override, isolate, line separator,
 * BOM, C1, soft hyphen, zero width joiner, Japanese, emoji. */
#define HOSTILE_TEXT                                                                               \
    "=cmd|'/c calc'!A0\x1b[2J\a\0\r\n\"q\",C:\\x\\\xe2\x80\xae"                                    \
    "exe.tsp\xe2\x81\xa6\xe2\x80\xa8\xef\xbb\xbf\xc2\x9b"                                          \
    "1\xc2\xad\xe2\x80\x8d\xe6\x97\xa5\xf0\x9f\x98\x80"

#endif
