/* Text for people: the report is one page, made of sections. */
#include "base/count_of.h"
#include "output/text/text_brief.h"
#include "output/text/text_facts.h"
#include "output/text/text_failed_jobs.h"
#include "output/text/text_findings.h"
#include "output/text/text_headline.h"
#include "output/text/text_jobs_table.h"
#include "output/text/text_layout.h"
#include "output/text/text_logs.h"
#include "output/text/text_notes.h"
#include "output/text/text_other_failures.h"
#include "output/text/text_problems.h"
#include "output/text/text_ranking.h"
#include "output/text/text_readings.h"
#include "output/text/text_reasons.h"
#include "output/text/text_servers.h"
#include "output/text/text_steps.h"
#include "output/write/formats.h"

/* Writes a section, or nothing if the report has nothing for it. */
typedef void section_writer(struct page *page, const struct report *report);

void render_text_report(const struct report *report, const struct render_options *options,
                        struct writer *writer)
{
    static const struct {
        section_writer *in_full;  /* with --all; NULL: not written */
        section_writer *in_brief; /* without; NULL: not written */
    } sections[] = {
        {text_headline, text_headline},
        {text_servers, text_servers},
        {text_steps, text_steps},
        {text_ranking, text_ranking},
        {text_reasons, text_brief_reasons},
        {text_failed_jobs, text_failed_jobs},
        {text_findings, text_findings},
        {text_other_failures, text_other_failures_in_brief},
        {text_jobs_table, text_jobs_table},
        {text_facts, text_facts},
        {text_logs, NULL},
        {text_readings, text_readings},
        {text_problems, text_problems},
        {text_notes, text_notes},
        {text_input, text_input},
        {NULL, text_brief_rest},
    };
    struct page page;
    page_start(&page, writer, report->language, options);
    for (size_t i = 0; i < COUNT_OF(sections); i++) {
        section_writer *write_section =
            text_shows_all(&page) ? sections[i].in_full : sections[i].in_brief;
        if (write_section != NULL)
            write_section(&page, report);
    }
    page_release(&page);
}
