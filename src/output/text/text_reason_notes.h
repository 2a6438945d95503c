/* Where and since when the files of a reason fail. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_REASON_NOTES_H
#define MARSIFT_OUTPUT_TEXT_TEXT_REASON_NOTES_H

#include "output/text/page.h"
#include "report/report.h"

/* Writes "all on E:, 900 below E:\Data; since 2024-07-18" as a line at column `indent`, or nothing
 * if the report has nothing of it. */
void text_reason_notes(struct page *page, const struct report_reason *reason, size_t indent);

#endif
