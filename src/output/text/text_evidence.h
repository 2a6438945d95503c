/* The evidence for a report without failed files, or without their codes. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_EVIDENCE_H
#define MARSIFT_OUTPUT_TEXT_TEXT_EVIDENCE_H

#include "output/text/page.h"

/* Writes the kinds of logs that were read, and the important ones that were not in the input. */
void text_evidence(struct page *page, const struct report *report);

/* True if an important kind of log was not in the input. */
bool text_evidence_is_missing(const struct report *report);

/* Writes the names of the first files that are empty: that a log is there and empty is evidence as
 * well. */
void text_evidence_empty_logs(struct page *page, const struct report *report);

#endif
