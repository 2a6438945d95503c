/* The set-up of hosts in the text report. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_FACTS_H
#define MARSIFT_OUTPUT_TEXT_TEXT_FACTS_H

#include "output/text/page.h"

/* Writes what the input says of agents, scratch folders, policies and antivirus products; nothing
 * if it says nothing. */
void text_facts(struct page *page, const struct report *report);

#endif
