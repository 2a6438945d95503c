#include "support/report_fixture.h"

#include "support/report_parts.h"

const char *fixture_name(enum fixture fixture)
{
    static const char *const names[] = {"nothing", "quiet", "usual",  "grouped",
                                        "bare",    "huge",  "hostile"};
    return names[fixture];
}

static const struct report_host hosts[] = {
    {.name = SPAN("FS02"),
     .rank = 1,
     .kinds = {{.state = HOST_FAILED,
                .newest = NEWEST_OVERDUE,
                .since = AT(8, 5, 2, 0),
                .last_good = AT(8, 4, 2, 0),
                .newest_backup = AT(8, 5, 2, 0),
                .nights_without = 1,
                .cause = "130055",
                .cause_title = "Scratch volume full"},
               {.state = HOST_STOPPED,
                .newest = NEWEST_HANGS,
                .is_system_state = true,
                .since = AT(8, 4, 6, 0),
                .newest_backup = AT(8, 3, 6, 0),
                .nights_without = 2,
                .has_unnamed_files = true,
                .cause = "MARSIFT_BACKUP_HANGS",
                .cause_title = "Backup hangs"}},
     .kind_count = 2,
     .logs = 2,
     .files = 472,
     .findings = 3},
    {.name = SPAN("N1"),
     .rank = 2,
     .kinds = {{.state = HOST_PARTIAL,
                .since = AT(8, 4, 13, 0),
                .last_good = AT(8, 4, 13, 0),
                .newest_backup = AT(8, 4, 13, 0),
                .cause = "locked",
                .cause_title = "In use or locked"}},
     .kind_count = 1,
     .logs = 3,
     .files = 812},
    {.name = SPAN("経理サーバー"),
     .rank = 3,
     .kinds = {{.state = HOST_PROTECTED,
                .newest_backup = AT(8, 5, 22, 0),
                .last_good = AT(8, 5, 22, 0),
                .cause = "",
                .cause_title = ""}},
     .kind_count = 1,
     .logs = 1},
};

static const struct report_log logs[] = {
    {.source = SPAN("bundles/N1_DPM_Error_Logs.zip"),
     .member = SPAN("CBENGINE_Error_Logs/CBEngineCurr.errlog"),
     .host = SPAN("N1"),
     .kind_name = "engine-log",
     .grammar = "cbengine",
     .encoding = "UTF-8",
     .books = {.lines = 11000, .by_class = {820, 0, 0, 10100, 2, 78}},
     .complete = true,
     .first_seen = AT(8, 4, 13, 16),
     .last_seen = AT(8, 6, 2, 10)},
    {.source = SPAN("bundles/FS02/Temp/LastBackupFailedFiles1A2B_8_5_2020_2_10.txt"),
     .host = SPAN("FS02"),
     .kind_name = "failed-files-list",
     .grammar = "failed-files",
     .encoding = "UTF-16LE",
     .books = {.lines = 475, .by_class = {472, 0, 0, 0, 0, 3}},
     .complete = true},
    {.source = SPAN("bundles/FS02/CBEngine3.errlog.gz"),
     .host = SPAN("FS02"),
     .kind_name = "engine-log",
     .grammar = "cbengine",
     .encoding = "windows-1252",
     .books = {.lines = 870, .by_class = {9, 14, 3, 700, 0, 144}, .outside_period = 400},
     .repaired_lines = 3,
     .cut_lines = 1,
     .complete = false,
     .problem = SPAN("the gzip data ends early, after 870 whole lines"),
     .first_seen = AT(8, 4, 23, 59),
     .last_seen = AT(8, 5, 1, 2)},
};

static const struct report_other_failure other_failures[] = {
    {.code = {.value = 0x80090016,
              .has_value = true,
              .text = "0x80090016",
              .symbol = "NTE_BAD_KEYSET",
              .meaning = "Keyset does not exist",
              .events = 2},
     .category = "credential",
     .example = {.path = SPAN("GetKey failed"), .place = {.log = 2, .line = 90}}},
    {.code = {.text = "-", .symbol = "", .meaning = "", .events = 1},
     .symbol = SPAN("System.IO.IOException"),
     .category = "",
     .example = {.path = SPAN("unhandled"), .place = {.log = 2, .line = 95}}},
};

static const struct report_job jobs[] = {
    {.host = SPAN("N1"),
     .name = SPAN("11111111-2222-3333-4444-555555555555"),
     .kind = JOB_KIND_ENGINE,
     .state = JOB_WARNINGS,
     .start = AT(8, 4, 13, 0),
     .end = AT(8, 4, 14, 30),
     .files = 812,
     .events = 830},
};

static const struct report_job *const newest_jobs[] = {&jobs[0]};

static const struct report_unparsed unparsed[] = {
    {.text = SPAN("0AB0\t0974\t08/04\t13:16\tbroken record \x1b[31mred"),
     .message = SPAN("broken\trecord \x1b[31mred"),
     .place = {.log = 0, .line = 300}},
    {.text = SPAN("????"), .message = SPAN("????"), .place = {.log = 0, .line = 301}},
};

