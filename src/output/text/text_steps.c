#include "output/text/text_steps.h"

#include <stdio.h>

#include "output/text/text_layout.h"
#include "output/text/text_states.h"

static void add_count(struct page *page, const struct step_problem *problem)
{
    if (problem->files > 0)
        page_add_count(page, UI_N_FILES, problem->files);
    else if (problem->events > 0)
        page_add_count(page, UI_N_RECORDS, problem->events);
    else
        page_add_count(page, UI_TIMES, problem->times);
}

/* True if it is said of the problem that files are at risk; records are not. */
static bool says_risk(const struct step_problem *problem)
{
    return problem->at_risk && problem->files > 0 && problem->lacking_count == 0;
}

/* Adds that files are at risk. */
static void add_risk(struct page *page, const struct step_problem *problem)
{
    bool is_part = problem->files_at_risk > 0 && problem->files_at_risk < problem->files;
    if (!says_risk(problem))
        return;
    page_add_ui_text(page, UI_LIST_COMMA);
    if (is_part)
        page_add_count(page, UI_AT_RISK_OF_THEM, problem->files_at_risk);
    else
        page_add_ui_text(page, UI_AT_RISK);
}

/* "Disk full: no backup of SRV-02, 4 records" */
static void write_problem(struct page *page, const struct report *report,
                          const struct step_problem *problem, size_t indent)
{
    text_add_titled_places(page, problem->title, problem->places);
    page_add_text(page, ": ");
    if (problem->lacking_count > 0 && report->host_count > 1) {
        struct page names = page_scratch(page);
        text_add_hosts(&names, problem->lacking, problem->lacking_count);
        page_add_filled(page, problem->is_possible ? UI_STEP_MAY_LACK_OF : UI_STEP_NO_BACKUP_OF,
                        buffer_span(&names.line), (struct span){0});
        page_release(&names);
    } else if (problem->lacking_count > 0) {
        page_add_ui_text(page, problem->is_possible ? UI_STEP_MAY_LACK : UI_STEP_NO_BACKUP);
    } else if (problem->files + problem->events + problem->times == 0) {
        text_add_hosts(page, problem->hosts, problem->host_count);
    } else {
        add_count(page, problem);
        if (report->host_count > 1 && problem->host_count > 0) {
            page_add_text(page, " (");
            text_add_hosts(page, problem->hosts, problem->host_count);
            page_add_text(page, ")");
        }
        add_risk(page, problem);
    }
    page_indent(page, indent);
    page_flow(page, indent);
}

/* True if steps may be about the server while a backup is running on it: most steps end with one
 * more backup. */
static bool is_busy(const struct report_host *host)
{
    bool is_running = false;
    for (size_t i = 0; i < host->kind_count; i++)
        is_running = is_running || host->kinds[i].newest == NEWEST_RUNNING;
    return is_running && host->kinds[0].state != HOST_RUNNING;
}

/* Adds that backups that are running come before any other. */
static void write_busy(struct page *page, const struct report *report)
{
    uint64_t count = 0;
    for (size_t i = 0; i < report->host_count; i++)
        count += is_busy(&report->hosts[i]);
    if (count == 0)
        return;
    struct page names = page_scratch(page);
    text_add_servers(&names, report, count, is_busy, NULL);
    page_add_filled(page, report->host_count > 1 ? UI_LET_BACKUP_END_ON : UI_LET_BACKUP_END,
                    buffer_span(&names.line), (struct span){0});
    page_release(&names);
    page_flow(page, 0);
}

void text_steps(struct page *page, const struct report *report)
{
    char number[NUMBER_TEXT_BYTES];
    bool has_risk = false;
    if (report->step_count == 0)
        return;
    size_t indent = width_of_text(span_of(number_text(report->step_count, number))) + 2;
    page_heading(page, UI_DO_FIRST);
    for (size_t i = 0; i < report->step_count; i++) {
        const struct report_step *step = &report->steps[i];
        for (size_t width = width_of_text(span_of(number_text(i + 1, number))); width + 2 < indent;
             width++)
            page_add_text(page, " ");
        page_add_text(page, number);
        page_add_text(page, ". ");
        page_add_text(page, step->action);
        page_flow(page, indent);
        for (size_t j = 0; j < step->problem_count; j++) {
            write_problem(page, report, &step->problems[j], indent);
            has_risk = has_risk || says_risk(&step->problems[j]);
        }
    }
    write_busy(page, report);
    if (has_risk && (report->reason_count == 0 || !text_details_fit(page, report))) {
        page_add_ui_text(page, UI_AT_RISK_LEGEND);
        page_flow(page, 0);
    }
}
