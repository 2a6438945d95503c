#include "support/report_parts.h"

struct report bare_report(enum language language)
{
    static const struct report_log bare_logs[] = {{.source = SPAN("x"),
                                                   .kind_name = "",
                                                   .grammar = "",
                                                   .encoding = "",
                                                   .books = {.lines = 1, .by_class = {1}},
                                                   .complete = true}};
    static const struct report_reason bare_reasons[] = {{.rank = 1,
                                                         .category = "unknown",
                                                         .title = "Unknown",
                                                         .meaning = "",
                                                         .files = 1,
                                                         .events = 1,
                                                         .share_percent = 100,
                                                         .exclusion = "",
                                                         .reference = ""}};
    static const struct report_row bare_rows[] = {
        {.reason = bare_reasons,
         .code = {.text = "-", .symbol = "", .meaning = "", .files = 1, .events = 1},
         .action = "",
         .reference = "",
         .share_percent = 100}};
    static const struct report_finding bare_findings[] = {{.rank = 1,
                                                           .id = "",
                                                           .hex = "",
                                                           .symbol = "",
                                                           .title = "",
                                                           .category = "",
                                                           .category_title = "",
                                                           .cause = "",
                                                           .reference = "",
                                                           .events = 1}};
    static const struct report_other_failure bare_others[] = {
        {.code = {.text = "-", .symbol = "", .meaning = "", .events = 1}, .category = ""}};
    static const struct report_job bare_jobs[] = {{.kind = JOB_KIND_ENGINE}};
    static const struct report_step bare_steps[] = {
        {.action = "", .category = "", .reference = ""}};
    static const struct report_unparsed bare_unparsed[] = {{.place = {.log = 7}}};
    return (struct report){.language = language,
                           .files = 1,
                           .file_events = 1,
                           .books = {.lines = 1, .by_class = {1}},
                           .logs = bare_logs,
                           .log_count = 1,
                           .reasons = bare_reasons,
                           .reason_count = 1,
                           .rows = bare_rows,
                           .row_count = 1,
                           .finding_list = bare_findings,
                           .finding_count = 1,
                           .finding_rows = bare_findings,
                           .finding_row_count = 1,
                           .other_failure_list = bare_others,
                           .other_failure_count = 1,
                           .jobs = bare_jobs,
                           .job_count = 1,
                           .steps = bare_steps,
                           .step_count = 1,
                           .unparsed_examples = bare_unparsed,
                           .unparsed_example_count = 1};
}

struct report huge_report(enum language language)
{
    enum { HUGE_LOGS = 40 };
    static struct report_log huge_logs[HUGE_LOGS];
    static struct report_reason huge_reasons[HUGE_LOGS];
    struct report report = usual_report(language);
    for (size_t i = 0; i < HUGE_LOGS; i++) {
        huge_logs[i] = report.logs[i % 3];
        huge_logs[i].books.lines = UINT64_MAX;
        huge_reasons[i] = report.reasons[i % USUAL_REASONS];
        huge_reasons[i].rank = i + 1;
        huge_reasons[i].files = UINT64_MAX;
        huge_reasons[i].share_percent = 100;
    }
    report.books.lines = UINT64_MAX;
    report.files = UINT64_MAX;
    report.file_events = UINT64_MAX;
    report.files_exact = false;
    report.logs = huge_logs;
    report.log_count = HUGE_LOGS;
    report.reasons = huge_reasons;
    report.reason_count = HUGE_LOGS;
    return report;
}

struct report hostile_report(enum language language)
{
    static const struct span name[] = {SPAN(HOSTILE_TEXT)};
    static const struct report_host hostile_hosts[] = {
        {.name = SPAN(HOSTILE_TEXT),
         .kinds = {{.state = HOST_FAILED, .cause = HOSTILE_TEXT, .cause_title = HOSTILE_TEXT}},
         .kind_count = 1,
         .files = 1},
        {.name = SPAN("-1+1"),
         .kinds = {{.state = HOST_PARTIAL, .cause = "", .cause_title = ""}},
         .kind_count = 1}};
    static const struct report_log hostile_logs[] = {
        {.source = SPAN(HOSTILE_TEXT),
         .member = SPAN(HOSTILE_TEXT),
         .host = SPAN(HOSTILE_TEXT),
         .kind_name = "text",
         .grammar = "text",
         .encoding = "UTF-8",
         .books = {.lines = 2, .by_class = {1, 0, 0, 0, 1, 0}},
         .problem = SPAN(HOSTILE_TEXT)},
        {.source = SPAN("@b"),
         .host = SPAN("-"),
         .kind_name = "text",
         .grammar = "",
         .encoding = "",
         .complete = true}};
    static const struct report_folder folders[] = {{.path = SPAN(HOSTILE_TEXT), .files = 1}};
    static struct report_reason reasons[1];
    static struct report_row rows[1];
    static struct report_group groups[1];
    static struct report_problem hostile_problems[] = {
        {.source = SPAN(HOSTILE_TEXT), .member = SPAN("m"), .sentence = SPAN(HOSTILE_TEXT)}};
    static const struct report_skipped hostile_skipped[] = {
        {.source = SPAN(HOSTILE_TEXT), .reason = "new-reason", .detail = SPAN(HOSTILE_TEXT)}};
    static const struct report_unparsed hostile_unparsed[] = {{.text = SPAN(HOSTILE_TEXT),
                                                               .message = SPAN(HOSTILE_TEXT),
                                                               .place = {.log = 0, .line = 2}}};
    struct report report = usual_report(language);
    reasons[0] = report.reasons[0];
    reasons[0].hosts = name;
    reasons[0].folders = folders;
    reasons[0].folder_count = reasons[0].folders_total = 1;
    reasons[0].example.path = name[0];
    rows[0] = report.rows[0];
    rows[0].host = name[0];
    rows[0].example.path = name[0];
    groups[0] = (struct report_group){.rank = 1,
                                      .key = SPAN(HOSTILE_TEXT),
                                      .host = SPAN(HOSTILE_TEXT),
                                      .detail = "",
                                      .category = "",
                                      .category_title = "",
                                      .files = 1,
                                      .share_percent = 0.01};
    report.hosts = hostile_hosts;
    report.host_count = 2;
    report.hosts_by_state[HOST_PROTECTED] = 0;
    report.logs = hostile_logs;
    report.log_count = 2;
    report.reasons = reasons;
    report.reason_count = 1;
    report.rows = rows;
    report.row_count = 1;
    report.by = BY_JOB;
    report.groups = groups;
    report.group_count = 1;
    report.problems = hostile_problems;
    report.skipped = hostile_skipped;
    report.skipped_count = 1;
    report.unparsed_examples = hostile_unparsed;
    report.unparsed_example_count = 1;
    return report;
}
