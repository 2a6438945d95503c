/* Finds hosts that several current engine logs count for, though a server has only one: either some
 * are older copies, or they are other servers', and nothing in their places told these apart. */
#ifndef MARSIFT_REPORT_BUILD_MERGES_H
#define MARSIFT_REPORT_BUILD_MERGES_H

#include "report/builder.h"

/* Fills the merges; after build_input. False with the fault set. */
bool build_merges(struct builder *builder);

#endif
