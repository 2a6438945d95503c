#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdatomic.h>

#include "base/worker_pool.h"

enum { SLOTS = 5, ITEMS = 2000, MOST_THREADS = 6 };

struct slot {
    unsigned number;
    unsigned worked;
};

struct job {
    unsigned finished;
    bool is_in_order;
    unsigned fail_work_at;
    unsigned fail_finish_at;
    size_t threads;
    atomic_bool is_busy[MOST_THREADS]; /* by the number that a thread goes by */
    atomic_bool is_shared;             /* two threads went by one number, or by one too high */
};

static bool work(void *context, size_t thread, void *slot, struct fault *fault)
{
    struct job *job = context;
    struct slot *mine = slot;
    bool is_known = thread < job->threads;
    if (!is_known || atomic_exchange(&job->is_busy[thread], true))
        atomic_store(&job->is_shared, true);
    /* Uneven work, so that threads overtake each other. */
    volatile unsigned spin = mine->number % 7 * 500;
    while (spin > 0)
        spin--;
    mine->worked = mine->number + 1;
    if (is_known)
        atomic_store(&job->is_busy[thread], false);
    if (job->fail_work_at != 0 && mine->number == job->fail_work_at)
        return fault_set(fault, FAULT_READ, "work %u", mine->number);
    return true;
}

static bool finish(void *context, void *slot, struct fault *fault)
{
    struct job *job = context;
    const struct slot *mine = slot;
    job->is_in_order =
        job->is_in_order && mine->number == job->finished && mine->worked == mine->number + 1;
    job->finished++;
    if (job->fail_finish_at != 0 && mine->number == job->fail_finish_at)
        return fault_set(fault, FAULT_READ, "finish %u", mine->number);
    return true;
}

static bool run(struct job *job, size_t threads, struct fault *fault)
{
    struct slot slots[SLOTS];
    void *pointers[SLOTS];
    for (size_t i = 0; i < SLOTS; i++)
        pointers[i] = &slots[i];
    job->threads = threads;
    struct worker_pool_calls calls = {.context = job, .work = work, .finish = finish};
    struct worker_pool *workers = worker_pool_open(threads, pointers, SLOTS, &calls, fault);
    cr_assert(ne(ptr, workers, NULL));
    bool done = true;
    for (unsigned number = 0; done && number < ITEMS; number++) {
        struct slot *slot = worker_pool_acquire(workers, fault);
        done = slot != NULL;
        if (done) {
            slot->number = number;
            done = worker_pool_submit(workers, fault);
        }
    }
    done = done && worker_pool_drain(workers, fault);
    worker_pool_close(workers);
    return done;
}

Test(base_worker_pool, everything_is_finished_once_and_in_order_for_any_number_of_threads)
{
    for (size_t threads = 1; threads <= MOST_THREADS; threads++) {
        struct job job = {.is_in_order = true};
        struct fault fault = {0};
        cr_assert(run(&job, threads, &fault), "%zu threads", threads);
        cr_assert(job.is_in_order, "%zu threads", threads);
        cr_assert(not(job.is_shared), "%zu threads", threads);
        cr_assert(eq(u32, job.finished, ITEMS), "%zu threads", threads);
    }
}

Test(base_worker_pool, a_fault_ends_the_run_and_is_told)
{
    for (size_t threads = 1; threads <= 4; threads += 3) {
        struct fault fault = {0};
        struct job in_work = {.is_in_order = true, .fail_work_at = 100};
        cr_assert(not(run(&in_work, threads, &fault)));
        cr_assert(eq(str, fault.text, "work 100"));
        cr_assert(le(u32, in_work.finished, 101));
        fault = (struct fault){0};
        struct job in_finish = {.is_in_order = true, .fail_finish_at = 200};
        cr_assert(not(run(&in_finish, threads, &fault)));
        cr_assert(eq(str, fault.text, "finish 200"));
        cr_assert(eq(u32, in_finish.finished, 201));
    }
}
