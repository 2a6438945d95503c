#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdatomic.h>

#include "base/worker_pool.h"

enum { SLOTS = 5, ITEMS = 2000, MAX_THREADS = 6 };

struct slot {
    unsigned number;
    unsigned worked;
};

struct pool_test {
    unsigned finished;
    bool is_in_order;
    unsigned fail_work_at;
    unsigned fail_finish_at;
    size_t threads;
    atomic_bool is_busy[MAX_THREADS]; /* by the number of the thread */
    atomic_bool is_shared;            /* two threads had one number, or one was too high */
};

static bool work(void *context, size_t thread, void *slot, struct fault *fault)
{
    struct pool_test *test = context;
    struct slot *mine = slot;
    bool is_valid = thread < test->threads;
    if (!is_valid || atomic_exchange(&test->is_busy[thread], true))
        atomic_store(&test->is_shared, true);
    /* Uneven work, so that threads overtake each other. */
    volatile unsigned spin = mine->number % 7 * 500;
    while (spin > 0)
        spin--;
    mine->worked = mine->number + 1;
    if (is_valid)
        atomic_store(&test->is_busy[thread], false);
    if (test->fail_work_at != 0 && mine->number == test->fail_work_at)
        return fault_set(fault, FAULT_READ, "work %u", mine->number);
    return true;
}

static bool finish(void *context, void *slot, struct fault *fault)
{
    struct pool_test *test = context;
    const struct slot *mine = slot;
    test->is_in_order =
        test->is_in_order && mine->number == test->finished && mine->worked == mine->number + 1;
    test->finished++;
    if (test->fail_finish_at != 0 && mine->number == test->fail_finish_at)
        return fault_set(fault, FAULT_READ, "finish %u", mine->number);
    return true;
}

static bool run(struct pool_test *test, size_t threads, struct fault *fault)
{
    struct slot slots[SLOTS];
    void *pointers[SLOTS];
    for (size_t i = 0; i < SLOTS; i++)
        pointers[i] = &slots[i];
    test->threads = threads;
    struct worker_pool_calls calls = {.context = test, .work = work, .finish = finish};
    struct worker_pool *pool = worker_pool_open(threads, pointers, SLOTS, &calls, fault);
    cr_assert(ne(ptr, pool, NULL));
    bool done = true;
    for (unsigned number = 0; done && number < ITEMS; number++) {
        struct slot *slot = worker_pool_acquire(pool, fault);
        done = slot != NULL;
        if (done) {
            slot->number = number;
            done = worker_pool_submit(pool, fault);
        }
    }
    done = done && worker_pool_drain(pool, fault);
    worker_pool_close(pool);
    return done;
}

Test(base_worker_pool, finishes_every_slot_once_and_in_order_for_any_number_of_threads)
{
    for (size_t threads = 1; threads <= MAX_THREADS; threads++) {
        struct pool_test test = {.is_in_order = true};
        struct fault fault = {0};
        cr_assert(run(&test, threads, &fault), "%zu threads", threads);
        cr_assert(test.is_in_order, "%zu threads", threads);
        cr_assert(not(test.is_shared), "%zu threads", threads);
        cr_assert(eq(u32, test.finished, ITEMS), "%zu threads", threads);
    }
}

Test(base_worker_pool, reports_the_fault_that_ends_the_run)
{
    for (size_t threads = 1; threads <= 4; threads += 3) {
        struct fault fault = {0};
        struct pool_test in_work = {.is_in_order = true, .fail_work_at = 100};
        cr_assert(not(run(&in_work, threads, &fault)));
        cr_assert(eq(str, fault.text, "work 100"));
        cr_assert(le(u32, in_work.finished, 101));
        fault = (struct fault){0};
        struct pool_test in_finish = {.is_in_order = true, .fail_finish_at = 200};
        cr_assert(not(run(&in_finish, threads, &fault)));
        cr_assert(eq(str, fault.text, "finish 200"));
        cr_assert(eq(u32, in_finish.finished, 201));
    }
}
