#include "output/text/text_facts.h"

#include "output/text/text_layout.h"
#include "text/number_text.h"

enum { INDENT = 2, FEW = 12 };

static const enum ui_text_id sentences[HOST_FACT_COUNT] = {
    [HOST_FACT_AGENT_VERSION] = UI_FACT_AGENT_VERSION,
    [HOST_FACT_SCRATCH_FOLDER] = UI_FACT_SCRATCH_FOLDER,
    [HOST_FACT_ANTIVIRUS] = UI_FACT_ANTIVIRUS,
    [HOST_FACT_PROTECTED] = UI_FACT_PROTECTED,
    [HOST_FACT_EXCLUDED] = UI_FACT_EXCLUDED,
};

/* An exclusion either has failed files below it, which should not be, or no failure needs it; which
 * says something only if there are failures. */
static enum ui_text_id sentence_of(const struct report *report, const struct report_fact *fact)
{
    if (fact->is_unfit)
        return UI_FACT_SCRATCH_UNFIT;
    if (fact->fact != HOST_FACT_EXCLUDED || report->files == 0)
        return sentences[fact->fact];
    return fact->files > 0 ? UI_FACT_EXCLUDED_FAILED : UI_FACT_EXCLUDED_UNUSED;
}

static void write_fact(struct page *page, const struct report *report,
                       const struct report_fact *fact)
{
    char files[NUMBER_TEXT_BYTES];
    text_bullet(page);
    if (report->host_count > 1) {
        page_add(page, fact->host);
        page_add_text(page, ": ");
    }
    page_add_filled(page, sentence_of(report, fact), fact->value,
                    span_of(number_text(fact->files, files)));
    page_flow(page, INDENT);
}

void text_facts(struct page *page, const struct report *report)
{
    if (report->fact_count == 0)
        return;
    size_t shown = text_brief_count(page, report->fact_count, FEW);
    page_heading(page, UI_FACTS);
    for (size_t i = 0; i < shown; i++)
        write_fact(page, report, &report->facts[i]);
    text_more(page, INDENT, shown, report->fact_count);
}
