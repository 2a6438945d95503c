#include "tally/logged_jobs.h"

#include "tally/count_limit.h"

bool logged_jobs_note(const struct record_counter *counter, struct job_moment moment)
{
    struct hash_array *logged_jobs = &counter->tally->job_counts.logged_jobs;
    uint32_t number = 0;
    if (!datetime_is_set(moment.time))
        return true;
    if (logged_jobs->count >= counter->tally->options.limits->max_jobs &&
        !hash_table_find(&logged_jobs->numbers, moment.job, &number))
        return count_limit(counter, LIMIT_max_jobs);
    bool is_new = false;
    struct logged_job *logged = hash_array_add(logged_jobs, moment.job, &is_new, counter->fault);
    if (logged == NULL)
        return false;
    logged->key = moment.job;
    if (is_new || datetime_is_later(moment.time, logged->time))
        logged->time = moment.time;
    return true;
}

void logged_jobs_finish(struct job_counts *jobs)
{
    for (size_t i = 0; i < jobs->logged_jobs.count; i++) {
        const struct logged_job *logged = hash_array_at(&jobs->logged_jobs, i);
        uint32_t number = 0;
        if (hash_table_find(&jobs->jobs.numbers, logged->key, &number))
            ((struct job *)hash_array_at(&jobs->jobs, number))->logged = logged->time;
    }
}
