/* The section that says why each log was read as it was. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_READINGS_H
#define MARSIFT_OUTPUT_TEXT_TEXT_READINGS_H

#include "output/text/page.h"
#include "report/report.h"

/* Writes the section if --explain-reading asks for it. */
void text_readings(struct page *page, const struct report *report);

#endif
