#include "cli/fail_on.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "text/code_notation.h"

enum operation { OPERATION_MORE, OPERATION_AT_LEAST, OPERATION_EQUAL };

struct condition {
    struct span text;    /* as typed */
    struct span metric;  /* "files", "reason" */
    struct span subject; /* "corrupted" of reason:corrupted; bytes NULL if there is none */
    enum operation operation;
    uint64_t number;
};

static uint64_t count_files(const struct report *report)
{
    return report->files;
}

static uint64_t count_events(const struct report *report)
{
    return report->file_events;
}

static uint64_t count_findings(const struct report *report)
{
    return report->findings;
}

static uint64_t count_other_failures(const struct report *report)
{
    return report->other_failures;
}

static uint64_t count_unparsed(const struct report *report)
{
    return report->books.by_class[VERDICT_UNPARSED];
}

/* Logs that were not read to the end, things that could not be read, limits that were hit; at least
 * 1 when the report calls itself incomplete. */
static uint64_t count_incomplete(const struct report *report)
{
    uint64_t count = report->problem_count + report->limit_count;
    for (size_t i = 0; i < report->log_count; i++)
        count += !report->logs[i].complete;
    return count || !report->incomplete ? count : 1;
}

static const struct plain_metric {
    const char *name;
    uint64_t (*count)(const struct report *report);
} plain_metrics[] = {
    {"files", count_files},       {"events", count_events},
    {"findings", count_findings}, {"other_failures", count_other_failures},
    {"unparsed", count_unparsed}, {"incomplete", count_incomplete},
};

static const struct plain_metric *find_plain(struct span name)
{
    for (size_t i = 0; i < sizeof plain_metrics / sizeof *plain_metrics; i++)
        if (span_equals(name, span_of(plain_metrics[i].name)))
            return &plain_metrics[i];
    return NULL;
}

static bool read_number(struct span digits, uint64_t *number)
{
    *number = 0;
    for (size_t i = 0; i < digits.length; i++) {
        if (!ascii_is_digit(digits.bytes[i]) || *number > UINT64_MAX / 10 - 1)
            return false;
        *number = *number * 10 + (uint64_t)(digits.bytes[i] - '0');
    }
    return digits.length > 0;
}

static bool read_condition(struct span text, struct condition *condition)
{
    *condition = (struct condition){.text = text};
    size_t more = span_find_byte(text, '>');
    size_t equal = span_find_byte(text, '=');
    size_t at = more < equal ? more : equal;
    if (at == text.length)
        return false;
    size_t behind = at + 1;
    condition->operation = more < equal ? OPERATION_MORE : OPERATION_EQUAL;
    if (more < equal && equal == more + 1 && equal < text.length) {
        condition->operation = OPERATION_AT_LEAST;
        behind++;
    }
    struct span name = span_trim(span_slice(text, 0, at));
    size_t colon = span_find_byte(name, ':');
    condition->metric = span_slice(name, 0, colon);
    if (colon < name.length)
        condition->subject = span_slice(name, colon + 1, name.length);
    return read_number(span_trim(span_slice(text, behind, text.length)), &condition->number);
}

static bool severity_of(struct span name, enum severity *severity)
{
    for (int i = SEVERITY_INFORMATION; i <= SEVERITY_ERROR; i++) {
        if (span_equals(name, span_of(severity_name((enum severity)i)))) {
            *severity = (enum severity)i;
            return true;
        }
    }
    return false;
}

/* Whether the catalog knows what the condition asks for: a misspelt name must not silently never
 * hold. */
static bool is_known_finding(const struct catalog *catalog, struct span subject)
{
    enum severity severity;
    uint32_t id = 0;
    size_t index = 0;
    return severity_of(subject, &severity) || code_notation_read_id(subject, &id) ||
           catalog_error_by_symbol(catalog, subject, &index);
}

static bool check_condition(const struct condition *condition, const struct catalog *catalog,
                            struct fault *fault)
{
    struct span subject = condition->subject;
    uint32_t code = 0;
    size_t index = 0;
    bool is_known = false;
    if (subject.bytes == NULL)
        is_known = find_plain(condition->metric) != NULL;
    else if (span_equals(condition->metric, span_of("reason")))
        is_known = catalog_category_find(catalog, subject, &index);
    else if (span_equals(condition->metric, span_of("code")))
        is_known = code_notation_read_code(subject, &code);
    else if (span_equals(condition->metric, span_of("finding")))
        is_known = is_known_finding(catalog, subject);
    if (is_known)
        return true;
    return fault_set(
        fault, FAULT_OPTION,
        "--fail-on: unknown metric in \"%.*s\"; known are files, events, findings, "
        "other_failures, unparsed, incomplete, reason:CATEGORY, code:CODE, finding:ID, "
        "finding:SEVERITY",
        (int)condition->text.length, condition->text.bytes);
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
    bool is_severity = severity_of(subject, &severity);
    bool is_id = !is_severity && code_notation_read_id(subject, &id);
    uint64_t events = 0;
    for (size_t i = 0; i < report->finding_count; i++) {
        const struct report_finding *finding = &report->finding_list[i];
        bool is_wanted = is_severity ? finding->severity == severity
                         : is_id     ? strtoul(finding->id, NULL, 10) == id
                                     : span_equals_ignoring_case(subject, span_of(finding->symbol));
        if (is_wanted)
            events += finding->events;
    }
    return events;
}

static uint64_t measure(const struct condition *condition, const struct report *report)
{
    const struct plain_metric *plain = find_plain(condition->metric);
    if (plain != NULL)
        return plain->count(report);
    if (span_equals(condition->metric, span_of("code")))
        return count_code(report, condition->subject);
    if (span_equals(condition->metric, span_of("reason")))
        return count_reason(report, condition->subject);
    return count_finding(report, condition->subject);
}

static bool holds(const struct condition *condition, uint64_t value)
{
    if (condition->operation == OPERATION_MORE)
        return value > condition->number;
    if (condition->operation == OPERATION_AT_LEAST)
        return value >= condition->number;
    return value == condition->number;
}

/* Takes the next condition off the front of `rest`. */
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
            if (!read_condition(text, &condition))
                return fault_set(fault, FAULT_OPTION,
                                 "--fail-on takes METRIC>NUMBER, METRIC>=NUMBER or METRIC=NUMBER, "
                                 "not \"%.*s\"",
                                 (int)text.length, text.length ? text.bytes : "");
            if (!check_condition(&condition, catalog, fault))
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
            read_condition(next_condition(&rest), &condition);
            uint64_t value = measure(&condition, report);
            if (holds(&condition, value))
                return buffer_append(fired, condition.text, fault) &&
                       buffer_append_format(fired, fault, " (%llu)", (unsigned long long)value);
        } while (rest.bytes != NULL);
    }
    return true;
}
