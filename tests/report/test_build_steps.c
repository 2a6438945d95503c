#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "catalog/catalog.h"
#include "report/build_steps.h"

static const char *const chkdsk[] = {"run chkdsk", "restore"};
static const char *const space[] = {"update", "free space"};
static const char *const more_space[] = {"look around", "free space"};
static const char *const wait[] = {"wait"};
static const char *const unlock[] = {"unlock"};
static const char *const report_it[] = {"read the log"};

static struct report_reason reason_of(const char *title, enum severity severity, bool at_risk,
                                      uint64_t files, const char *const *actions, size_t count)
{
    return (struct report_reason){.title = title,
                                  .category = title,
                                  .severity = severity,
                                  .at_risk = at_risk,
                                  .files = files,
                                  .events = files,
                                  .actions = actions,
                                  .action_keys = actions,
                                  .action_count = count,
                                  .reference = ""};
}

static struct report_finding finding_of(const char *title, enum severity severity, bool is_generic,
                                        const char *const *actions, size_t count)
{
    return (struct report_finding){.title = title,
                                   .category = title,
                                   .severity = severity,
                                   .at_risk = true,
                                   .is_generic = is_generic,
                                   .events = 1,
                                   .open_events = 1,
                                   .actions = actions,
                                   .action_keys = actions,
                                   .action_count = count,
                                   .reference = ""};
}

/* Checks the steps, written as "action*covers; ...", and returns the first. */
static struct report_step check_steps(struct report *report, const char *wanted)
{
    struct report_step first = {0};
    char got[256] = "";
    struct arena arena = {0};
    struct fault fault = {0};
    struct catalog *catalog = catalog_open(NULL, 0, &fault);
    const struct report_options options = {.language = LANGUAGE_EN};
    struct builder builder = {.catalog = catalog,
                              .options = &options,
                              .arena = &arena,
                              .report = report,
                              .fault = &fault};
    cr_assert(build_steps(&builder), "%s", fault.text);
    for (size_t i = 0; i < report->step_count; i++) {
        size_t used = strlen(got);
        snprintf(got + used, sizeof got - used, "%s*%llu; ", report->steps[i].action,
                 (unsigned long long)report->steps[i].problem_count);
    }
    cr_assert(eq(str, got, (char *)wanted));
    if (report->step_count > 0)
        first = report->steps[0];
    arena_release(&arena);
    catalog_close(catalog);
    return first;
}

Test(report_build_steps, data_loss_comes_before_noise_whatever_the_numbers)
{
    const struct report_reason reasons[] = {
        reason_of("gone", SEVERITY_WARNING, false, 900, wait, 1),
        reason_of("locked", SEVERITY_WARNING, true, 50, unlock, 1),
        reason_of("corrupted", SEVERITY_ERROR, true, 1, chkdsk, 2),
    };
    const struct report_finding findings[] = {
        finding_of("stopped", SEVERITY_ERROR, true, report_it, 1),
        finding_of("scratch full", SEVERITY_ERROR, false, space, 2),
        finding_of("good news", SEVERITY_INFORMATION, false, wait, 1),
    };
    struct report report = {
        .reasons = reasons, .reason_count = 3, .finding_list = findings, .finding_count = 3};
    check_steps(&report, "run chkdsk*1; update*1; unlock*1; ");
}

Test(report_build_steps, a_status_is_a_step_only_where_nothing_of_its_weight_gives_a_cause)
{
    const struct report_reason reasons[] = {
        reason_of("locked", SEVERITY_WARNING, true, 50, unlock, 1),
    };
    const struct report_finding findings[] = {
        finding_of("stopped", SEVERITY_ERROR, true, report_it, 1),
        finding_of("ended with warnings", SEVERITY_WARNING, true, wait, 1),
    };
    struct report report = {
        .reasons = reasons, .reason_count = 1, .finding_list = findings, .finding_count = 2};
    check_steps(&report, "unlock*1; read the log*1; ");
    report.reason_count = 0;
    check_steps(&report, "read the log*1; wait*1; ");
}

