#include "base/worker_pool.h"

#include <assert.h>
#include <pthread.h>

#include "base/memory.h"

/* The default of 8 MiB for each thread is address space that a process under `ulimit -v` lacks
 * elsewhere. No work recurses; its largest frames are the 32 KiB of compiled patterns. */
enum { STACK_BYTES = 512 * 1024 };

struct worker_pool {
    struct worker_pool_calls calls;
    void *const *slots;
    size_t slot_count;
    pthread_t *threads;
    size_t thread_count; /* besides the owner; 0: worker_pool_submit does everything */
    pthread_mutex_t lock;
    pthread_cond_t changed;
    /* Counts of slots since the start; slot number n is slots[n % slot_count].
     * finished <= dequeued <= submitted <= finished + slot_count. */
    size_t submitted;
    size_t dequeued;
    size_t finished;
    bool *is_worked;        /* by index in the ring: worked on, but not finished */
    size_t started_threads; /* threads that have their number */
    bool is_finishing;
    bool is_closing;
    struct fault fault;
};

static bool has_failed(const struct worker_pool *pool)
{
    return pool->fault.kind != FAULT_NONE;
}

static void note_fault(struct worker_pool *pool, const struct fault *fault)
{
    if (!has_failed(pool) && fault->kind != FAULT_NONE)
        pool->fault = *fault;
}

/* Finishes the slots that are due, in order, unless another thread does. Call with the lock held.
 */
static void finish_due(struct worker_pool *pool)
{
    while (!pool->is_finishing && !has_failed(pool) && pool->finished < pool->dequeued &&
           pool->is_worked[pool->finished % pool->slot_count]) {
        size_t index = pool->finished % pool->slot_count;
        struct fault fault = {0};
        pool->is_finishing = true;
        pthread_mutex_unlock(&pool->lock);
        pool->calls.finish(pool->calls.context, pool->slots[index], &fault);
        pthread_mutex_lock(&pool->lock);
        pool->is_finishing = false;
        pool->is_worked[index] = false;
        pool->finished++;
        note_fault(pool, &fault);
        pthread_cond_broadcast(&pool->changed);
    }
}

/* Works on the next submitted slot, then finishes those that are due. Call with the lock held. */
static void work_on_next(struct worker_pool *pool, size_t thread)
{
    assert(pool->dequeued < pool->submitted);
    size_t index = pool->dequeued++ % pool->slot_count;
    struct fault fault = {0};
    pthread_mutex_unlock(&pool->lock);
    pool->calls.work(pool->calls.context, thread, pool->slots[index], &fault);
    pthread_mutex_lock(&pool->lock);
    note_fault(pool, &fault);
    pool->is_worked[index] = true;
    finish_due(pool);
    pthread_cond_broadcast(&pool->changed);
}

static void *run_thread(void *context)
{
    struct worker_pool *pool = context;
    pthread_mutex_lock(&pool->lock);
    size_t thread = ++pool->started_threads; /* 0 is the owner */
    while (true) {
        while (pool->dequeued == pool->submitted && !pool->is_closing)
            pthread_cond_wait(&pool->changed, &pool->lock);
        if (pool->is_closing || has_failed(pool))
            break;
        work_on_next(pool, thread);
    }
    pthread_mutex_unlock(&pool->lock);
    return NULL;
}

/* Works, as the other threads do, until fewer than `limit` slots are submitted and not finished.
 * Waits only if there is nothing to work on. Call with the lock held. */
static void work_until_fewer(struct worker_pool *pool, size_t limit)
{
    while (pool->submitted - pool->finished >= limit && !has_failed(pool)) {
        if (pool->dequeued < pool->submitted)
            work_on_next(pool, 0);
        else
            pthread_cond_wait(&pool->changed, &pool->lock);
    }
}

struct worker_pool *worker_pool_open(size_t threads, void *const *slots, size_t slot_count,
                                     const struct worker_pool_calls *calls, struct fault *fault)
{
    struct worker_pool *pool = memory_allocate(1, sizeof *pool, fault);
    if (pool == NULL)
        return NULL;
    pool->calls = *calls;
    pool->slots = slots;
    pool->slot_count = slot_count;
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->changed, NULL);
    pool->is_worked = memory_allocate(slot_count, sizeof *pool->is_worked, fault);
    pool->threads = memory_allocate(threads, sizeof *pool->threads, fault);
    if (pool->is_worked == NULL || pool->threads == NULL) {
        worker_pool_close(pool);
        return NULL;
    }
    /* If the machine refuses threads, fewer or none do the work. */
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK_BYTES);
    while (pool->thread_count + 1 < threads &&
           pthread_create(&pool->threads[pool->thread_count], &attributes, run_thread, pool) == 0)
        pool->thread_count++;
    pthread_attr_destroy(&attributes);
    return pool;
}

static bool copy_fault(const struct worker_pool *pool, struct fault *fault)
{
    if (!has_failed(pool))
        return true;
    return fault_set(fault, pool->fault.kind, "%s", pool->fault.text);
}

void *worker_pool_acquire(struct worker_pool *pool, struct fault *fault)
{
    pthread_mutex_lock(&pool->lock);
    work_until_fewer(pool, pool->slot_count);
    bool has_no_fault = copy_fault(pool, fault);
    void *slot = pool->slots[pool->submitted % pool->slot_count];
    pthread_mutex_unlock(&pool->lock);
    return has_no_fault ? slot : NULL;
}

bool worker_pool_submit(struct worker_pool *pool, struct fault *fault)
{
    void *slot = pool->slots[pool->submitted % pool->slot_count];
    if (pool->thread_count == 0) {
        bool done = pool->calls.work(pool->calls.context, 0, slot, fault) &&
                    pool->calls.finish(pool->calls.context, slot, fault);
        pool->submitted++;
        pool->finished++;
        return done;
    }
    pthread_mutex_lock(&pool->lock);
    pool->submitted++;
    bool has_no_fault = copy_fault(pool, fault);
    pthread_cond_broadcast(&pool->changed);
    pthread_mutex_unlock(&pool->lock);
    return has_no_fault;
}

bool worker_pool_drain(struct worker_pool *pool, struct fault *fault)
{
    pthread_mutex_lock(&pool->lock);
    work_until_fewer(pool, 1);
    bool has_no_fault = copy_fault(pool, fault);
    pthread_mutex_unlock(&pool->lock);
    return has_no_fault;
}

void worker_pool_close(struct worker_pool *pool)
{
    if (pool == NULL)
        return;
    pthread_mutex_lock(&pool->lock);
    pool->is_closing = true;
    pthread_cond_broadcast(&pool->changed);
    pthread_mutex_unlock(&pool->lock);
    for (size_t i = 0; i < pool->thread_count; i++)
        pthread_join(pool->threads[i], NULL);
    pthread_cond_destroy(&pool->changed);
    pthread_mutex_destroy(&pool->lock);
    memory_free(pool->is_worked);
    memory_free(pool->threads);
    memory_free(pool);
}
