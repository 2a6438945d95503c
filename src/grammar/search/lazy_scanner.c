#include "grammar/search/lazy_scanner.h"

void lazy_scanner_prepare(struct lazy_scanner *late, const struct scanner_literal *literals,
                          size_t count, bool is_quick)
{
    late->literals = literals;
    late->count = count;
    late->is_quick = is_quick;
    pthread_mutex_init(&late->lock, NULL);
    atomic_init(&late->made, NULL);
}

const struct literal_scanner *lazy_scanner_get(struct lazy_scanner *late, struct fault *fault)
{
    struct literal_scanner *made = atomic_load_explicit(&late->made, memory_order_acquire);
    if (made != NULL)
        return made;
    pthread_mutex_lock(&late->lock);
    made = atomic_load_explicit(&late->made, memory_order_relaxed);
    if (made == NULL) {
        made = literal_scanner_open(late->literals, late->count, late->is_quick, fault);
        atomic_store_explicit(&late->made, made, memory_order_release);
    }
    pthread_mutex_unlock(&late->lock);
    return made;
}

void lazy_scanner_release(struct lazy_scanner *late)
{
    literal_scanner_close(atomic_load_explicit(&late->made, memory_order_relaxed));
    pthread_mutex_destroy(&late->lock);
}
