/* Text for people: the report is one page, its sections in text_*.c. */
#include "output/formats.h"
#include "output/text_sections.h"

void render_text_report(const struct report *report, const struct render_options *options,
                        struct writer *writer)
{
    static void (*const sections[])(struct page *, const struct report *) = {
        text_headline,       text_ranking, text_steps, text_reasons,  text_findings,
        text_other_failures, text_jobs,    text_logs,  text_problems, text_notes,
    };
    struct page page;
    page_start(&page, writer, report->language, options);
    for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i++)
        sections[i](&page, report);
    page_release(&page);
}
