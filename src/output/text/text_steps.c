#include "output/text/text_steps.h"

#include "output/text/text_layout.h"

enum { STEPS_OF_LONG_REPORT = 3, STEP_INDENT = 3 };

static void add_count(struct page *page, const struct report_step *step)
{
    if (step->files > 0)
        page_add_count(page, UI_N_FILES, step->files);
    else if (step->events > 0)
        page_add_count(page, UI_N_RECORDS, step->events);
    else
        page_add_count(page, UI_TIMES, step->times);
}

/* Adds that files are at risk, or that a later backup supersedes the problem. */
static void add_risk(struct page *page, const struct report_step *step)
{
    bool is_part = step->files_at_risk > 0 && step->files_at_risk < step->files;
    if (!step->at_risk && !step->is_recovered)
        return;
    page_add_ui_text(page, UI_LIST_COMMA);
    if (step->is_recovered)
        page_add_ui_text(page, UI_RECOVERED);
    else if (is_part)
        page_add_count(page, UI_AT_RISK_OF_THEM, step->files_at_risk);
    else
        page_add_ui_text(page, UI_AT_RISK);
}

/* Adds " (NODE17)" or " (3 hosts)". */
static void add_hosts(struct page *page, const struct report_step *step)
{
    if (step->host_count == 0)
        return;
    page_add_text(page, " (");
    if (step->host_count == 1)
        page_add(page, step->hosts[0]);
    else
        page_add_count(page, UI_N_HOSTS, step->host_count);
    page_add_text(page, ")");
}

void text_steps(struct page *page, const struct report *report)
{
    if (report->step_count == 0)
        return;
    bool is_long = report->reason_count > 0 && report->finding_count > 0;
    size_t most = is_long && !text_shows_all(page) ? STEPS_OF_LONG_REPORT : MAX_REPORT_STEPS;
    size_t shown = report->step_count < most ? report->step_count : most;
    bool has_risk = false;
    page_heading(page, UI_DO_FIRST);
    for (size_t i = 0; i < shown; i++) {
        const struct report_step *step = &report->steps[i];
        has_risk = has_risk || step->at_risk;
        page_add_number(page, i + 1);
        page_add_text(page, ". ");
        page_add_text(page, step->action);
        page_flow(page, STEP_INDENT);
        page_add_text(page, step->reason_title);
        if (step->covers > 1)
            page_add_count(page, UI_AND_MORE_CAUSES, step->covers - 1);
        page_add_text(page, ": ");
        add_count(page, step);
        if (report->host_count > 1)
            add_hosts(page, step);
        add_risk(page, step);
        page_indent(page, STEP_INDENT);
        page_flow(page, STEP_INDENT);
    }
    text_more(page, 0, shown, report->step_count);
    if (has_risk && (report->reason_count == 0 || !text_details_fit(page, report))) {
        page_add_ui_text(page, UI_AT_RISK_LEGEND);
        page_flow(page, 0);
    }
}
