#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "cli/fail_on.h"

static bool test_expression(const char *expression, const struct report *report, char *fired_text)
{
    struct value_list list = {.values = {expression}, .count = 1};
    struct buffer fired = {0};
    cr_assert(fail_on_test(&list, report, &fired, NULL));
    snprintf(fired_text, 100, "%.*s", (int)fired.length, fired.bytes ? fired.bytes : "");
    bool holds = fired.length > 0;
    buffer_release(&fired);
    return holds;
}

Test(cli_fail_on, conditions_are_exact_at_their_bounds)
{
    static const struct report_reason reason = {.category = "corrupted", .files = 3};
    static const struct report_row rows[] = {
        {.code = {.has_value = true, .value = 0x80070570, .files = 2}},
        {.code = {.has_value = true, .value = 0x80070570, .files = 1}},
        {.code = {.has_value = false, .files = 9}},
    };
    static const struct report_finding findings[] = {
        {.id = "100050", .symbol = "", .severity = SEVERITY_ERROR, .events = 4},
        {.id = "", .symbol = "SalLowDiskSpace", .severity = SEVERITY_WARNING, .events = 5},
        {.id = "100050",
         .symbol = "",
         .severity = SEVERITY_ERROR,
         .events = 2,
         .is_recovered = true},
        {.id = "", .symbol = "Inferred", .severity = SEVERITY_ERROR, .is_inferred = true},
    };
    static const struct report_other_failure failures[] = {
        {.code = {.events = 1}}, {.code = {.events = 3}, .is_recovered = true}};
    struct report report = {.files = 12,
                            .file_events = 20,
                            .files_at_risk = 6,
                            .files_ever = 15,
                            .findings = 11,
                            .other_failures = 4,
                            .hosts_by_state = {[HOST_FAILED] = 2, [HOST_STOPPED] = 1},
                            .job_totals = {.by_state = {[JOB_FAILED] = 5}},
                            .log_count = 0,
                            .reasons = &reason,
                            .reason_count = 1,
                            .rows = rows,
                            .row_count = 3,
                            .finding_rows = findings,
                            .finding_row_count = 4,
                            .other_failure_rows = failures,
                            .other_failure_row_count = 2,
                            .incomplete = true};
    report.books.by_class[VERDICT_UNPARSED] = 7;
    static const struct {
        const char *expression, *fired;
    } cases[] = {
        {"files>11", "files>11 (12)"},
        {"files>12", ""},
        {"files>=12", "files>=12 (12)"},
        {"files=12", "files=12 (12)"},
        {"files=13", ""},
        {" events > 19 ", "events > 19 (20)"},
        {"unparsed>7, findings>8", "findings>8 (9)"},
        {"files>11, at_risk>6, findings>8", "files>11 (12), findings>8 (9)"},
        {"other_failures>0", "other_failures>0 (1)"},
        {"other_failures>1", ""},
        {"incomplete>0", "incomplete>0 (1)"},
        {"files:ever>14", "files:ever>14 (15)"},
        {"files:ever>15", ""},
        {"at_risk>=6", "at_risk>=6 (6)"},
        {"hosts:failed>1", "hosts:failed>1 (2)"},
        {"hosts:failed>2,hosts:stopped>0", "hosts:stopped>0 (1)"},
        {"hosts:partial>0,hosts:unknown>0", ""},
        {"jobs:failed=5", "jobs:failed=5 (5)"},
        {"jobs:warnings>0", ""},
        {"logs=0", "logs=0 (0)"},
        {"reason:corrupted>2", "reason:corrupted>2 (3)"},
        {"reason:locked>0", ""},
        {"code:0x80070570>2", "code:0x80070570>2 (3)"},
        {"code:-2147023504>=3", "code:-2147023504>=3 (3)"},
        {"code:0x80070005>0", ""},
        {"finding:100050>3", "finding:100050>3 (4)"},
        {"finding:0x186D2>3", "finding:0x186D2>3 (4)"},
        {"finding:sallowdiskspace>4", "finding:sallowdiskspace>4 (5)"},
        {"finding:error>3", "finding:error>3 (4)"},
        {"finding:information>0", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char fired[100];
        test_expression(cases[i].expression, &report, fired);
        cr_assert(eq(str, fired, (char *)cases[i].fired), "%s", cases[i].expression);
    }
}

Test(cli_fail_on, misspelt_conditions_are_rejected)
{
    static const struct {
        const char *expression;
        bool is_valid;
    } cases[] = {
        {"files>0", true},
        {"files>0,reason:cloud_file>=2", true},
        {"code:80070005=1", true},
        {"finding:error>0", true},
        {"finding:100050>0", true},
        {"finding:SalLowDiskSpace>0", true},
        {"hosts:protected>=1,jobs:failed>0,files:ever>0,at_risk>0,logs=0", true},
        {"hosts>0", false},
        {"hosts:broken>0", false},
        {"jobs:>0", false},
        {"files:never>0", false},
        {"at_risk:failed>0", false},
        {"file>0", false},
        {"files", false},
        {"files>", false},
        {"files>-1", false},
        {"files>1x", false},
        {"reason:nonsense>0", false},
        {"code:xyz>0", false},
        {"finding:NoSuchThing>0", false},
        {"", false},
        {"files>0,", false},
        {"files:x>0", false},
        {">1", false},
        {"files>99999999999999999999999", false},
    };
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct value_list list = {.values = {cases[i].expression}, .count = 1};
        struct fault fault = {0};
        cr_assert(eq(int, fail_on_check(&list, catalog, &fault), cases[i].is_valid), "%s",
                  cases[i].expression);
        if (!cases[i].is_valid)
            cr_assert(eq(int, fault.kind, FAULT_OPTION), "%s", cases[i].expression);
    }
    catalog_close(catalog);
}
