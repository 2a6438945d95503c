/* How a finding is called, in detail and in a line. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_FINDING_H
#define MARSIFT_OUTPUT_TEXT_TEXT_FINDING_H

#include <stdbool.h>
#include <stddef.h>

#include "output/text/page.h"
#include "report/report.h"

/* True if no record says it. */
bool text_finding_is_inferred(const struct report_finding *finding);

/* Adds its name, and the volumes that it is about. */
void text_finding_add_name(struct page *page, const struct report_finding *finding);

/* Adds its number of files, facts or records. */
void text_finding_add_amount(struct page *page, const struct report_finding *finding);

/* Adds the command that explains it: the text `id`, UI_SEE_EXPLAIN or one with a `count` too. */
void text_finding_add_explain(struct page *page, const struct report_finding *finding,
                              enum ui_text_id id, size_t count);

#endif
