#include "base/worker_pool.h"

#include <pthread.h>

#include "base/memory.h"

/* The default of 8 MiB a thread is address space that a process under `ulimit -v` lacks elsewhere.
 * No work here recurses; its largest frames are the 32 KiB that compiled patterns take. */
enum { STACK_BYTES = 512 * 1024 };

struct worker_pool {
    struct worker_pool_calls calls;
    void *const *slots;
    size_t slot_count;
    pthread_t *threads;
    size_t thread_count; /* beside the owner; 0: everything happens in worker_pool_submit */
    pthread_mutex_t lock;
    pthread_cond_t changed;
    /* Slots are numbered for ever; number n lies in slots[n % slot_count]. */
    size_t submitted;
    size_t taken;
    size_t finished;
    bool *is_worked; /* by place in the ring: worked on, not yet finished */
    size_t started;  /* threads that have found their number */
    bool is_finishing;
    bool is_closing;
    struct fault fault;
};

static bool has_failed(const struct worker_pool *workers)
{
    return workers->fault.kind != FAULT_NONE;
}

static void note_fault(struct worker_pool *workers, const struct fault *fault)
{
    if (!has_failed(workers) && fault->kind != FAULT_NONE)
        workers->fault = *fault;
}

/* With the lock held: finishes what is due, in order, unless another thread is at it. */
static void finish_due(struct worker_pool *workers)
{
    while (!workers->is_finishing && !has_failed(workers) && workers->finished < workers->taken &&
           workers->is_worked[workers->finished % workers->slot_count]) {
        size_t place = workers->finished % workers->slot_count;
        struct fault fault = {0};
        workers->is_finishing = true;
        pthread_mutex_unlock(&workers->lock);
        workers->calls.finish(workers->calls.context, workers->slots[place], &fault);
        pthread_mutex_lock(&workers->lock);
        workers->is_finishing = false;
        workers->is_worked[place] = false;
        workers->finished++;
        note_fault(workers, &fault);
        pthread_cond_broadcast(&workers->changed);
    }
}

/* With the lock held: works on the next slot that was handed in, and finishes what then is due. */
static void work_on_next(struct worker_pool *workers, size_t thread)
{
    size_t place = workers->taken++ % workers->slot_count;
    struct fault fault = {0};
    pthread_mutex_unlock(&workers->lock);
    workers->calls.work(workers->calls.context, thread, workers->slots[place], &fault);
    pthread_mutex_lock(&workers->lock);
    note_fault(workers, &fault);
    workers->is_worked[place] = true;
    finish_due(workers);
    pthread_cond_broadcast(&workers->changed);
}

static void *run_thread(void *context)
{
    struct worker_pool *workers = context;
    pthread_mutex_lock(&workers->lock);
    size_t thread = ++workers->started; /* 0 is the owner */
    while (true) {
        while (workers->taken == workers->submitted && !workers->is_closing)
            pthread_cond_wait(&workers->changed, &workers->lock);
        if (workers->is_closing || has_failed(workers))
            break;
        work_on_next(workers, thread);
    }
    pthread_mutex_unlock(&workers->lock);
    return NULL;
}

/* With the lock held, until fewer than `most` slots are handed in and not finished: the owner works
 * as the others do, and only waits when there is nothing left to take. */
static void help_until_fewer(struct worker_pool *workers, size_t most)
{
    while (workers->submitted - workers->finished >= most && !has_failed(workers)) {
        if (workers->taken < workers->submitted)
            work_on_next(workers, 0);
        else
            pthread_cond_wait(&workers->changed, &workers->lock);
    }
}

struct worker_pool *worker_pool_open(size_t threads, void *const *slots, size_t slot_count,
                                     const struct worker_pool_calls *calls, struct fault *fault)
{
    struct worker_pool *workers = memory_allocate(1, sizeof *workers, fault);
    if (workers == NULL)
        return NULL;
    workers->calls = *calls;
    workers->slots = slots;
    workers->slot_count = slot_count;
    pthread_mutex_init(&workers->lock, NULL);
    pthread_cond_init(&workers->changed, NULL);
    workers->is_worked = memory_allocate(slot_count, sizeof *workers->is_worked, fault);
    workers->threads = memory_allocate(threads, sizeof *workers->threads, fault);
    if (workers->is_worked == NULL || workers->threads == NULL) {
        worker_pool_close(workers);
        return NULL;
    }
    /* A machine that refuses threads still gets its report: fewer threads, or none, serve. */
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK_BYTES);
    while (workers->thread_count + 1 < threads &&
           pthread_create(&workers->threads[workers->thread_count], &attributes, run_thread,
                          workers) == 0)
        workers->thread_count++;
    pthread_attr_destroy(&attributes);
    return workers;
}

static bool tell_fault(const struct worker_pool *workers, struct fault *fault)
{
    if (!has_failed(workers))
        return true;
    return fault_set(fault, workers->fault.kind, "%s", workers->fault.text);
}

void *worker_pool_acquire(struct worker_pool *workers, struct fault *fault)
{
    pthread_mutex_lock(&workers->lock);
    help_until_fewer(workers, workers->slot_count);
    bool is_fine = tell_fault(workers, fault);
    void *slot = workers->slots[workers->submitted % workers->slot_count];
    pthread_mutex_unlock(&workers->lock);
    return is_fine ? slot : NULL;
}

bool worker_pool_submit(struct worker_pool *workers, struct fault *fault)
{
    void *slot = workers->slots[workers->submitted % workers->slot_count];
    if (workers->thread_count == 0) {
        bool done = workers->calls.work(workers->calls.context, 0, slot, fault) &&
                    workers->calls.finish(workers->calls.context, slot, fault);
        workers->submitted++;
        workers->finished++;
        return done;
    }
    pthread_mutex_lock(&workers->lock);
    workers->submitted++;
    bool is_fine = tell_fault(workers, fault);
    pthread_cond_broadcast(&workers->changed);
    pthread_mutex_unlock(&workers->lock);
    return is_fine;
}

bool worker_pool_drain(struct worker_pool *workers, struct fault *fault)
{
    pthread_mutex_lock(&workers->lock);
    help_until_fewer(workers, 1);
    bool is_fine = tell_fault(workers, fault);
    pthread_mutex_unlock(&workers->lock);
    return is_fine;
}

void worker_pool_close(struct worker_pool *workers)
{
    if (workers == NULL)
        return;
    pthread_mutex_lock(&workers->lock);
    workers->is_closing = true;
    pthread_cond_broadcast(&workers->changed);
    pthread_mutex_unlock(&workers->lock);
    for (size_t i = 0; i < workers->thread_count; i++)
        pthread_join(workers->threads[i], NULL);
    pthread_cond_destroy(&workers->changed);
    pthread_mutex_destroy(&workers->lock);
    memory_free(workers->is_worked);
    memory_free(workers->threads);
    memory_free(workers);
}
