/* Builds what is known of the set-up of hosts, and what follows from it. */
#ifndef MARSIFT_REPORT_BUILD_FACTS_H
#define MARSIFT_REPORT_BUILD_FACTS_H

#include "report/builder.h"

/* Fills report.facts, and infers agent errors from them: an old agent, a scratch folder that two
 * places of the registry give differently. False with the fault set. */
bool build_facts(struct builder *builder);

#endif
