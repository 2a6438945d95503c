/* Work shared out to threads and finished in the order in which it was handed in.
 *
 * There is a fixed ring of slots. The owner claims the next one, fills it and submits it; some
 * thread works on it; then, one at a time and in order, slots are finished and free again. The
 * owner is one of the threads: when no slot is free it works, too, so that there are never more
 * threads than asked for. (With a thread that only filled slots, three on two processors took turns
 * 6,900 times in a log of 550 MB.) With one thread everything happens inside worker_pool_submit: no
 * thread is made and no lock is taken. */
#ifndef MARSIFT_BASE_WORKER_POOL_H
#define MARSIFT_BASE_WORKER_POOL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"

struct worker_pool_calls {
    void *context;
    /* Any thread, any order. `thread` counts from 0: scratch may be kept by it. */
    bool (*work)(void *context, size_t thread, void *slot, struct fault *fault);
    /* In order, never two at a time. */
    bool (*finish)(void *context, void *slot, struct fault *fault);
};

struct worker_pool;

/* `slots` (lent) should be a few more than `threads`. NULL with the fault set. */
struct worker_pool *worker_pool_open(size_t threads, void *const *slots, size_t slot_count,
                                     const struct worker_pool_calls *calls, struct fault *fault);

/* The next slot, once it is free; until then the caller works. NULL with the fault set when work or
 * finish has failed. */
void *worker_pool_acquire(struct worker_pool *workers, struct fault *fault);

/* Hands in the claimed slot. False with the fault set when something has failed. */
bool worker_pool_submit(struct worker_pool *workers, struct fault *fault);

/* Works until everything that was handed in is finished. False with the first fault. */
bool worker_pool_drain(struct worker_pool *workers, struct fault *fault);

/* Waits for the other threads to end. Slots that were not finished are dropped. */
void worker_pool_close(struct worker_pool *workers);

#endif
