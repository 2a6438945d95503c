/* The context rules behind the files of a reason. */
#ifndef MARSIFT_REPORT_BUILD_CONTEXTS_H
#define MARSIFT_REPORT_BUILD_CONTEXTS_H

#include "report/builder.h"

/* Lists the rules that concern files of the reason, whose category is number `category`, and counts
 * the harmless files. False with the fault set. */
bool build_contexts(struct builder *builder, struct report_reason *reason, size_t category);

/* The name and the mark of a bucket's rule; "" without a rule. */
const char *build_context_name(const struct builder *builder, const struct tally_bucket *bucket);
const char *build_context_mark(const struct builder *builder, const struct tally_bucket *bucket);

#endif
