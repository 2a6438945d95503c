#include "output/json/json_summary.h"

#include "output/json/json_jobs.h"
#include "output/json/json_reading.h"

void json_summary_members(struct json_writer *json, const struct report *report)
{
    json_count(json, "schema_version", 2);
    json_flag(json, "incomplete", report->incomplete);
    json_begin_object(json, "books");
    json_books_members(json, &report->books);
    json_flag(json, "balanced", source_records_balance(&report->books));
    json_end_object(json);
    json_count(json, "files", report->files);
    json_count(json, "files_at_risk", report->files_at_risk);
    json_count(json, "files_read_since", report->files_read_since);
    json_count(json, "files_ever", report->files_ever);
    json_flag(json, "files_exact", report->files_exact);
    json_count(json, "events", report->file_events);
    if (report->has_period) {
        json_begin_object(json, "period");
        json_datetime(json, "first", report->period_first);
        json_datetime(json, "last", report->period_last);
        json_end_object(json);
    } else {
        json_null(json, "period");
    }
    json_datetime(json, "as_of", report->newest);
    json_flag(json, "year_unknown", report->year_unknown);
    json_job_totals(json, &report->job_totals);
    json_text(json, "by", report_by_name(report->by));
}
