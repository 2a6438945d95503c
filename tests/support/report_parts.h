/* The parts of report fixtures. */
#ifndef MARSIFT_TESTS_REPORT_PARTS_H
#define MARSIFT_TESTS_REPORT_PARTS_H

#include "support/report_fixture.h"

#define AT(month_, day_, hour_, minute_)                                                           \
    {                                                                                              \
        .year = 2020, .month = month_, .day = day_, .hour = hour_, .minute = minute_,              \
        .second = 29, .has_time = true, .has_milliseconds = true, .millisecond = 206               \
    }

enum { USUAL_REASONS = 4, USUAL_ROWS = 2, USUAL_STEPS = 3, USUAL_GROUPS = 2 };

const struct report_reason *usual_reasons(enum language language);
const struct report_row *usual_rows(enum language language);
const struct report_step *usual_steps(enum language language);
const struct report_group *usual_groups(enum language language);
const struct report_finding *usual_findings(enum language language);

struct report usual_report(enum language language);
struct report bare_report(enum language language);
struct report huge_report(enum language language);
struct report hostile_report(enum language language);

#endif
