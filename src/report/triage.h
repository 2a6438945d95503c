/* The triage behind "do first": everything that calls for an action, in tiers of urgency. */
#ifndef MARSIFT_REPORT_TRIAGE_H
#define MARSIFT_REPORT_TRIAGE_H

#include "report/builder.h"

/* The most urgent tier first. */
enum triage_tier {
    TRIAGE_LOSS,         /* errors with a cause and content at risk: files, or all of a job */
    TRIAGE_ERROR,        /* errors that put nothing at risk */
    TRIAGE_RISK,         /* warnings about files at risk */
    TRIAGE_WARNING,      /* warnings of the agent */
    TRIAGE_FAILED,       /* something failed, and nothing says why */
    TRIAGE_PASSING,      /* warnings about files that are not at risk */
    TRIAGE_RECOVERED,    /* made good by backups that completed since */
    TRIAGE_INCONCLUSIVE, /* mere statuses */
};

/* A reason, an agent error or another failure. */
struct triage_item {
    const char *title;
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
    bool is_recovered;
    const struct span *hosts;
    size_t host_count; /* 0: unknown */
    bool is_covered;   /* by a step; starts as true for a status that other items explain */
};

/* Lists the reasons, findings and other failures that call for an action, in the order of the
 * report. The array is lent by the builder's arena. False with the fault set. */
bool triage_list(const struct builder *builder, struct triage_item **items, size_t *count);

#endif
