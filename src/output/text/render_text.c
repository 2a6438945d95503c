/* Text for people: the report is one page, its sections in text_*.c. */
#include "output/text/text_layout.h"
#include "output/write/formats.h"

void render_text_report(const struct report *report, const struct render_options *options,
                        struct writer *writer)
{
    /* In full, and without --all; NULL where that leaves a section out. */
    static const struct {
        text_section *in_full;
        text_section *in_brief;
    } sections[] = {
        {text_headline, text_headline},
        {text_ranking, text_ranking},
        {text_steps, text_steps},
        {text_reasons, text_reasons_in_brief},
        {text_findings, text_findings},
        {text_other_failures, text_failures_in_brief},
        {text_jobs, text_jobs},
        {text_logs, NULL},
        {text_problems, text_problems},
        {text_notes, text_notes},
        {NULL, text_rest},
    };
    struct page page;
    page_start(&page, writer, report->language, options);
    for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i++) {
        text_section *section = text_shows_all(&page) ? sections[i].in_full : sections[i].in_brief;
        if (section != NULL)
            section(&page, report);
    }
    page_release(&page);
}
