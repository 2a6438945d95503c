#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/hash.h"
#include "tally/job.h"

enum { MAX_NOTES = 6 };

static struct datetime at(int day, int hour)
{
    return (struct datetime){
        .year = 2024, .month = 7, .day = (uint8_t)day, .hour = (uint8_t)hour, .has_time = true};
}

static const char may_be_fatal[] = "a failure that may stop a job";

struct note {
    const char *step; /* NULL: the module's failure */
    int day;
    int hour;
};

/* Each note is in a log of its own: only records of one log have an order besides their times. */
static void note(struct job *job, const struct note *one, size_t log)
{
    struct milestone milestone = {.mark = MARK_BROKEN, .phase = PHASE_COUNT};
    if (one->step != NULL)
        milestone = milestone_of_step(span_of(one->step));
    struct datetime time = one->day ? at(one->day, one->hour) : (struct datetime){0};
    job_note_time(job, time);
    if (one->step == may_be_fatal)
        job_note_may_be_fatal(job, time, log);
    else
        job_note_milestone(job, milestone, time, log);
}

/* Records may be read in any order: each row is noted forwards and backwards. */
Test(tally_job, states_whatever_the_order_of_the_records)
{
    static const struct {
        const char *name;
        struct note notes[MAX_NOTES];
        size_t count;
        uint64_t failed_records;
        enum job_state state;
        int end_hour; /* 0: not known */
        enum job_phase open;
    } rows[] = {
        {"a whole job",
         {{"Prebackup started.", 1, 1},
          {"Prebackup finished.", 1, 2},
          {"Succeeded", 1, 3},
          {"UnInitialize Storage started.", 1, 3},
          {"UnInitialize Storage finsihed.", 1, 4}},
         5,
         0,
         JOB_SUCCEEDED,
         4,
         PHASE_COUNT},
        {"with failed files",
         {{"Prebackup started.", 1, 1}, {"Succeeded", 1, 3}},
         2,
         7,
         JOB_WARNINGS,
         3,
         PHASE_PREBACKUP},
        {"without an end",
         {{"Prebackup started.", 1, 1}, {"Data transfer started.", 1, 2}},
         2,
         0,
         JOB_UNKNOWN,
         0,
         PHASE_TRANSFER},
        {"a failure in the place of an end",
         {{"Prebackup started.", 1, 1}, {"Data transfer started.", 1, 2}, {NULL, 1, 3}},
         3,
         0,
         JOB_FAILED,
         3,
         PHASE_TRANSFER},
        {"a failure that the job overcame",
         {{"Data transfer started.", 1, 2}, {NULL, 1, 3}, {"Data transfer finished", 1, 4}},
         3,
         0,
         JOB_UNKNOWN,
         0,
         PHASE_COUNT},
        {"a failure before success",
         {{"Prebackup started.", 1, 1}, {NULL, 1, 2}, {"Succeeded", 1, 3}},
         3,
         0,
         JOB_SUCCEEDED,
         3,
         PHASE_PREBACKUP},
        {"said to have failed",
         {{"Prebackup started.", 1, 1}, {"Failed", 1, 3}},
         2,
         0,
         JOB_FAILED,
         3,
         PHASE_PREBACKUP},
        {"begun anew after a failure",
         {{"Prebackup started.", 1, 1}, {"Failed", 1, 3}, {"Prebackup started.", 1, 5}},
         3,
         0,
         JOB_UNKNOWN,
         0,
         PHASE_PREBACKUP},
        {"closed after a failure that may be fatal",
         {{"Prebackup started.", 1, 1},
          {"Data transfer started.", 1, 2},
          {may_be_fatal, 1, 3},
          {"UnInitialize Storage started.", 1, 4},
          {"UnInitialize Storage finsihed.", 1, 5}},
         5,
         0,
         JOB_FAILED,
         5,
         PHASE_TRANSFER},
        {"closed without a word of how it went",
         {{"Prebackup started.", 1, 1}, {"UnInitialize Storage finished", 1, 5}},
         2,
         0,
         JOB_UNKNOWN,
         5,
         PHASE_PREBACKUP},
        {"a failure that may be fatal before success",
         {{"Prebackup started.", 1, 1},
          {may_be_fatal, 1, 2},
          {"Succeeded", 1, 3},
          {"UnInitialize Storage finsihed.", 1, 4}},
         4,
         0,
         JOB_SUCCEEDED,
         4,
         PHASE_PREBACKUP},
        {"closed, and begun anew",
         {{"Prebackup started.", 1, 1},
          {may_be_fatal, 1, 2},
          {"UnInitialize Storage finsihed.", 1, 4},
          {"Prebackup started.", 1, 6}},
         4,
         0,
         JOB_UNKNOWN,
         0,
         PHASE_PREBACKUP},
        {"a failure alone is no job", {{NULL, 1, 3}}, 1, 0, JOB_UNKNOWN, 0, PHASE_COUNT},
        {"without times the worst counts",
         {{"Succeeded", 0, 0}, {"Failed", 0, 0}},
         2,
         0,
         JOB_FAILED,
         0,
         PHASE_COUNT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct job forwards = {.events = rows[i].failed_records};
        struct job backwards = forwards;
        for (size_t n = 0; n < rows[i].count; n++) {
            note(&forwards, &rows[i].notes[n], n);
            note(&backwards, &rows[i].notes[rows[i].count - 1 - n], n);
        }
        const struct job *const jobs[] = {&forwards, &backwards};
        for (int way = 0; way < 2; way++) {
            cr_assert(eq(int, job_state_of(jobs[way]), rows[i].state), "%s", rows[i].name);
            cr_assert(eq(int, job_end(jobs[way]).hour, rows[i].end_hour), "%s", rows[i].name);
            cr_assert(eq(int, job_open_phase(jobs[way]), rows[i].open), "%s", rows[i].name);
            cr_assert(eq(int, jobs[way]->first.hour, forwards.first.hour), "%s", rows[i].name);
        }
    }
}

Test(tally_job, a_phase_lasts_across_the_new_year_and_is_never_negative)
{
    struct job job = {0};
    struct datetime before = {.month = 12, .day = 31, .hour = 23, .has_time = true};
    struct datetime after = {.month = 1, .day = 1, .hour = 2, .has_time = true};
    job_note_milestone(&job, (struct milestone){.mark = MARK_START, .phase = PHASE_TRANSFER},
                       before, 0);
    cr_assert(eq(i64, job_phase_milliseconds(&job, PHASE_TRANSFER), -1));
    job_note_milestone(&job, (struct milestone){.mark = MARK_END, .phase = PHASE_TRANSFER}, after,
                       0);
    job_note_time(&job, after);
    job_note_time(&job, before);
    cr_assert(eq(int, job.first.month, 12));
    cr_assert(eq(int, job.last.month, 1));
    cr_assert(eq(i64, job_phase_milliseconds(&job, PHASE_TRANSFER), 3 * 3600 * 1000));
    job_note_milestone(&job, (struct milestone){.mark = MARK_START, .phase = PHASE_TRANSFER},
                       (struct datetime){.month = 1, .day = 1, .hour = 5, .has_time = true}, 0);
    cr_assert(eq(i64, job_phase_milliseconds(&job, PHASE_TRANSFER), -1));
}

Test(tally_job, has_no_end_until_a_record_tells_one)
{
    struct job job = {0};
    note(&job, &(struct note){"Data transfer started.", 10, 22}, 0);
    cr_assert(job_has_no_end(&job));
    note(&job, &(struct note){"Succeeded", 10, 23}, 0);
    cr_assert(not(job_has_no_end(&job)));
    struct job closed = {0};
    note(&closed, &(struct note){"UnInitialize Storage finished", 10, 22}, 0);
    cr_assert(not(job_has_no_end(&closed)));
    struct job silent = {.events = 3};
    cr_assert(not(job_has_no_end(&silent)));
}

/* Summer time ends: the clock goes from 02:59 to 02:00. In another log that is another time. */
Test(tally_job, records_of_one_log_keep_their_order_when_the_clock_is_set_back)
{
    static const char *const steps[] = {"Prebackup started.", "Prebackup finished.",
                                        "Data transfer started.", "Succeeded",
                                        "UnInitialize Storage finsihed."};
    static const uint8_t minutes[] = {20, 30, 40, 11, 12};
    for (size_t other = 0; other < 2; other++) {
        struct job job = {0};
        for (size_t i = 0; i < sizeof minutes; i++) {
            struct datetime time = at(27, 2);
            time.minute = minutes[i];
            job_note_milestone(&job, milestone_of_step(span_of(steps[i])), time, i < 3 ? 0 : other);
        }
        cr_assert(eq(int, job_state_of(&job), other == 0 ? JOB_SUCCEEDED : JOB_UNKNOWN));
        cr_assert(eq(int, job_end(&job).minute, other == 0 ? 12 : 0));
    }
}

/* job_note_time without its fast path. A date alone gives way to the same one with its midnight. */
static void note_plainly(struct datetime *first, struct datetime *last, struct datetime time)
{
    if (!datetime_is_set(time))
        return;
    if (time.has_time && datetime_compare(*first, time) == 0)
        *first = time;
    if (time.has_time && datetime_compare(*last, time) == 0)
        *last = time;
    if (!datetime_is_set(*first) || datetime_is_later(*first, time))
        *first = time;
    if (datetime_is_later(time, *last))
        *last = time;
}

Test(tally_job, times_in_any_order_with_and_without_years_give_the_first_and_the_last)
{
    enum { ROUNDS = 20000, RECORDS = 12 };
    for (uint64_t round = 0; round < ROUNDS; round++) {
        struct job job = {0};
        struct datetime first = {0};
        struct datetime last = {0};
        for (uint64_t record = 0; record < RECORDS; record++) {
            uint64_t dice = hash_mix(round, record);
            struct datetime time = datetime_of_days(19800 + (int64_t)(dice % 400));
            time.has_time = dice >> 32 & 1;
            time.year = (dice >> 33) % 8 < round % 8 ? 0 : time.year;
            time = (dice >> 40) % 9 == 0 ? (struct datetime){0} : time;
            job_note_time(&job, time);
            note_plainly(&first, &last, time);
            cr_assert(datetime_is_same(&job.first, &first), "round %d", (int)round);
            cr_assert(datetime_is_same(&job.last, &last), "round %d", (int)round);
        }
    }
}