static const struct report_skipped skipped[] = {
    {.source = SPAN("bundles/FS02/Application.evtx"),
     .reason = "not-text",
     .detail = SPAN("a Windows event log")},
    {.source = SPAN("bundles/N1_DPM_Error_Logs.zip"),
     .member = SPAN("msinfo.nfo"),
     .reason = "unknown-text"},
    {.source = SPAN("bundles/N1_DPM_Error_Logs.zip"),
     .member = SPAN("empty.txt"),
     .reason = "empty"},
};

static const struct report_problem problems[] = {
    {.source = SPAN("bundles/N3.zip"),
     .member = SPAN("logs/old.zip"),
     .sentence = SPAN("the archive is encrypted")},
};

static const struct report_limit limits[] = {
    {.name = "max_line_bytes",
     .meaning = "bytes of one line, as UTF-8; the rest of the line is cut",
     .value = 262144,
     .times = 1,
     .source = SPAN("bundles/FS02/CBEngine3.errlog.gz")},
    {.name = "max_regex_steps",
     .meaning = "steps of one pattern on one record",
     .value = 1000000,
     .times = 12,
     .grammar = "night\x1B[31mcopy",
     .rule = "file<script>\xE2\x80\xAE"
             "failed",
     .source = SPAN("bundles/FS02/night.log")},
};

struct report usual_report(enum language language)
{
    return (struct report){
        .language = language,
        .books = {.lines = 12345, .by_class = {1301, 14, 3, 10800, 2, 225}, .outside_period = 400},
        .files = 1284,
        .file_events = 1304,
        .files_exact = true,
        .findings = 3,
        .other_failures = 3,
        .incomplete = true,
        .has_period = true,
        .period_first = AT(8, 4, 13, 16),
        .period_last = AT(8, 6, 2, 10),
        .year_unknown = true,
        .hosts = hosts,
        .host_count = 3,
        .hosts_by_state = {[HOST_FAILED] = 1, [HOST_PARTIAL] = 1, [HOST_PROTECTED] = 1},
        .newest = AT(8, 6, 2, 10),
        .logs = logs,
        .log_count = 3,
        .skipped = skipped,
        .skipped_count = 3,
        .problems = problems,
        .problem_count = 1,
        .limits = limits,
        .limit_count = 2,
        .reasons = usual_reasons(language),
        .reason_count = USUAL_REASONS,
        .rows = usual_rows(language),
        .row_count = 2,
        .finding_list = usual_findings(language),
        .finding_count = 1,
        .finding_rows = usual_findings(language),
        .finding_row_count = 1,
        .other_failure_list = other_failures,
        .other_failure_count = 2,
        .other_failure_rows = other_failures,
        .other_failure_row_count = 2,
        .jobs = jobs,
        .job_count = 1,
        .newest_jobs = newest_jobs,
        .newest_job_count = 1,
        .steps = usual_steps(language),
        .step_count = 3,
        .unparsed_examples = unparsed,
        .unparsed_example_count = 2};
}

static struct report grouped(enum language language)
{
    struct report report = usual_report(language);
    report.by = BY_FOLDER;
    report.groups = usual_groups(language);
    report.group_count = 2;
    report.incomplete = false;
    return report;
}

static struct report quiet(enum language language)
{
    static const struct report_log quiet_logs[] = {
        {.source = SPAN("-"),
         .host = SPAN("-"),
         .kind_name = "engine-log",
         .grammar = "cbengine",
         .encoding = "UTF-8",
         .books = {.lines = 1204, .by_class = {0, 0, 0, 1200, 1, 3}},
         .complete = true,
         .problem = SPAN("")}};
    static const struct report_host nameless[] = {
        {.name = SPAN("-"),
         .rank = 1,
         .kinds = {{.state = HOST_UNKNOWN, .cause = "", .cause_title = ""}},
         .logs = 1}};
    return (struct report){.language = language,
                           .books = {.lines = 1204, .by_class = {0, 0, 0, 1200, 1, 3}},
                           .files_exact = true,
                           .hosts = nameless,
                           .host_count = 1,
                           .hosts_by_state = {[HOST_UNKNOWN] = 1},
                           .logs = quiet_logs,
                           .log_count = 1,
                           .has_period = true,
                           .period_first = {.month = 8, .day = 4},
                           .period_last = AT(8, 6, 2, 10),
                           .unparsed_examples = unparsed,
                           .unparsed_example_count = 1};
}

struct report report_fixture(enum fixture fixture, enum language language)
{
    switch (fixture) {
    case FIXTURE_QUIET:
        return quiet(language);
    case FIXTURE_USUAL:
        return usual_report(language);
    case FIXTURE_GROUPED:
        return grouped(language);
    case FIXTURE_BARE:
        return bare_report(language);
    case FIXTURE_HUGE:
        return huge_report(language);
    case FIXTURE_HOSTILE:
        return hostile_report(language);
    default:
        return (struct report){.language = language,
                               .files_exact = true,
                               .incomplete = true,
                               .is_empty = true,
                               .skipped = skipped,
                               .skipped_count = 3};
    }
}
