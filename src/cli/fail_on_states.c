#include "cli/fail_on_states.h"

#include "tally/source_records.h"

/* The number of the state; HOST_STATE_COUNT if there is none of that name. */
static int find_host_state(struct span name)
{
    int state = 0;
    while (state < HOST_STATE_COUNT &&
           !span_equals(name, span_of(report_host_state_word((enum host_state)state))))
        state++;
    return state;
}

static int find_job_state(struct span name)
{
    int state = 0;
    while (state < JOB_STATE_COUNT &&
           !span_equals(name, span_of(source_records_job_state_name((enum job_state)state))))
        state++;
    return state;
}

bool fail_on_knows_host_state(const struct catalog *catalog, struct span subject)
{
    (void)catalog;
    return find_host_state(subject) < HOST_STATE_COUNT;
}

uint64_t fail_on_count_hosts(const struct report *report, struct span subject)
{
    return report->hosts_by_state[find_host_state(subject)];
}

bool fail_on_knows_job_state(const struct catalog *catalog, struct span subject)
{
    (void)catalog;
    return find_job_state(subject) < JOB_STATE_COUNT;
}

uint64_t fail_on_count_jobs(const struct report *report, struct span subject)
{
    return report->job_totals.by_state[find_job_state(subject)];
}

bool fail_on_knows_ever(const struct catalog *catalog, struct span subject)
{
    (void)catalog;
    return span_equals(subject, span_of("ever"));
}

uint64_t fail_on_count_files_ever(const struct report *report, struct span subject)
{
    (void)subject;
    return report->files_ever;
}

/* The rows by host are subtracted, not added, since a limit may have left some out. */
uint64_t fail_on_count_findings(const struct report *report, struct span subject)
{
    uint64_t events = report->findings;
    (void)subject;
    for (size_t i = 0; i < report->finding_row_count; i++) {
        const struct report_finding *row = &report->finding_rows[i];
        bool is_record = !row->is_inferred && row->files == 0;
        events -= is_record && row->is_recovered ? row->events : 0;
    }
    return events;
}

uint64_t fail_on_count_other_failures(const struct report *report, struct span subject)
{
    uint64_t events = report->other_failures;
    (void)subject;
    for (size_t i = 0; i < report->other_failure_row_count; i++)
        if (report->other_failure_rows[i].is_recovered)
            events -= report->other_failure_rows[i].code.events;
    return events;
}

const char *fail_on_host_state_name(const struct catalog *catalog, size_t index)
{
    (void)catalog;
    return index < HOST_STATE_COUNT ? report_host_state_word((enum host_state)index) : NULL;
}

const char *fail_on_job_state_name(const struct catalog *catalog, size_t index)
{
    (void)catalog;
    return index < JOB_STATE_COUNT ? source_records_job_state_name((enum job_state)index) : NULL;
}

const char *fail_on_ever_name(const struct catalog *catalog, size_t index)
{
    (void)catalog;
    return index == 0 ? "ever" : NULL;
}