Test(report_build_steps, what_cannot_be_recovered_comes_first_whatever_the_numbers)
{
    static const char *const connect[] = {"connect"};
    static const char *const scan[] = {"scan"};
    const struct report_reason reasons[] = {
        reason_of("network", SEVERITY_ERROR, true, 900, connect, 1),
        reason_of("malware", SEVERITY_ERROR, true, 2, scan, 1),
        reason_of("corrupted", SEVERITY_ERROR, true, 1, chkdsk, 1),
    };
    const struct report_finding findings[] = {
        finding_of("cache", SEVERITY_ERROR, false, space, 2),
    };
    struct report report = {
        .reasons = reasons, .reason_count = 3, .finding_list = findings, .finding_count = 1};
    check_steps(&report, "run chkdsk*1; scan*1; update*1; ");
}

/* A server is in the step of each of its kinds of backups, and once in the step of both. */
Test(report_build_steps, causes_of_lost_backups_come_first_each_with_its_servers)
{
    static const struct report_host hosts[] = {
        {.name = {"N1", 2},
         .kinds = {{HOST_FAILED, .cause = "100050", .cause_title = "offline"},
                   {HOST_FAILED, .cause = "100050", .cause_title = "offline"}},
         .kind_count = 2},
        {.name = {"N2", 2},
         .kinds = {{HOST_STOPPED, .cause = "STOP", .cause_title = "stop"}},
         .kind_count = 1},
        {.name = {"N3", 2},
         .kinds = {{HOST_FAILED, .cause = "100050", .cause_title = "offline"},
                   {HOST_FAILED, .cause = "100172", .cause_title = "denied"}},
         .kind_count = 2},
        {.name = {"N4", 2},
         .kinds = {{HOST_FAILED, .cause = "", .cause_title = ""}},
         .kind_count = 1},
        {.name = {"N5", 2},
         .kinds = {{HOST_PARTIAL, .cause = "corrupted", .cause_title = ""}},
         .kind_count = 1},
    };
    const struct report_reason reasons[] = {
        reason_of("corrupted", SEVERITY_ERROR, true, 1000, chkdsk, 1),
    };
    struct report_finding findings[] = {
        finding_of("stop", SEVERITY_WARNING, false, wait, 1),
        finding_of("offline", SEVERITY_ERROR, false, unlock, 1),
        finding_of("made good", SEVERITY_ERROR, false, report_it, 1),
        finding_of("denied", SEVERITY_ERROR, false, report_it, 1),
    };
    findings[0].symbol = "STOP";
    findings[1].id = "100050";
    findings[2].is_recovered = true;
    findings[3].id = "100172";
    struct report report = {.hosts = hosts,
                            .host_count = 5,
                            .reasons = reasons,
                            .reason_count = 1,
                            .finding_list = findings,
                            .finding_count = 4};
    const char *const unexplained =
        "Look for the reason outside these logs: in the agent console (Jobs), "
        "the event logs CloudBackup and System, other engine logs (CBEngine*.errlog) and "
        "lists of failed files of that time.";
    char wanted[256];
    snprintf(wanted, sizeof wanted, "unlock*1; wait*1; read the log*1; %s*1; run chkdsk*1; ",
             unexplained);
    struct report_step first = check_steps(&report, wanted);
    cr_assert(eq(u64, first.lacking_count, 2));
}

Test(report_build_steps, harmless_files_call_for_nothing_and_advice_of_a_majority_rule_goes_first)
{
    const struct report_context contexts[] = {
        {.name = "n", .mark = "", .advice = "exclude", .advice_key = "exclude", .files = 8}};
    struct report_reason reasons[] = {
        reason_of("locked", SEVERITY_WARNING, true, 10, unlock, 1),
        reason_of("odd", SEVERITY_WARNING, true, 3, wait, 1),
    };
    reasons[0].contexts = contexts;
    reasons[0].context_count = 1;
    reasons[0].harmless_files = 1;
    reasons[1].harmless_files = 3;
    struct report report = {.reasons = reasons, .reason_count = 2};
    struct report_step first = check_steps(&report, "exclude*1; ");
    cr_assert(eq(u64, first.files, 9));
}

