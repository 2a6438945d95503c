/* The objects that tell what was read. The ranked ones are in json_ranked.c. */
#include "output/json/json_objects.h"

#include "output/write/log_place.h"

static const char *const class_names[] = {
#define CLASS_NAME(id, name, meaning) name,
    VERDICT_CLASSES(CLASS_NAME)
#undef CLASS_NAME
};

static void book_members(struct json_writer *json, const struct books *books)
{
    json_count(json, "lines", books->lines);
    for (size_t class = 0; class < VERDICT_CLASS_COUNT; class ++)
        json_count(json, class_names[class], books->by_class[class]);
    json_count(json, "outside_period", books->outside_period);
}

void json_summary_members(struct json_writer *json, const struct report *report)
{
    json_count(json, "schema_version", 1);
    json_flag(json, "incomplete", report->incomplete);
    json_begin_object(json, "books");
    book_members(json, &report->books);
    json_flag(json, "balanced", books_balance(&report->books));
    json_end_object(json);
    json_count(json, "files", report->files);
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
    json_flag(json, "year_unknown", report->year_unknown);
    json_job_totals(json, &report->job_totals);
    json_text(json, "by", report_by_name(report->by));
}

void json_host_members(struct json_writer *json, const struct report *report, size_t index)
{
    const struct report_host *host = &report->hosts[index];
    json_span(json, "name", host->name);
    json_count(json, "logs", host->logs);
    json_count(json, "files", host->files);
    json_count(json, "findings", host->findings);
}

void json_log_members(struct json_writer *json, const struct report *report, size_t index)
{
    const struct report_log *log = &report->logs[index];
    json_span(json, "source", log->source);
    json_optional_span(json, "member", log->member);
    json_span(json, "host", log->host);
    json_optional_text(json, "kind", log->kind_name);
    json_optional_text(json, "grammar", log->grammar);
    json_optional_text(json, "encoding", log->encoding);
    book_members(json, &log->books);
    json_count(json, "repaired_lines", log->repaired_lines);
    json_count(json, "cut_lines", log->cut_lines);
    json_datetime(json, "first", log->first_seen);
    json_datetime(json, "last", log->last_seen);
    json_flag(json, "complete", log->complete);
    json_optional_span(json, "problem", log->problem);
}

void json_skipped_members(struct json_writer *json, const struct report *report, size_t index)
{
    const struct report_skipped *skipped = &report->skipped[index];
    json_span(json, "source", skipped->source);
    json_optional_span(json, "member", skipped->member);
    json_text(json, "reason", skipped->reason);
    json_optional_span(json, "detail", skipped->detail);
}

void json_problem_members(struct json_writer *json, const struct report *report, size_t index)
{
    const struct report_problem *problem = &report->problems[index];
    json_span(json, "source", problem->source);
    json_optional_span(json, "member", problem->member);
    json_span(json, "problem", problem->sentence);
}

void json_limit_members(struct json_writer *json, const struct report *report, size_t index)
{
    const struct report_limit *limit = &report->limits[index];
    json_text(json, "name", limit->name);
    json_text(json, "meaning", limit->meaning);
    json_count(json, "value", limit->value);
    json_count(json, "times", limit->times);
    json_optional_text(json, "grammar", limit->grammar ? limit->grammar : "");
    json_optional_text(json, "rule", limit->rule ? limit->rule : "");
    json_optional_span(json, "source", limit->source);
    json_optional_span(json, "member", limit->member);
}

void json_unparsed_members(struct json_writer *json, const struct report *report, size_t index)
{
    const struct report_unparsed *unparsed = &report->unparsed_examples[index];
    json_span(json, "text", unparsed->text);
    json_place_members(json, report, unparsed->place);
}

void json_lists_of(const struct report *report, struct json_list lists[JSON_LIST_COUNT])
{
    size_t next = 0;
#define FILL_LIST(json_key, json_type, list_count, name)                                           \
    lists[next++] = (struct json_list){.key = json_key,                                            \
                                       .type = json_type,                                          \
                                       .count = report->list_count,                                \
                                       .members = json_##name##_members};
    JSON_LISTS(FILL_LIST)
#undef FILL_LIST
}
