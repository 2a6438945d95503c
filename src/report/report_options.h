/* The options that shape a report. */
#ifndef MARSIFT_REPORT_REPORT_OPTIONS_H
#define MARSIFT_REPORT_REPORT_OPTIONS_H

#include <stdbool.h>

#include "base/datetime.h"
#include "base/language.h"
#include "report/report.h"

struct report_options {
    enum language language;
    enum report_by by;
    bool by_risk;          /* --rank risk: what loses data first */
    bool ever;             /* count every file that ever failed, not only what is unprotected now */
    struct datetime as_of; /* "now"; unset: the newest record of the input */
    const char *zone;      /* appended to times in sentences; NULL or "" for none */
};

#endif
