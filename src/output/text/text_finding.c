#include "output/text/text_finding.h"

#include <string.h>

#include "base/count_of.h"
#include "output/text/text_layout.h"

/* A few of the agent's errors are known by symbol or number alone. */
static const char *finding_name(const struct report_finding *finding)
{
    const char *const names[] = {finding->title, finding->symbol, finding->id};
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (!text_is_empty(names[i]))
            return names[i];
    return "-";
}

bool text_finding_is_inferred(const struct report_finding *finding)
{
    return finding->is_inferred || finding->files > 0;
}

void text_finding_add_name(struct page *page, const struct report_finding *finding)
{
    text_add_titled_places(page, finding_name(finding), finding->places);
}

void text_finding_add_amount(struct page *page, const struct report_finding *finding)
{
    if (finding->files > 0)
        page_add_count(page, UI_N_FILES, finding->files);
    else
        page_add_count(page, finding->is_inferred ? UI_TIMES : UI_N_RECORDS, finding->events);
}

/* The argument of `explain` that finds it. */
static const char *finding_key(const struct report_finding *finding)
{
    if (!text_is_empty(finding->id))
        return finding->id;
    return !text_is_empty(finding->symbol) ? finding->symbol : finding->title;
}

void text_finding_add_explain(struct page *page, const struct report_finding *finding,
                              enum ui_text_id id, size_t count)
{
    struct buffer key = {0};
    char number[NUMBER_TEXT_BYTES];
    bool needs_quotes = strchr(finding_key(finding), ' ') != NULL;
    struct fault *fault = &page->writer->fault;
    if (!buffer_append_format(&key, fault, needs_quotes ? "\"%s\"" : "%s", finding_key(finding)))
        return;
    if (id == UI_SEE_EXPLAIN)
        page_add_filled(page, id, buffer_span(&key), (struct span){0});
    else
        page_add_filled(page, id, span_of(number_text(count, number)), buffer_span(&key));
    buffer_release(&key);
}
