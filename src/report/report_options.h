/* How a report is to be shaped. */
#ifndef MARSIFT_REPORT_REPORT_OPTIONS_H
#define MARSIFT_REPORT_REPORT_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/language.h"
#include "report/report.h"

struct report_options {
    enum language language;
    enum report_by by;
    bool by_risk;    /* --rank risk: what loses data first */
    bool shows_jobs; /* --jobs-table */
    size_t top;      /* --top; 0: not given */
    const char *zone;
};

#endif
