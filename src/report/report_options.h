/* The options that shape a report. */
#ifndef MARSIFT_REPORT_REPORT_OPTIONS_H
#define MARSIFT_REPORT_REPORT_OPTIONS_H

#include <stdbool.h>

#include "base/language.h"
#include "report/report.h"

struct report_options {
    enum language language;
    enum report_by by;
    bool by_risk;     /* --rank risk: what loses data first */
    const char *zone; /* appended to times in sentences; NULL or "" for none */
};

#endif
