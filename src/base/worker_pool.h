/* A worker pool that finishes slots in the order of their submission.
 *
 * There is a fixed ring of slots. The owner acquires the next one, fills it and submits it; any
 * thread works on it; then slots are finished, in order and one at a time, and are free again. The
 * owner is one of the threads: it works, too, when no slot is free, so there are never more threads
 * than requested. With one thread everything happens inside worker_pool_submit, without other
 * threads and without a lock. */
#ifndef MARSIFT_BASE_WORKER_POOL_H
#define MARSIFT_BASE_WORKER_POOL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"

struct worker_pool_calls {
    void *context;
    /* Called in any order, by any thread. `thread` counts from 0 and may index scratch memory. */
    bool (*work)(void *context, size_t thread, void *slot, struct fault *fault);
    /* Called in the order of submission, never twice at a time. */
    bool (*finish)(void *context, void *slot, struct fault *fault);
};

struct worker_pool;

/* Starts the threads, the caller being one of `threads`. `slots` is lent, and should have a few
 * more than `threads`. A machine that refuses threads gets fewer. NULL with the fault set. */
struct worker_pool *worker_pool_open(size_t threads, void *const *slots, size_t slot_count,
                                     const struct worker_pool_calls *calls, struct fault *fault);

/* Returns the next slot as soon as it is free; the caller works until then. NULL with the fault set
 * if `work` or `finish` has failed. */
void *worker_pool_acquire(struct worker_pool *pool, struct fault *fault);

/* Submits the acquired slot. False with the fault set if `work` or `finish` has failed. */
bool worker_pool_submit(struct worker_pool *pool, struct fault *fault);

/* Works until every submitted slot is finished. False with the first fault. */
bool worker_pool_drain(struct worker_pool *pool, struct fault *fault);

/* Ends the other threads and frees the pool. Slots that are not finished are dropped. NULL is
 * allowed. */
void worker_pool_close(struct worker_pool *pool);

#endif
