/* Between the two sources of "do first": what calls for something to be done. */
#ifndef MARSIFT_REPORT_PROBLEM_H
#define MARSIFT_REPORT_PROBLEM_H

#include "report/builder.h"

/* What comes first is done first. */
enum problem_tier {
    TIER_LOSS,         /* errors that say why, with content at risk: files, or all of a job */
    TIER_ERROR,        /* errors that risk nothing */
    TIER_RISK,         /* warnings of files at risk */
    TIER_WARNING,      /* of the agent */
    TIER_FAILED,       /* something failed, nothing says why */
    TIER_PASSING,      /* warnings of files that are not at risk */
    TIER_OVERCOME,     /* what backups that completed since have made up for */
    TIER_INCONCLUSIVE, /* statuses */
};

/* A reason, an agent error or another failure. */
struct problem_rank {
    const char *title;
    const char *category;
    const char *const *actions;
    const char *const *keys; /* as report_finding.action_keys */
    size_t leading_actions;  /* those that go to its root */
    const char *reference;
    enum problem_tier tier;
    uint32_t urgency; /* within the tier: the lower, the less can be got back */
    uint64_t files;
    uint64_t events;
    uint64_t files_at_risk; /* of the files */
    uint64_t seen_in_files; /* of a finding that counts failed files again, and their records */
    bool is_inferred;       /* no record says it */
    bool at_risk;
    bool is_overcome;
    const struct span *hosts;
    size_t host_count; /* 0: not known */
    bool is_covered;
};

/* Lists the problems of the report in its order; an array lent by the draft's arena. */
bool problem_list(const struct builder *builder, struct problem_rank **problems, size_t *count);

#endif
