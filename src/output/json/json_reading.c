#include "output/json/json_reading.h"

#include <stdio.h>

#include "grammar/log_kind.h"
#include "output/json/json_place.h"

static const char *const class_names[] = {
#define CLASS_NAME(id, name, meaning) name,
    VERDICT_CLASSES(CLASS_NAME)
#undef CLASS_NAME
};

void json_books_members(struct json_writer *json, const struct books *books)
{
    json_count(json, "lines", books->lines);
    for (size_t class = 0; class < VERDICT_CLASS_COUNT; class ++)
        json_count(json, class_names[class], books->by_class[class]);
    json_count(json, "outside_period", books->outside_period);
}

static const char *kind_word(const struct report_host_kind *kind)
{
    return kind->is_system_state ? "system-state" : "files";
}

static void write_times(struct json_writer *json, const struct report_host_kind *kind)
{
    json_datetime(json, "since", kind->since);
    json_datetime(json, "last_good", kind->last_good);
    json_datetime(json, "newest_backup", kind->newest_backup);
    if (report_host_kind_knows_nights(kind))
        json_count(json, "nights_without", kind->nights_without);
    else
        json_null(json, "nights_without");
    json_optional_text(json, "main_cause", kind->cause);
    json_optional_text(json, "main_cause_title", kind->cause_title);
}

static void write_kinds(struct json_writer *json, const struct report_host *host)
{
    static const char *const words[] = {
#define NEWEST_WORD(id, word) [NEWEST_##id] = word,
        HOST_NEWEST(NEWEST_WORD)
#undef NEWEST_WORD
    };
    json_begin_array(json, "kinds");
    for (size_t i = 0; i < host->kind_count; i++) {
        const struct report_host_kind *kind = &host->kinds[i];
        json_begin_object(json, NULL);
        json_text(json, "kind", kind_word(kind));
        json_text(json, "state", report_host_state_word(kind->state));
        json_text(json, "newest", words[kind->newest]);
        json_count(json, "files", kind->files);
        json_flag(json, "files_named", !kind->has_unnamed_files);
        write_times(json, kind);
        json_begin_array(json, "earlier_causes");
        for (size_t j = 0; j < kind->earlier_cause_count; j++)
            json_text(json, NULL, kind->earlier_causes[j].text);
        json_end_array(json);
        json_end_object(json);
    }
    json_end_array(json);
}

void json_host_members(struct json_writer *json, const struct report *report, size_t index)
{
    const struct report_host *host = &report->hosts[index];
    json_span(json, "name", host->name);
    json_count(json, "rank", host->rank);
    json_text(json, "state", report_host_state_word(host->kinds[0].state));
    json_text(json, "kind", kind_word(&host->kinds[0]));
    json_flag(json, "hangs", host->kinds[0].newest == NEWEST_HANGS);
    json_flag(json, "files_named", !report_host_has_unnamed_files(host));
    write_times(json, &host->kinds[0]);
    write_kinds(json, host);
    json_count(json, "logs", host->logs);
    json_count(json, "files", host->files);
    json_count(json, "files_read_since", host->files_read_since);
    json_count(json, "findings", host->findings);
    json_count(json, "other_failures", host->other_failures);
}

/* How dates were read that can be read in both orders; "" if there are none. */
static const char *date_order_name(const struct report_dates *dates)
{
    if (dates->has_month_first && dates->has_day_first)
        return "mixed";
    if (dates->has_month_first)
        return "month-first";
    return dates->has_day_first ? "day-first" : "";
}

/* All the words of as many steps as there may be. */
enum { TAKEN_OFF_BYTES = 256 };

static void write_taken_off(struct json_writer *json, const struct wrapper_kinds *taken_off)
{
    static const char *const words[] = {
#define WRAPPER_WORD(id, word) [WRAPPER_##id] = word,
        WRAPPER_KINDS(WRAPPER_WORD)
#undef WRAPPER_WORD
    };
    char text[TAKEN_OFF_BYTES] = "";
    size_t length = 0;
    for (size_t i = 0; i < taken_off->count && length < sizeof text; i++)
        length += (size_t)snprintf(text + length, sizeof text - length, "%s%s", i > 0 ? ", " : "",
                                   words[taken_off->kinds[i]]);
    json_optional_text(json, "taken_off", text);
}

static void write_reading(struct json_writer *json, const struct report_log *log)
{
    const struct reading *reading = &log->reading;
    json_begin_object(json, "reading");
    json_text(json, "reason", reading_reason_word(reading->reason));
    json_count(json, "head_lines", reading->head_lines);
    json_count(json, "fitting_lines", reading->fitting_lines);
    json_count(json, "against_lines", reading->against_lines);
    json_optional_text(json, "close", reading->close ? reading->close : "");
    json_count(json, "close_lines", reading->close_lines);
    json_count(json, "close_against_lines", reading->close_against_lines);
    write_taken_off(json, &log->taken_off);
    json_end_object(json);
}

void json_log_members(struct json_writer *json, const struct report *report, size_t index)
{
    const struct report_log *log = &report->logs[index];
    json_span(json, "source", log->source);
    json_optional_span(json, "member", log->member);
    json_span(json, "host", log->host);
    json_optional_text(json, "kind", log->kind_name);
    json_optional_text(json, "grammar", log->grammar);
    write_reading(json, log);
    json_optional_text(json, "encoding", log->encoding);
    json_books_members(json, &log->books);
    json_count(json, "repaired_lines", log->repaired_lines);
    json_count(json, "cut_lines", log->cut_lines);
    json_datetime(json, "first", log->first_seen);
    json_datetime(json, "last", log->last_seen);
    json_optional_text(json, "date_order", date_order_name(&log->dates));
    json_flag(json, "date_order_assumed", log->dates.is_order_assumed);
    json_flag(json, "has_utc_times", log->dates.has_utc);
    json_flag(json, "complete", log->complete);
    json_optional_span(json, "problem", log->problem);
}

void json_evidence_members(struct json_writer *json, const struct report *report, size_t index)
{
    const struct report_evidence *evidence = &report->evidence[index];
    json_text(json, "kind", log_kind_word(evidence->kind));
    json_count(json, "logs", evidence->logs);
}

static void log_member(struct json_writer *json, const char *key, const struct report_log *log)
{
    json_begin_object(json, key);
    json_span(json, "source", log->source);
    json_optional_span(json, "member", log->member);
    json_end_object(json);
}

void json_merge_members(struct json_writer *json, const struct report *report, size_t index)
{
    const struct report_merge *merge = &report->merges[index];
    json_span(json, "host", report->logs[merge->first].host);
    log_member(json, "first", &report->logs[merge->first]);
    log_member(json, "second", &report->logs[merge->second]);
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
