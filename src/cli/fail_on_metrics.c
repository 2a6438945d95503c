/* The metrics of --fail-on. */
#include "cli/fail_on_metrics.h"

#include <stdlib.h>
#include <string.h>

#include "base/count_of.h"
#include "cli/fail_on_states.h"
#include "text/code_notation.h"

static uint64_t count_files(const struct report *report, struct span subject)
{
    (void)subject;
    return report->files;
}

static uint64_t count_events(const struct report *report, struct span subject)
{
    (void)subject;
    return report->file_events;
}

static uint64_t count_at_risk(const struct report *report, struct span subject)
{
    (void)subject;
    return report->files_at_risk;
}

static uint64_t count_logs(const struct report *report, struct span subject)
{
    (void)subject;
    return report->log_count;
}

static uint64_t count_unparsed(const struct report *report, struct span subject)
{
    (void)subject;
    return report->books.by_class[VERDICT_UNPARSED];
}

/* Texts in folders and archives that were not read, though they report failures. */
static uint64_t count_unread_failures(const struct report *report, struct span subject)
{
    (void)subject;
    uint64_t count = 0;
    for (size_t i = 0; i < report->skipped_count; i++)
        count += strcmp(report->skipped[i].reason, "text-with-failures") == 0;
    return count;
}

/* Logs not read to their end, inputs not readable and limits reached; at least 1 if the report is
 * incomplete. */
static uint64_t count_incomplete(const struct report *report, struct span subject)
{
    (void)subject;
    uint64_t count = report->problem_count + report->limit_count;
    for (size_t i = 0; i < report->log_count; i++)
        count += !report->logs[i].complete;
    return count || !report->incomplete ? count : 1;
}

static bool parse_severity(struct span name, enum severity *severity)
{
    for (int i = SEVERITY_INFORMATION; i <= SEVERITY_ERROR; i++) {
        if (span_equals(name, span_of(severity_name((enum severity)i)))) {
            *severity = (enum severity)i;
            return true;
        }
    }
    return false;
}

static bool knows_category(const struct catalog *catalog, struct span subject)
{
    size_t index = 0;
    return catalog_category_find(catalog, subject, &index);
}

static bool knows_code(const struct catalog *catalog, struct span subject)
{
    uint32_t code = 0;
    (void)catalog;
    return code_notation_read_code(subject, &code);
}

static bool knows_finding(const struct catalog *catalog, struct span subject)
{
    enum severity severity;
    uint32_t id = 0;
    size_t index = 0;
    return parse_severity(subject, &severity) || code_notation_read_id(subject, &id) ||
           catalog_error_by_symbol(catalog, subject, &index);
}

static uint64_t count_code(const struct report *report, struct span subject)
{
    uint32_t code = 0;
    uint64_t files = 0;
    code_notation_read_code(subject, &code);
    for (size_t i = 0; i < report->row_count; i++)
        if (report->rows[i].code.has_value && report->rows[i].code.value == code)
            files += report->rows[i].code.files;
    return files;
}

static uint64_t count_reason(const struct report *report, struct span subject)
{
    for (size_t i = 0; i < report->reason_count; i++)
        if (span_equals(subject, span_of(report->reasons[i].category)))
            return report->reasons[i].files;
    return 0;
}

static uint64_t count_finding(const struct report *report, struct span subject)
{
    enum severity severity = SEVERITY_INFORMATION;
    uint32_t id = 0;
    bool is_severity = parse_severity(subject, &severity);
    bool is_id = !is_severity && code_notation_read_id(subject, &id);
    uint64_t events = 0;
    for (size_t i = 0; i < report->finding_row_count; i++) {
        const struct report_finding *row = &report->finding_rows[i];
        bool is_counted = is_severity ? row->severity == severity
                          : is_id     ? strtoul(row->id, NULL, 10) == id
                                      : span_equals_ignoring_case(subject, span_of(row->symbol));
        if (is_counted && !row->is_recovered)
            events += row->events;
    }
    return events;
}

/* The category's name, NULL after the last one. */
static const char *category_name(const struct catalog *catalog, size_t index)
{
    return index < catalog_category_count(catalog) ? catalog_category_at(catalog, index)->name
                                                   : NULL;
}

