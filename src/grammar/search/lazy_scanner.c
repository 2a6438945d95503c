#include "grammar/search/lazy_scanner.h"

void lazy_scanner_prepare(struct lazy_scanner *lazy, const struct scanner_literal *literals,
                          size_t count, bool uses_vectorscan)
{
    lazy->literals = literals;
    lazy->count = count;
    lazy->uses_vectorscan = uses_vectorscan;
    pthread_mutex_init(&lazy->lock, NULL);
    atomic_init(&lazy->scanner, NULL);
}

const struct literal_scanner *lazy_scanner_get(struct lazy_scanner *lazy, struct fault *fault)
{
    struct literal_scanner *scanner = atomic_load_explicit(&lazy->scanner, memory_order_acquire);
    if (scanner != NULL)
        return scanner;
    pthread_mutex_lock(&lazy->lock);
    scanner = atomic_load_explicit(&lazy->scanner, memory_order_relaxed);
    if (scanner == NULL) {
        scanner = literal_scanner_open(lazy->literals, lazy->count, lazy->uses_vectorscan, fault);
        atomic_store_explicit(&lazy->scanner, scanner, memory_order_release);
    }
    pthread_mutex_unlock(&lazy->lock);
    return scanner;
}

void lazy_scanner_release(struct lazy_scanner *lazy)
{
    literal_scanner_close(atomic_load_explicit(&lazy->scanner, memory_order_relaxed));
    pthread_mutex_destroy(&lazy->lock);
}
