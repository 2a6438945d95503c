#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "verdict/milestone.h"

Test(verdict_milestone, steps_in_the_spellings_of_the_agent)
{
    static const struct {
        const char *step;
        enum milestone_mark mark;
        enum job_phase phase;
    } rows[] = {
        {"Prebackup started.", MARK_START, PHASE_PREBACKUP},
        {"Prebackup finished.", MARK_END, PHASE_PREBACKUP},
        {"Start: Adjusting Job start time from snapshot time", MARK_START, PHASE_ADJUST_START},
        {"End: Adjusting Job start time from snapshot time", MARK_END, PHASE_ADJUST_START},
        {"Initialize Storage started.", MARK_START, PHASE_INITIALIZE},
        {"Data transfer finished", MARK_END, PHASE_TRANSFER},
        {"Integrity Check Storage Initialize started.", MARK_START, PHASE_CHECK_INITIALIZE},
        {"Integrity Check finsihed.", MARK_END, PHASE_CHECK},
        {"  integrity check   FINISHED . ", MARK_END, PHASE_CHECK},
        {"integrity check FINISHED .", MARK_END, PHASE_CHECK},
        {"Succeeded", MARK_SUCCEEDED, PHASE_COUNT},
        {"UnInitialize Storage started.", MARK_START, PHASE_UNINITIALIZE},
        {"UnInitialize Storage finsihed.", MARK_END, PHASE_UNINITIALIZE},
        {"Failed", MARK_FAILED, PHASE_COUNT},
        {"Cleaning started.", MARK_OTHER, PHASE_COUNT},
        {"started", MARK_OTHER, PHASE_COUNT},
        {"Start: ", MARK_OTHER, PHASE_COUNT},
        {"...", MARK_NONE, PHASE_COUNT},
        {"", MARK_NONE, PHASE_COUNT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct milestone milestone = milestone_of_step(span_of(rows[i].step));
        cr_assert(eq(int, milestone.mark, rows[i].mark), "%s", rows[i].step);
        cr_assert(eq(int, milestone.phase, rows[i].phase), "%s", rows[i].step);
        cr_assert(not(milestone.is_event), "%s", rows[i].step);
    }
}

Test(verdict_milestone, a_step_that_the_grammar_calls_a_failure_ends_the_job)
{
    struct span fields[FIELD_COUNT] = {{0}};
    struct event event = {.text = span_of("Backup Progress: Data transfer failed"),
                          .fields = fields};
    fields[FIELD_STEP] = span_of("Data transfer failed");
    cr_assert(eq(int, milestone_of_event(&event, true).mark, MARK_FAILED));
    cr_assert(eq(int, milestone_of_event(&event, false).mark, MARK_OTHER));
    fields[FIELD_STEP] = span_of("Succeeded");
    cr_assert(eq(int, milestone_of_event(&event, true).mark, MARK_SUCCEEDED));
}

Test(verdict_milestone, events_by_their_symbols_and_failures_by_their_module)
{
    static const struct {
        const char *symbol;
        const char *source;
        const char *job;
        const char *text;
        bool is_failure;
        enum milestone_mark mark;
    } rows[] = {
        {"BACKUP_START_EVENT", "", "", "", false, MARK_START},
        {"BACKUP_SUCCESS_STOP_EVENT", "", "", "", false, MARK_SUCCEEDED},
        {"BACKUP_WARNING_STOP_EVENT", "", "", "", true, MARK_WARNINGS},
        {"BACKUP_ERROR_STOP_EVENT", "", "", "", true, MARK_FAILED},
        {"SCHEDULE_BACKUP_FAILED_EVENT", "", "", "", true, MARK_NOT_STARTED},
        {"CBP_VERSION_UPGRADE_NTF_EVENT", "", "", "", true, MARK_NONE},
        {"", "backupasync.cpp(1279)", "G", "Failed: Hr: = [0x80780054] ", true, MARK_BROKEN},
        {"", "backupasync.cpp(1279)", "G", "Failed: Hr: = [0x80780054] ", false, MARK_NONE},
        {"", "backupasync.cpp(1279)", "", "Failed: Hr: = [0x80780054] ", true, MARK_NONE},
        {"", "fsutils.cpp(12)", "G", "Failed: Hr: = [0x80780054] ", true, MARK_NONE},
        {"", "fsutils.cpp(12)", "G", "Hr: = [0x1] Offline Backup Progress: Failed", true,
         MARK_FAILED},
        {"System.IO.IOException", "a.cs(1)", "G", "x", true, MARK_NONE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct span fields[FIELD_COUNT] = {{0}};
        struct event event = {.text = span_of(rows[i].text), .fields = fields};
        fields[FIELD_SYMBOL] = span_of(rows[i].symbol);
        fields[FIELD_SOURCE] = span_of(rows[i].source);
        fields[FIELD_JOB] = span_of(rows[i].job);
        struct milestone milestone = milestone_of_event(&event, rows[i].is_failure);
        cr_assert(eq(int, milestone.mark, rows[i].mark), "row %zu", i);
    }
}
