/* Builds "do first": the few actions that help most. Items are worked off by tier, data loss first
 * and noise last, and within a tier by how little can be recovered. Greedily, each step is the
 * action that covers most of the heaviest items left. Actions are compared by their English text,
 * so that the order is the same in every language. */
#ifndef MARSIFT_REPORT_BUILD_STEPS_H
#define MARSIFT_REPORT_BUILD_STEPS_H

#include "report/builder.h"

/* After build_reasons, build_findings and build_failures. False with the fault set. */
bool build_steps(struct builder *builder);

#endif
