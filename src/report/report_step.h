/* What to do first, in a report. For texts and lending see report/report.h. */
#ifndef MARSIFT_REPORT_REPORT_STEP_H
#define MARSIFT_REPORT_REPORT_STEP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

/* A reason, an agent error or another failure that a step answers. */
struct step_problem {
    const char *title;
    struct span places;     /* as report_finding.places */
    uint64_t files;         /* except harmless ones; 0 for findings */
    uint64_t events;        /* records */
    uint64_t times;         /* facts of an inferred finding */
    uint64_t files_at_risk; /* of the files */
    bool at_risk;
    const struct span *lacking; /* hosts that have no current backup because of it */
    size_t lacking_count;
    bool is_possible;         /* these may have one, as report_host_kind.may_be_due_later */
    const struct span *hosts; /* sorted; none if not known */
    size_t host_count;
};

/* A step of "do first": an action, and the problems that call for it. */
struct report_step {
    const char *action;
    const char *category; /* of the first problem */
    const char *reference;
    const struct step_problem *problems; /* the heaviest first */
    size_t problem_count;
    uint64_t files; /* sums over the problems */
    uint64_t events;
    uint64_t files_at_risk;
    uint64_t lacking_count;
    bool at_risk;
    const struct span *hosts; /* of all of them, sorted; none unless all are known */
    size_t host_count;
};

#endif
