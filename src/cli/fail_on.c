#include "cli/fail_on.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/fail_on_states.h"
#include "cli/option_value.h"
#include "text/code_notation.h"

enum operation { OPERATION_MORE, OPERATION_AT_LEAST, OPERATION_EQUAL };

struct condition {
    struct span text; /* as typed */
    const struct metric *metric;
    struct span subject; /* "corrupted" in reason:corrupted; bytes NULL if there is none */
    enum operation operation;
    uint64_t number;
};

struct metric {
    const char *name;
    const char *forms; /* as error messages list them */
    /* True if the catalog knows the subject, since a misspelt one would silently never hold; NULL:
     * the metric takes no subject. */
    bool (*knows)(const struct catalog *catalog, struct span subject);
    uint64_t (*count)(const struct report *report, struct span subject);
};

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

/* A metric with and without a subject has a row for each. */
static const struct metric metrics[] = {
    {"files", "files", NULL, count_files},
    {"files", "files:ever", fail_on_knows_ever, fail_on_count_files_ever},
    {"at_risk", "at_risk", NULL, count_at_risk},
    {"hosts", "hosts:STATE", fail_on_knows_host_state, fail_on_count_hosts},
    {"jobs", "jobs:STATE", fail_on_knows_job_state, fail_on_count_jobs},
    {"events", "events", NULL, count_events},
    {"findings", "findings", NULL, fail_on_count_findings},
    {"other_failures", "other_failures", NULL, fail_on_count_other_failures},
    {"unparsed", "unparsed", NULL, count_unparsed},
    {"incomplete", "incomplete", NULL, count_incomplete},
    {"logs", "logs", NULL, count_logs},
    {"reason", "reason:CATEGORY", knows_category, count_reason},
    {"code", "code:CODE", knows_code, count_code},
    {"finding", "finding:ID, finding:SEVERITY", knows_finding, count_finding},
};

enum { METRIC_COUNT = sizeof metrics / sizeof *metrics };

/* Returns NULL if there is no such metric. */
static const struct metric *find_metric(struct span name, bool has_subject)
{
    for (size_t i = 0; i < METRIC_COUNT; i++)
        if (span_equals(name, span_of(metrics[i].name)) &&
            has_subject == (metrics[i].knows != NULL))
            return &metrics[i];
    return NULL;
}

/* Returns false if the text is not METRIC OPERATION NUMBER; the metric itself may be unknown. */
static bool parse_condition(struct span text, struct condition *condition)
{
    *condition = (struct condition){.text = text};
    size_t more = span_find_byte(text, '>');
    size_t equal = span_find_byte(text, '=');
    size_t at = more < equal ? more : equal;
    if (at == text.length)
        return false;
    size_t end = at + 1;
    condition->operation = more < equal ? OPERATION_MORE : OPERATION_EQUAL;
    if (more < equal && equal == more + 1 && equal < text.length) {
        condition->operation = OPERATION_AT_LEAST;
        end++;
    }
    struct span name = span_trim(span_slice(text, 0, at));
    size_t colon = span_find_byte(name, ':');
    condition->metric = find_metric(span_slice(name, 0, colon), colon < name.length);
    if (colon < name.length)
        condition->subject = span_slice(name, colon + 1, name.length);
    return option_value_number(span_trim(span_slice(text, end, text.length)), &condition->number);
}

static bool check_metric(const struct condition *condition, const struct catalog *catalog,
                         struct fault *fault)
{
    const struct metric *metric = condition->metric;
    bool has_subject = condition->subject.bytes != NULL;
    char forms[512] = "";
    if (metric != NULL && (!has_subject || metric->knows(catalog, condition->subject)))
        return true;
    for (size_t i = 0; i < METRIC_COUNT; i++) {
        size_t used = strlen(forms);
        snprintf(forms + used, sizeof forms - used, "%s%s", i ? ", " : "", metrics[i].forms);
    }
    return fault_set(fault, FAULT_OPTION, "--fail-on: unknown metric in \"%.*s\"; known are %s",
                     (int)condition->text.length, condition->text.bytes, forms);
}

static bool holds(const struct condition *condition, uint64_t value)
{
    switch (condition->operation) {
    case OPERATION_MORE:
        return value > condition->number;
    case OPERATION_AT_LEAST:
        return value >= condition->number;
    case OPERATION_EQUAL:
        break;
    }
    return value == condition->number;
}

/* Removes the first condition from `rest`, whose bytes are NULL after the last one. */
static struct span next_condition(struct span *rest)
{
    size_t comma = span_find_byte(*rest, ',');
    struct span text = span_trim(span_slice(*rest, 0, comma));
    *rest = comma < rest->length ? span_slice(*rest, comma + 1, rest->length) : (struct span){0};
    return text;
}

bool fail_on_check(const struct value_list *expressions, const struct catalog *catalog,
                   struct fault *fault)
{
    for (size_t i = 0; i < expressions->count; i++) {
        struct span rest = span_of(expressions->values[i]);
        do {
            struct condition condition;
            struct span text = next_condition(&rest);
            if (!parse_condition(text, &condition))
                return fault_set(fault, FAULT_OPTION,
                                 "--fail-on takes METRIC>NUMBER, METRIC>=NUMBER or METRIC=NUMBER, "
                                 "not \"%.*s\"",
                                 (int)text.length, text.length ? text.bytes : "");
            if (!check_metric(&condition, catalog, fault))
                return false;
        } while (rest.bytes != NULL);
    }
    return true;
}

bool fail_on_test(const struct value_list *expressions, const struct report *report,
                  struct buffer *fired, struct fault *fault)
{
    for (size_t i = 0; i < expressions->count; i++) {
        struct span rest = span_of(expressions->values[i]);
        do {
            struct condition condition;
            parse_condition(next_condition(&rest), &condition);
            uint64_t value = condition.metric->count(report, condition.subject);
            if (holds(&condition, value))
                return buffer_append(fired, condition.text, fault) &&
                       buffer_append_format(fired, fault, " (%llu)", (unsigned long long)value);
        } while (rest.bytes != NULL);
    }
    return true;
}
