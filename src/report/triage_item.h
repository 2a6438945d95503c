/* What calls for an action, as the triage weighs it. */
#ifndef MARSIFT_REPORT_TRIAGE_ITEM_H
#define MARSIFT_REPORT_TRIAGE_ITEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/span.h"

/* The most urgent tier first. */
enum triage_tier {
    TRIAGE_NO_BACKUP,    /* servers have no current backup because of it */
    TRIAGE_UNKNOWN,      /* nothing tells whether servers have one */
    TRIAGE_LOSS,         /* errors with a cause and content at risk: files, or all of a job */
    TRIAGE_ERROR,        /* errors that put nothing at risk */
    TRIAGE_RISK,         /* warnings about files at risk */
    TRIAGE_WARNING,      /* warnings of the agent */
    TRIAGE_FAILED,       /* something failed, and nothing says why */
    TRIAGE_PASSING,      /* warnings about files that are not at risk */
    TRIAGE_INCONCLUSIVE, /* mere statuses */
};

/* A reason, an agent error or another failure. */
struct triage_item {
    const char *title;
    struct span places; /* as report_finding.places */
    const char *category;
    const char *const *actions;
    const char *const *keys; /* as report_finding.action_keys */
    size_t leading_actions;  /* the first ones, which treat the root cause */
    const char *reference;
    enum triage_tier tier;
    uint32_t urgency; /* within the tier: the lower, the less can be recovered */
    uint64_t files;
    uint64_t events;
    uint64_t files_at_risk; /* of the files */
    uint64_t seen_in_files; /* as report_finding.files: these and their records are counted by a
                               reason as well */
    bool is_inferred;       /* as report_finding.is_inferred */
    bool at_risk;
    const struct span *hosts;
    size_t host_count;          /* 0: unknown */
    const char *causes[2];      /* as report_host_kind.cause names it; NULL: it has no such name */
    const char *cause_action;   /* as in report_host_kind */
    const struct span *lacking; /* of the hosts: those that have no current backup because of it */
    size_t lacking_count;
    bool is_possible; /* as step_problem.is_possible */
    bool is_covered;  /* by a step; starts as true for a status that other items explain */
};

/* Puts an action before those that lead, and only these follow. `key` is the action in English, as
 * in report_finding.action_keys. False with the fault set. */
bool triage_item_prepend(struct triage_item *item, const char *action, const char *key,
                         struct arena *arena, struct fault *fault);

#endif
