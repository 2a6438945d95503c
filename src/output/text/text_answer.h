/* The answer on top of the report: which servers and files are not protected now. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_ANSWER_H
#define MARSIFT_OUTPUT_TEXT_TEXT_ANSWER_H

#include "output/text/page.h"
#include "report/report.h"

/* Writes two or three sentences. */
void text_answer(struct page *page, const struct report *report);

#endif
