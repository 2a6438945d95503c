/* The sentences on top of the report about the states of servers. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_STATES_H
#define MARSIFT_OUTPUT_TEXT_TEXT_STATES_H

#include "output/text/page.h"
#include "report/report.h"

/* Adds which servers have no current backup, of which nobody knows, and which are being backed up.
 */
void text_states(struct page *page, const struct report *report);

/* Adds the names of the first of the `count` servers that `is_meant`, each with what `add_remark`
 * (or NULL) says of it in brackets, and how many more there are. */
void text_add_servers(struct page *page, const struct report *report, uint64_t count,
                      bool (*is_meant)(const struct report_host *),
                      void (*add_remark)(struct page *, const struct report_host *));

/* Adds a full stop, and what parts it from the next sentence. */
void text_end_sentence(struct page *page);

#endif
