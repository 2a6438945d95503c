/* The actions for reasons, findings and other failures, with the volumes filled in that they are
 * for. */
#ifndef MARSIFT_REPORT_BUILD_ACTIONS_H
#define MARSIFT_REPORT_BUILD_ACTIONS_H

#include "report/builder.h"

/* Fills the actions for the agent error number `error`, with the volumes that its records name: on
 * all hosts (`one` is NULL), or those of `one`. False with the fault set. */
bool build_finding_actions(const struct builder *builder, size_t error,
                           const struct tally_finding *one, struct report_finding *finding);

/* Fills the actions for the reason, whose category is number `category` and whose codes are listed.
 * A code with a remedy for the volume adds that. False with the fault set. */
bool build_reason_actions(const struct builder *builder, size_t category,
                          struct report_reason *reason);

/* If none of the reason's files has a code, replaces its meaning and actions by those that tell
 * where to find the codes. */
void build_no_code_actions(const struct builder *builder, struct report_reason *reason);

/* Fills the actions for a failure of the category; first those of its code, if `code` is not NULL.
 * False with the fault set. */
bool build_failure_actions(const struct builder *builder, const struct catalog_category *category,
                           const struct code_meaning *code, struct report_other_failure *failure);

#endif