Test(report_build_steps, other_failures_count_if_they_lose_data_and_do_not_pass)
{
    const struct span hosts[] = {span_of("N1")};
    struct report_other_failure failures[] = {
        {.title = "read error",
         .category = "io_hardware",
         .severity = SEVERITY_ERROR,
         .at_risk = true,
         .actions = chkdsk,
         .action_keys = chkdsk,
         .action_count = 2,
         .hosts = hosts,
         .host_count = 1},
        {.title = "retry",
         .category = "network",
         .severity = SEVERITY_ERROR,
         .at_risk = true,
         .transient = true,
         .actions = wait,
         .action_keys = wait,
         .action_count = 1},
    };
    struct report report = {.other_failure_list = failures, .other_failure_count = 2};
    check_steps(&report, "run chkdsk*1; ");
}

Test(report_build_steps, what_the_list_of_reasons_answers_is_no_step)
{
    const struct report_code codes[] = {{.value = 0x80070020, .has_value = true}};
    struct report_reason reasons[] = {reason_of("locked", SEVERITY_WARNING, true, 9, unlock, 1)};
    struct report_finding findings[] = {finding_of("warnings", SEVERITY_WARNING, false, space, 2)};
    reasons[0].codes = codes;
    reasons[0].code_count = 1;
    findings[0].answered_actions = 2;
    struct report report = {
        .reasons = reasons, .reason_count = 1, .finding_list = findings, .finding_count = 1};
    check_steps(&report, "unlock*1; ");
    findings[0].answered_actions = 1;
    check_steps(&report, "unlock*1; free space*1; ");
    reasons[0].code_count = 0;
    check_steps(&report, "unlock*1; update*1; ");
}

Test(report_build_steps, a_step_names_the_hosts_of_all_that_it_covers)
{
    static const struct span hosts[] = {{"N1", 2}, {"N2", 2}};
    struct report_reason reasons[] = {reason_of("full", SEVERITY_ERROR, true, 3, space, 2)};
    struct report_finding findings[] = {finding_of("full too", SEVERITY_ERROR, false, space, 2)};
    reasons[0].hosts = hosts + 1;
    reasons[0].host_count = 1;
    findings[0].open_hosts = hosts;
    findings[0].open_host_count = 2;
    struct report report = {
        .reasons = reasons, .reason_count = 1, .finding_list = findings, .finding_count = 1};
    struct report_step first = check_steps(&report, "update*2; ");
    cr_assert(eq(sz, first.host_count, 2));
}

Test(report_build_steps, one_action_that_covers_several_is_one_step)
{
    const struct report_reason reasons[] = {
        reason_of("full", SEVERITY_ERROR, true, 3, more_space, 2),
    };
    const struct report_finding findings[] = {
        finding_of("connect", SEVERITY_ERROR, false, unlock, 1),
        finding_of("scratch full", SEVERITY_ERROR, false, space, 2),
        finding_of("no bitmap", SEVERITY_ERROR, false, space, 2),
    };
    struct report report = {
        .reasons = reasons, .reason_count = 1, .finding_list = findings, .finding_count = 3};
    struct report_step first = check_steps(&report, "free space*3; unlock*1; ");
    cr_assert(eq(u64, first.files, 3));
    cr_assert(eq(u64, first.events, 5));
    cr_assert(eq(sz, first.problem_count, 3));
}

Test(report_build_steps, there_are_at_most_three_steps_beside_lost_backups_and_none_without_an_item)
{
    static const char *const actions[7][1] = {{"a"}, {"b"}, {"c"}, {"d"}, {"e"}, {"f"}, {"g"}};
    struct report_finding findings[7];
    for (size_t i = 0; i < 7; i++)
        findings[i] = finding_of("f", SEVERITY_ERROR, false, actions[i], 1);
    struct report report = {.finding_list = findings, .finding_count = 7};
    check_steps(&report, "a*1; b*1; c*1; ");
    struct report empty = {.files = 0};
    check_steps(&empty, "");
    findings[0].action_count = 0;
    report.finding_count = 1;
    check_steps(&report, "");
}

Test(report_build_steps, a_cure_for_everything_gives_way_to_one_for_this_error)
{
    static const char *const cures[] = {
        "Install the newest MARS agent (https://aka.ms/azurebackup_agent).", "free space"};
    const struct report_finding findings[] = {
        finding_of("scratch full", SEVERITY_ERROR, false, cures, 2),
        finding_of("old", SEVERITY_WARNING, false, cures, 1),
    };
    struct report report = {.finding_list = findings, .finding_count = 2};
    check_steps(
        &report,
        "free space*1; Install the newest MARS agent (https://aka.ms/azurebackup_agent).*1; ");
}
