#include "output/json/json_jobs.h"

#include "output/json/json_place.h"
#include "tally/job_kind.h"

void json_job_totals(struct json_writer *json, const struct report_job_totals *totals)
{
    json_begin_object(json, "job_totals");
    json_count(json, "runs", totals->runs);
    for (int state = 0; state < JOB_STATE_COUNT; state++)
        json_count(json, source_records_job_state_name((enum job_state)state),
                   totals->by_state[state]);
    json_count(json, "missed", totals->missed);
    json_count(json, "overlaps", totals->overlaps);
    json_end_object(json);
}

/* In whole seconds: phases take minutes and hours. */
static void duration_member(struct json_writer *json, const struct report_phase *phase)
{
    if (phase->has_duration)
        json_count(json, "seconds", phase->milliseconds / 1000);
    else
        json_null(json, "seconds");
}

static void phases_member(struct json_writer *json, const struct report_job *job)
{
    json_begin_array(json, "phases");
    for (size_t i = 0; i < job->phase_count; i++) {
        const struct report_phase *phase = &job->phases[i];
        json_begin_object(json, NULL);
        json_text(json, "name", phase->name);
        json_datetime(json, "start", phase->start);
        json_datetime(json, "end", phase->end);
        duration_member(json, phase);
        json_end_object(json);
    }
    json_end_array(json);
}

static void longest_member(struct json_writer *json, const struct report_phase *longest)
{
    if (longest == NULL) {
        json_null(json, "longest_phase");
        return;
    }
    json_begin_object(json, "longest_phase");
    json_text(json, "name", longest->name);
    duration_member(json, longest);
    json_end_object(json);
}

void json_job_members(struct json_writer *json, const struct report *report, size_t index)
{
    const struct report_job *job = &report->jobs[index];
    json_span(json, "host", job->host);
    json_span(json, "name", job->name);
    json_text(json, "kind", job_kind_word(job->kind));
    json_optional_span(json, "part_of", job->part_of);
    json_text(json, "state", source_records_job_state_name(job->state));
    json_flag(json, "aborted", job->is_aborted);
    json_flag(json, "recovered", job->is_recovered);
    json_optional_text(json, "cause", job->cause);
    json_optional_text(json, "cause_title", job->cause_title);
    json_datetime(json, "start", job->start);
    json_datetime(json, "end", job->end);
    json_datetime(json, "first_seen", job->first_seen);
    json_datetime(json, "last_seen", job->last_seen);
    phases_member(json, job);
    longest_member(json, job->longest);
    json_optional_text(json, "open_phase", job->open_phase);
    json_count(json, "files", job->files);
    json_count(json, "events", job->events);
    json_count(json, "findings", job->findings);
    json_count(json, "failures", job->failures);
    json_place_optional_members(json, report, job->place);
}