/* The severities' names, then the symbols of agent errors, "" for one without. */
static const char *finding_name(const struct catalog *catalog, size_t index)
{
    enum { SEVERITIES = SEVERITY_ERROR - SEVERITY_INFORMATION + 1 };
    if (index < SEVERITIES)
        return severity_name((enum severity)(SEVERITY_INFORMATION + (int)index));
    index -= SEVERITIES;
    return index < catalog_error_count(catalog) ? catalog_error_at(catalog, index)->symbol : NULL;
}

const struct fail_on_metric fail_on_metrics[] = {
    {"files", "files",
     LANGUAGE_TEXTS("files that are unprotected now", "現在保護されていないファイル"), NULL, NULL,
     count_files},
    {"files", "files:ever",
     LANGUAGE_TEXTS("files that ever failed, those read since too",
                    "一度でも失敗したファイル (後で読み取れたものを含む)"),
     fail_on_knows_ever, fail_on_ever_name, fail_on_count_files_ever},
    {"at_risk", "at_risk",
     LANGUAGE_TEXTS("unprotected files of which no recovery point has the current content",
                    "最新内容の回復ポイントがない未保護ファイル"),
     NULL, NULL, count_at_risk},
    {"hosts", "hosts:STATE",
     LANGUAGE_TEXTS("servers in a state: failed, stopped, partial ...",
                    "その状態のサーバー (failed, stopped, partial など)"),
     fail_on_knows_host_state, fail_on_host_state_name, fail_on_count_hosts},
    {"jobs", "jobs:STATE",
     LANGUAGE_TEXTS("jobs in a state: failed, warnings ...",
                    "その状態のジョブ (failed, warnings など)"),
     fail_on_knows_job_state, fail_on_job_state_name, fail_on_count_jobs},
    {"events", "events", LANGUAGE_TEXTS("records of failed files", "失敗したファイルの記録"), NULL,
     NULL, count_events},
    {"findings", "findings",
     LANGUAGE_TEXTS("agent errors not resolved by a later backup",
                    "その後のバックアップで解消していないエージェント エラーの記録"),
     NULL, NULL, fail_on_count_findings},
    {"other_failures", "other_failures",
     LANGUAGE_TEXTS("the same for failures that name no file and no agent error",
                    "同様に、ファイルにもエージェント エラーにも当たらない障害の記録"),
     NULL, NULL, fail_on_count_other_failures},
    {"unparsed", "unparsed", LANGUAGE_TEXTS("lines that were not understood", "解釈できなかった行"),
     NULL, NULL, count_unparsed},
    {"incomplete", "incomplete",
     LANGUAGE_TEXTS("inputs not read to their end, limits reached",
                    "最後まで読み取れなかった入力、達した上限"),
     NULL, NULL, count_incomplete},
    {"unread_failures", "unread_failures",
     LANGUAGE_TEXTS("text files that were not read but report failures",
                    "読み取らなかったテキストのうち、失敗の報告を含むもの"),
     NULL, NULL, count_unread_failures},
    {"logs", "logs", LANGUAGE_TEXTS("logs that were read", "読み取ったログ"), NULL, NULL,
     count_logs},
    {"reason", "reason:CATEGORY",
     LANGUAGE_TEXTS("failed files of a category", "その分類の失敗したファイル"), knows_category,
     category_name, count_reason},
    {"code", "code:CODE",
     LANGUAGE_TEXTS("files with a failure code, in any notation",
                    "そのエラー コードのファイル (表記は問わない)"),
     knows_code, NULL, count_code},
    {"finding", "finding:ID",
     LANGUAGE_TEXTS("records of an agent error, by its number or symbol",
                    "そのエージェント エラーの記録 (番号またはシンボル)"),
     knows_finding, finding_name, count_finding},
    {"finding", "finding:SEVERITY",
     LANGUAGE_TEXTS("records of agent errors of a severity",
                    "その重大度のエージェント エラーの記録"),
     knows_finding, NULL, count_finding},
};

const size_t fail_on_metric_count = COUNT_OF(fail_on_metrics);

const struct fail_on_metric *fail_on_metric_find(struct span name, bool has_subject)
{
    for (size_t i = 0; i < fail_on_metric_count; i++)
        if (span_equals(name, span_of(fail_on_metrics[i].name)) &&
            has_subject == (fail_on_metrics[i].knows != NULL))
            return &fail_on_metrics[i];
    return NULL;
}
